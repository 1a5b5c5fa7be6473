import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Every process with its parent. */
function listParents() {
  if (process.platform !== "linux") {
    const table = execFileSync("ps", ["-axo", "pid=,ppid="], {
      encoding: "utf8",
      timeout: 1000,
    });
    return table
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number));
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // After the name in parentheses, which may hold anything: the state, then the parent.
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        return [
          [Number(name), Number(stat.replace(/^.*\) /s, "").split(" ")[1])],
        ];
      } catch {
        return [];
      }
    });
}

/**
 * Lists a process and all that it started, parents first.
 * @param {number} root
 * @returns {number[]}
 */
export function listTree(root) {
  const tree = [root];
  try {
    const parents = listParents();
    for (const parent of tree)
      for (const [pid, ppid] of parents)
        if (ppid === parent && pid !== undefined && !tree.includes(pid))
          tree.push(pid);
  } catch {
    // Where processes cannot be listed, the root alone is ended.
  }
  return tree;
}

/**
 * Ends a process and all that it started at once, stopped ones too. Parents go first: they start nothing anew.
 * @param {number} root
 */
export function killTree(root) {
  for (const pid of listTree(root)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended meanwhile.
    }
  }
}
