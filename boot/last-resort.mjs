// A thread beside a process that is ending: where the end does not come in time, whatever keeps the main thread busy, it
// kills the process and what it started. Data are safe: PostgreSQL replays its log at the next start.
import { workerData } from "node:worker_threads";
import { killTree } from "./kill-tree.mjs";

const { patience, children } = workerData;
setTimeout(() => {
  for (const pid of children) killTree(pid);
  process.kill(process.pid, "SIGKILL");
}, patience);
