import { readFile, statfs } from "node:fs/promises";
import path from "node:path";
import { Problem } from "./problem";

/** What the system says where it is short of something: the cause, wherever it stands among what followed from it. */
const CAUSES =
  /No space left on device|Disk quota exceeded|Read-only file system|Permission denied|Operation not permitted|Cannot allocate memory|Too many open files|Input\/output error|File too large/;
const TELLING = /FATAL|PANIC|ERROR|error:/;

/** The sentence of a log that says why a program of PostgreSQL failed: the system's reason, else the first complaint. */
export function findCause(log: string): string {
  const lines = log.trim().split("\n").slice(-200);
  const cause =
    lines.find((line) => CAUSES.test(line)) ??
    lines.find((line) => TELLING.test(line)) ??
    lines.at(-1) ??
    "";
  return cause.replace(/^.*?(?:FATAL|PANIC|ERROR|LOG|error): +/, "");
}

const FULL = /No space left|quota exceeded/;
const REMEDY =
  "Make room on its disk, or set DUIZHAO_DATA to a folder on another one.";

/** The bytes that may still be written to the disk of a file or folder. */
async function freeBytes(place: string): Promise<number> {
  const { bavail, bsize } = await statfs(place);
  return bavail * bsize;
}

/** Why a program failed that wrote its log from `offset` on, with what can be done where the disk is full. */
export async function explainLog(file: string, offset = 0): Promise<string> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const cause = findCause(bytes.subarray(offset).toString("utf8"));
  if (FULL.test(cause)) return `${cause}. ${REMEDY}`;
  // On a full disk the log itself ends early.
  const free = await freeBytes(path.dirname(file)).catch(() => Infinity);
  return free < 2 ** 20 ? `No space left on device. ${REMEDY}` : cause;
}

/** A new cluster with the room that its first changes need, in bytes; measured: 47 MB when it is made. */
const CLUSTER_BYTES = 64 * 2 ** 20;

/** Fails where the disk has no room for a new cluster, before anything is written to it. */
export async function checkRoom(folder: string): Promise<void> {
  const free = await freeBytes(folder);
  if (free >= CLUSTER_BYTES) return;
  const [has, needs] = [free, CLUSTER_BYTES].map((bytes) =>
    Math.floor(bytes / 2 ** 20),
  );
  throw new Problem(
    `The database could not be made in ${folder}: No space left on device (${has} MB are free, and a new database needs ${needs} MB). ${REMEDY}`,
  );
}
