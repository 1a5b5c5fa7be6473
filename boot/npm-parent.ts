import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beginningOf, commandOf } from "./processes";

function parentOf(pid: number): number {
  if (pid === process.pid) return process.ppid;
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return Number(stat.replace(/^.*\) /s, "").split(" ")[1]);
    }
    return Number(
      execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], {
        encoding: "utf8",
      }),
    );
  } catch {
    return 0;
  }
}

/** The npm that started us, directly or through a shell. */
function findNpm(): number | null {
  let pid = process.pid;
  for (let step = 0; step < 3; step += 1) {
    pid = parentOf(pid);
    if (pid <= 1) return null;
    if (/\bnpm\b/.test(commandOf(pid) ?? "")) return pid;
  }
  return null;
}

/**
 * Calls `end` when the npm that started this process is gone: after a `kill -9` of `npm start`, the
 * server would otherwise go on unseen and hold the port.
 */
export function endWithNpm(end: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const pid = findNpm();
  if (pid === null) return;
  const began = beginningOf(pid);
  const timer = setInterval(() => {
    if (beginningOf(pid) === began) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}
