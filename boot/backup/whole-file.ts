import { readdirSync } from "node:fs";
import {
  access,
  lstat,
  open,
  rename,
  rm,
  type FileHandle,
} from "node:fs/promises";
import path from "node:path";
import { Problem } from "@/boot/problem";
import { isAlive } from "@/boot/processes";

/** What an operator can do about a file that cannot be written, by the system's error code. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: make room, or name a file on another disk",
  EDQUOT:
    "your share of the disk is used up: make room, or name a file on another disk",
  EFBIG:
    "the file would be too large for its disk: name a file on another disk",
  EACCES: "this user may not write there: name another file, or allow it",
  EPERM: "this user may not write there: name another file, or allow it",
  EROFS: "the disk cannot be written to: name another file",
  ENOENT: "its folder does not exist: make the folder, or name another file",
  ENOTDIR: "its folder is a file: name another file",
  EISDIR: "it is a folder: name a file in it",
  EIO: "the disk fails: name a file on another disk",
  ENAMETOOLONG: "its name is too long: name another file",
};

/** Turns a system's error about the file into what to do about it; anything else stays as it is. */
export function explainWriting(file: string, error: unknown): unknown {
  const remedy = REMEDIES[(error as NodeJS.ErrnoException)?.code ?? ""];
  if (remedy === undefined) return error;
  return new Problem(`The backup ${file} was not written; ${remedy}.`, {
    cause: error,
  });
}

async function refuseExisting(file: string, overwrite: boolean): Promise<void> {
  const found = await lstat(file).catch(() => null);
  if (found === null) return;
  if (found.isFile() && overwrite) return;
  throw new Problem(
    found.isFile()
      ? `${file} exists already: name another file, or add --overwrite.`
      : `${file} is not an ordinary file: name another one.`,
  );
}

const draftOf = (file: string) => `${file}.${process.pid}.partial`;

/** Removes what backups to this file left that were killed. */
async function removeLeftovers(file: string): Promise<void> {
  const folder = path.dirname(file);
  const base = `${path.basename(file)}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(base)) continue;
    const pid = /^(\d+)\.partial$/.exec(name.slice(base.length))?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(path.join(folder, name), { force: true });
  }
}

/** Makes a name last through a power cut; where folders cannot be synced, the system does it later. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * Writes a file that is there whole or not at all: beside its place, readable by its owner only, on the disk before
 * it gets its name. Throws a Problem for what the operator can put right.
 */
export async function writeWhole(
  file: string,
  overwrite: boolean,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  await refuseExisting(file, overwrite);
  const draft = draftOf(file);
  try {
    await access(path.dirname(file));
    await removeLeftovers(file);
    const handle = await open(draft, "wx", 0o600);
    try {
      await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await refuseExisting(file, overwrite);
    await rename(draft, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw explainWriting(file, error);
  }
}
