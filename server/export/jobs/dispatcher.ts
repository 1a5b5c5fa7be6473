import {
  ExportFailure,
  type Result,
  type Results,
  type Task,
} from "./messages";
import { openWorker, type Worker, type WorkerLimits } from "./open-worker";
import { withResolvers } from "./with-resolvers";
import { makeTurns } from "./turns";

/** What a task is sent with. */
export type Sent = {
  readonly owner: string;
  readonly signal: AbortSignal;
  readonly onStart?: () => void;
  readonly onProgress?: (progress: number) => void;
};

/** Hands tasks to workers, a file at a time, and what somebody is looking at meanwhile beside it. */
export type Dispatcher = {
  send<T extends Task>(task: T, sent: Sent): Promise<Results[T["kind"]]>;
  /** How many tasks wait: of all, or of one owner. */
  waiting(owner?: string): number;
  /** The process ids of the children. */
  pids(): readonly number[];
  close(): Promise<void>;
};

type Waiting = {
  readonly task: Task;
  readonly sent: Sent;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
};

/** How long each kind of task may take, in milliseconds. */
export type Patience = Readonly<Record<Task["kind"], number>>;

/** Starts a dispatcher with two workers: one for files, one for what is quickly made and waited for. */
export function makeDispatcher(
  limits: WorkerLimits,
  patience: Patience,
): Dispatcher {
  const turns = makeTurns<Waiting>();
  const workers = [
    {
      worker: openWorker(limits),
      isFor: (kind: Task["kind"]) => kind === "file",
    },
    {
      worker: openWorker(limits),
      isFor: (kind: Task["kind"]) => kind !== "file",
    },
  ];
  const busy = new Set<Worker>();
  let isClosed = false;

  function work(): void {
    for (const { worker, isFor } of workers) {
      if (isClosed || busy.has(worker)) continue;
      const next = turns.take(({ task }) => isFor(task.kind));
      if (next === null) continue;
      busy.add(worker);
      void serve(worker, next).finally(() => {
        busy.delete(worker);
        work();
      });
    }
  }

  async function serve(worker: Worker, next: Waiting): Promise<void> {
    const { task, sent, resolve, reject } = next;
    sent.onStart?.();
    await worker
      .perform(task, {
        patience: patience[task.kind],
        signal: sent.signal,
        onProgress: sent.onProgress ?? (() => undefined),
      })
      .then(resolve, reject);
  }

  return {
    async send<T extends Task>(task: T, sent: Sent) {
      if (isClosed) throw new ExportFailure("export_unavailable");
      const { signal, owner } = sent;
      signal.throwIfAborted();
      const { promise, resolve, reject } = withResolvers<Result>();
      const item = { task, sent, resolve, reject };
      const handleAbort = () => {
        turns.remove(item);
        reject(signal.reason as Error);
      };
      turns.add(owner, item);
      signal.addEventListener("abort", handleAbort, { once: true });
      work();
      const result = await promise.finally(() =>
        signal.removeEventListener("abort", handleAbort),
      );
      return result as Results[T["kind"]];
    },
    waiting: (owner) => turns.count(owner),
    pids: () => workers.flatMap(({ worker: { pid } }) => pid ?? []),
    async close() {
      isClosed = true;
      const gone = new ExportFailure("export_unavailable");
      for (;;) {
        const item = turns.take(() => true);
        if (item === null) break;
        item.reject(gone);
      }
      await Promise.all(workers.map(({ worker }) => worker.close()));
    },
  };
}
