// The program of the threads in which long tasks are done; started by server/threads/open-thread.ts.
import { getHeapStatistics } from "node:v8";
import { parentPort } from "node:worker_threads";
import { limitConnections } from "@/server/db/client";
import { perform } from "@/server/threads/task";
import type { Order, Reply } from "@/server/threads/messages";
import "./thread-tasks";

// A task asks for a few things at once; more connections would be taken from those who type.
limitConnections(3);

/** Bytes that can change hands instead of being copied: those that are all of their buffer. */
function movable(value: unknown): ArrayBuffer[] {
  const isParts =
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Uint8Array);
  const values: unknown[] = isParts ? Object.values(value) : [value];
  return values.flatMap((each) =>
    each instanceof Uint8Array &&
    each.buffer instanceof ArrayBuffer &&
    each.byteLength === each.buffer.byteLength
      ? [each.buffer]
      : [],
  );
}

parentPort?.on("message", (order: Order) => {
  void perform(order).then((outcome) => {
    const heap = getHeapStatistics().total_heap_size;
    const reply: Reply = { outcome, heap };
    parentPort?.postMessage(reply, outcome.ok ? movable(outcome.value) : []);
  });
});
