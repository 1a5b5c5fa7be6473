import { fork, type ChildProcess } from "node:child_process";
import { buildChild } from "./build-child";
import {
  ExportFailure,
  type Answer,
  type Results,
  type Result,
  type Task,
} from "./messages";
import { readMemory } from "./read-memory";
import { withResolvers } from "./with-resolvers";

/** What a worker may use. Times are in milliseconds, sizes in bytes. */
export type WorkerLimits = {
  /** The program of its child, from the root of the house. */
  readonly program: string;
  /** How long an idle child is kept for the next task. */
  readonly rest: number;
  /** What the child may hold before it is ended, in the middle of its work. */
  readonly memory: number;
  /** A child that holds more than this when it is done makes room for a new one. */
  readonly memoryAtRest: number;
};

export type Work = {
  /** How long the task may take. */
  readonly patience: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: number) => void;
};

/** A place in which tasks are done one after the other, each in a child process that can be ended. */
export type Worker = {
  perform<T extends Task>(task: T, work: Work): Promise<Results[T["kind"]]>;
  /** The process id of its child, if it has one. */
  readonly pid: number | null;
  /** Ends the child and waits until it is gone. */
  close(): Promise<void>;
};

/** V8's own limit; what Typst holds is outside of it. */
const HEAP_MB = 400;
/** How often the memory of a child at work is looked at. */
const WATCH = 100;

/** Opens a worker; its child is started when there is something to do. */
export function openWorker(limits: WorkerLimits): Worker {
  let child: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;

  async function hire(): Promise<ChildProcess> {
    clearTimeout(idle);
    if (child !== null && child.connected) return child;
    const file = await buildChild(limits.program);
    const hired = fork(file, [], {
      // Nothing is inherited: no secret, no address of the database, no option of Node's.
      env: { NODE_ENV: "production" },
      execArgv: [`--max-old-space-size=${HEAP_MB}`],
      serialization: "advanced",
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    // Writing to a child that is going away is an error event; its exit says the rest.
    hired.on("error", () => undefined);
    hired.once("exit", () => {
      if (child === hired) child = null;
    });
    child = hired;
    return hired;
  }

  async function dismiss(): Promise<void> {
    clearTimeout(idle);
    const dismissed = child;
    child = null;
    if (dismissed === null) return;
    await end(dismissed);
  }

  /** Lets the child wait for the next task, unless it has grown. */
  async function rest(): Promise<void> {
    const held = child?.pid === undefined ? null : await readMemory(child.pid);
    if (held !== null && held > limits.memoryAtRest) return dismiss();
    idle = setTimeout(() => void dismiss(), limits.rest);
    idle.unref();
  }

  return {
    get pid() {
      return child?.pid ?? null;
    },
    async perform<T extends Task>(task: T, work: Work) {
      work.signal.throwIfAborted();
      const hired = await hire();
      try {
        work.signal.throwIfAborted();
        const result = await ask(hired, task, work, limits.memory);
        await rest();
        return result as Results[T["kind"]];
      } catch (error) {
        // After a failure nobody knows in which state it is; the next task gets a new one.
        await dismiss();
        throw error;
      }
    },
    close: dismiss,
  };
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** Has the child do a task; rejects with an ExportFailure, or with the signal's reason. */
function ask(
  child: ChildProcess,
  task: Task,
  { patience, signal, onProgress }: Work,
  memory: number,
): Promise<Result> {
  const { promise, resolve, reject } = withResolvers<Result>();
  const fail = (key: string) => reject(new ExportFailure(key));
  const handleMessage = (answer: Answer) => {
    if (answer.kind === "progress") onProgress(answer.progress);
    else if (answer.kind === "result") resolve(answer.result);
    else fail(answer.error);
  };
  const handleExit = (_: number | null, by: NodeJS.Signals | null) =>
    // V8 aborts where its heap is full.
    fail(by === "SIGABRT" ? "export_too_large" : "export_failed");
  const handleAbort = () => reject(signal.reason as Error);
  const timeout = setTimeout(() => fail("export_timeout"), patience);
  const watch = setInterval(() => {
    if (child.pid === undefined) return;
    void readMemory(child.pid).then((held) => {
      if (held !== null && held > memory) fail("export_too_large");
    });
  }, WATCH);
  child.on("message", handleMessage);
  child.once("exit", handleExit);
  signal.addEventListener("abort", handleAbort, { once: true });
  child.send(task, (error) => {
    if (error !== null) fail("export_failed");
  });
  return promise.finally(() => {
    clearTimeout(timeout);
    clearInterval(watch);
    child.off("message", handleMessage);
    child.off("exit", handleExit);
    signal.removeEventListener("abort", handleAbort);
  });
}
