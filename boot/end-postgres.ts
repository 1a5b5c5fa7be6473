import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { killTree } from "./kill-tree.mjs";
import { Problem } from "./problem";
import { commandOf, isAlive, waitForEnd } from "./processes";

/** How long the last two steps take at most, in milliseconds: ending without a checkpoint, and being gone after a kill. */
const ABRUPT = 1_000;

/** All processes of PostgreSQL that work in a cluster's folder, also those whose postmaster is gone. */
function listServers(cluster: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return (
          readlinkSync(`/proc/${name}/cwd`) === cluster &&
          readFileSync(`/proc/${name}/comm`, "utf8").trim() === "postgres"
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

/**
 * Ends a PostgreSQL server within `patience` milliseconds: in order, then without a checkpoint, then by killing all its
 * processes. None of the three loses what was committed: the next start replays the log.
 */
export async function endServer(pid: number, patience: number): Promise<void> {
  for (const [signal, time] of [
    ["SIGINT", Math.max(0, patience - 2 * ABRUPT)],
    ["SIGQUIT", ABRUPT],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitForEnd(pid, time)) return;
  }
  // A server that stands still hears no other signal.
  killTree(pid);
  await waitForEnd(pid, ABRUPT);
}

/** Backends that outlive their postmaster hold its memory, and a new one would refuse to start; most end by themselves. */
async function endBackends(cluster: string): Promise<void> {
  const end = async (pid: number) => {
    if (await waitForEnd(pid, ABRUPT)) return;
    killTree(pid);
    await waitForEnd(pid, ABRUPT);
  };
  await Promise.all(listServers(cluster).map(end));
}

/** After a kill, PostgreSQL may still run without us; it is ended before a new one starts, in an orderly way if it can. */
export async function endOrphan(cluster: string): Promise<void> {
  const file = path.join(cluster, "postmaster.pid");
  const status = await readFile(file, "utf8").catch(() => "");
  const pid = Number(status.split("\n")[0]);
  if (pid > 0 && isAlive(pid)) {
    const command = commandOf(pid);
    if (command !== null && !command.includes(cluster)) {
      // The number belongs to another program by now; PostgreSQL would take it for a running server.
      await rm(file, { force: true });
    } else {
      await endServer(pid, 20_000);
      if (isAlive(pid))
        throw new Problem(
          `A database left over from an earlier start does not end: end the process ${pid}, then start again.`,
        );
    }
  }
  await endBackends(cluster);
}
