import { readFile } from "node:fs/promises";

const PAGE = 4096;

/** The memory a process holds, in bytes; null where the system does not say, or the process is gone. */
export async function readMemory(pid: number): Promise<number | null> {
  if (process.platform !== "linux") return null;
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, "utf8")).split(
      " ",
    );
    return Number(resident) * PAGE;
  } catch {
    return null;
  }
}
