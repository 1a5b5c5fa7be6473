import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Problem } from "./problem";
import { beginningOf, isAlive } from "./processes";

/** Who uses a data folder: the process, when it began, and where it is reached. */
type Holder = {
  readonly pid: number;
  readonly began: string | null;
  readonly address: string;
};

/** A data folder that is ours until it is released. */
export type DataFolder = {
  readonly path: string;
  /** A random text kept in the folder, readable by us only; made at the first call. */
  keepSecret(name: string): Promise<string>;
  forgetSecret(name: string): Promise<void>;
  release(): Promise<void>;
};

const lockOf = (folder: string) => path.join(folder, "lock");

async function readHolder(lock: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(lock, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/** A process id is given again after a while: the beginning tells whether it is still the same process. */
function isHeld(holder: Holder): boolean {
  if (holder.pid === process.pid || !isAlive(holder.pid)) return false;
  const began = beginningOf(holder.pid);
  return began === null || holder.began === null || began === holder.began;
}

/** Fails while another instance uses the folder; one that is just ending gets a moment. Changes nothing. */
export async function checkUnused(
  folder: string,
  patience = 4000,
): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const holder = await readHolder(lockOf(folder));
    if (!holder || !isHeld(holder)) return;
    if (Date.now() > deadline) {
      throw new Problem(
        `Duizhao already runs on the data in ${folder}, at ${holder.address} (process ${holder.pid}): use that one, stop it first, or set DUIZHAO_DATA to another folder.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function takeLock(folder: string, address: string): Promise<void> {
  const lock = lockOf(folder);
  const ours = `${lock}.${process.pid}`;
  const holder: Holder = {
    pid: process.pid,
    began: beginningOf(process.pid),
    address,
  };
  await writeFile(ours, JSON.stringify(holder), { mode: 0o600 });
  try {
    // A link is made whole or not at all, and never over an existing one.
    await link(ours, lock).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
      await checkUnused(folder);
      await rename(ours, lock);
      // Whoever of two starters renamed last holds the folder; the other one sees it here.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await checkUnused(folder);
    });
  } finally {
    await rm(ours, { force: true });
  }
}

async function keepSecret(file: string): Promise<string> {
  const found = (await readFile(file, "utf8").catch(() => "")).trim();
  if (found.length >= 32) return found;
  const made = randomBytes(32).toString("base64url");
  await writeFile(`${file}.new`, `${made}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}

/** What an operator can do about a folder that cannot be used, by the system's error code. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: "cannot be written to: give this user write access to it",
  EPERM: "cannot be written to: give this user write access to it",
  EROFS: "is on a disk that cannot be written to: make it writable",
  ENOSPC: "is on a full disk: make room",
  EDQUOT: "is on a full disk: make room",
  ENOTDIR: "cannot be made because a file is in its place: move that file",
  EEXIST: "cannot be made because a file is in its place: move that file",
};

/** Turns a system's error about the data folder into what to do about it. */
export function explainFolder(folder: string, error: unknown): unknown {
  const remedy = REMEDIES[(error as NodeJS.ErrnoException).code ?? ""];
  if (!remedy) return error;
  return new Problem(
    `The data folder ${folder} ${remedy}, or set DUIZHAO_DATA to another folder.`,
    { cause: error },
  );
}

/** Takes the data folder for this process, making it at the first start. */
export async function openDataFolder(
  given: string,
  address: string,
): Promise<DataFolder> {
  const folder = path.resolve(given);
  try {
    // Others may pass through, as the embedded database's own user must where we are root; they can list nothing.
    await mkdir(folder, { recursive: true, mode: 0o711 });
    await takeLock(folder, address);
  } catch (error) {
    throw explainFolder(folder, error);
  }
  const fileOf = (name: string) => path.join(folder, name);
  return {
    path: folder,
    keepSecret: (name) => keepSecret(fileOf(name)),
    forgetSecret: (name) => rm(fileOf(name), { force: true }),
    release: () => rm(lockOf(folder), { force: true }),
  };
}
