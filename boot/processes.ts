import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process has ended and only waits for its parent to ask how; in containers nobody may ever ask. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  try {
    return /^.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

/** True while a process with this id runs or stands still, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function ask(pid: number, column: string): string | null {
  if (process.platform === "win32") return null;
  try {
    return (
      execFileSync("ps", ["-o", `${column}=`, "-p", String(pid)], {
        encoding: "utf8",
      }).trim() || null
    );
  } catch {
    return null;
  }
}

/** When a process began, as an opaque text: tells a process from a later one that got the same id. */
export function beginningOf(pid: number): string | null {
  if (process.platform !== "linux") return ask(pid, "lstart");
  try {
    // After the name in parentheses, which may hold anything, the 20th field counts ticks since boot.
    const ticks = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${ticks}`;
  } catch {
    return null;
  }
}

/** The command line of a process, or null where it cannot be seen. */
export function commandOf(pid: number): string | null {
  if (process.platform !== "linux") return ask(pid, "command");
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8")
      .replaceAll("\0", " ")
      .trim();
  } catch {
    return null;
  }
}

/** Waits until a process is gone; false when it is still there after `milliseconds`. */
export async function waitForEnd(
  pid: number,
  milliseconds: number,
): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
