import type { ChildProcess } from "node:child_process";
import { killTree } from "./kill-tree.mjs";

const held = new Set<ChildProcess>();

/** Remembers a process that this one started until it ends: however this one exits, the other does not stay behind. */
export function holdChild(child: ChildProcess): void {
  if (!process.listeners("exit").includes(killChildren))
    process.on("exit", killChildren);
  const forget = () => held.delete(child);
  held.add(child);
  child.once("exit", forget).once("error", forget);
}

/** The process ids of the children that still run. */
export function childPids(): number[] {
  return [...held].flatMap(({ pid }) => pid ?? []);
}

/**
 * Ends the children that still run at once, with all they started; the last step after orderly attempts. For PostgreSQL it is
 * a power cut: what was committed is in its log, which the next start replays.
 */
export function killChildren(): void {
  for (const pid of childPids()) killTree(pid);
}
