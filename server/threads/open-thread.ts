import { Worker } from "node:worker_threads";
import { buildChild } from "@/server/export/jobs/build-child";
import type { ThreadLimits } from "./limits";
import { failure, type Order, type Outcome, type Reply } from "./messages";

/** A place in which tasks are done one after the other, in a thread that can be ended. */
export type Thread = {
  perform(order: Order): Promise<Outcome>;
  /** Starts the thread before there is something to do. */
  warm(): Promise<void>;
  /** Ends the thread and waits until it is gone. */
  close(): Promise<void>;
};

/** Opens a place for tasks; its thread is started when there is something to do. */
export function openThread(limits: ThreadLimits): Thread {
  let worker: Worker | null = null;
  let isClosed = false;
  let idle: NodeJS.Timeout | undefined;

  async function hire(): Promise<Worker> {
    clearTimeout(idle);
    if (worker !== null) return worker;
    const file = await buildChild(limits.program);
    // It may have been closed meanwhile: then nobody would end a new thread.
    if (isClosed) throw new Error("The threads are closed.");
    const hired = new Worker(file, {
      // Nothing of how this process was started: no loader, no inspector.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    });
    hired.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") console.error(error);
    });
    hired.once("exit", () => {
      if (worker === hired) worker = null;
    });
    hired.unref();
    worker = hired;
    return hired;
  }

  async function dismiss(): Promise<void> {
    clearTimeout(idle);
    const dismissed = worker;
    worker = null;
    await dismissed?.terminate();
  }

  async function rest(heap: number): Promise<void> {
    if (heap > limits.heapAtRest) return dismiss();
    idle = setTimeout(() => void dismiss(), limits.rest);
    idle.unref();
  }

  return {
    async perform(order) {
      try {
        const reply = await ask(await hire(), order, limits.patience);
        if ("heap" in reply) {
          await rest(reply.heap);
          return reply.outcome;
        }
        // Nobody knows in which state it is; the next task gets a new one.
        await dismiss();
        return reply;
      } catch (error) {
        if (!isClosed) console.error(error);
        await dismiss();
        return failure("unavailable", "unexpected");
      }
    },
    async warm() {
      await hire();
    },
    async close() {
      isClosed = true;
      await dismiss();
    },
  };
}

/** Has a thread do a task; says how it ended, or why it was given up. */
function ask(
  worker: Worker,
  order: Order,
  patience: number,
): Promise<Reply | Outcome> {
  return new Promise((resolve) => {
    const end = (reply: Reply | Outcome) => {
      clearTimeout(timeout);
      worker.off("message", end);
      worker.off("error", handleError);
      worker.off("exit", handleExit);
      resolve(reply);
    };
    const handleError = (error: NodeJS.ErrnoException) =>
      end(
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? failure("too_large", "task_too_large")
          : failure("unavailable", "unexpected"),
      );
    const handleExit = () => end(failure("unavailable", "unexpected"));
    const timeout = setTimeout(
      () => end(failure("unavailable", "task_timeout")),
      patience,
    );
    worker.on("message", end);
    worker.once("error", handleError);
    worker.once("exit", handleExit);
    worker.postMessage(order);
  });
}
