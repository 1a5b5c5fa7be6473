import { readFile, writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { Refusal } from "./failure";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "reading it is not permitted",
  ENOSPC: "the disk is full",
  ENOTDIR: "there is no such folder",
  EROFS: "the disk can only be read",
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return REASONS[code] ?? (error as Error).message;
}

/** Reads a whole file; "-" is standard input. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return file === "-" ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/** Writes a whole file; "-" is standard output. */
export async function writeBytes(
  file: string,
  body: string | Uint8Array,
): Promise<void> {
  if (file === "-") return print(body);
  try {
    await writeFile(file, body);
  } catch (error) {
    throw new Refusal(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

/** Writes to standard output and waits until it has been taken. */
export async function print(text: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Writes lines to standard error: what is worth knowing and stops nothing. */
export function complain(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}
