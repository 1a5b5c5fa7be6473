import type { Order, Outcome } from "./messages";

/** For whom a task is done. */
export type Sent = {
  /** The id of an account, or PUBLIC: each owner has a share, and its turn. */
  readonly owner: string;
};

/** Does long tasks beside the thread that answers requests. It never rejects. */
export type ThreadPool = {
  perform(order: Order, sent: Sent): Promise<Outcome>;
  close(): Promise<void>;
};

const key = Symbol.for("duizhao.threads");
type Shared = { [key: symbol]: ThreadPool | undefined };

/** Makes the threads known to both module graphs; called once by the process that starts them. */
export function shareThreads(pool: ThreadPool | null): void {
  (globalThis as Shared)[key] = pool ?? undefined;
}

/** The threads of this process, or null where there are none: in a thread, on the command line, in tests of services. */
export function threadPool(): ThreadPool | null {
  return (globalThis as Shared)[key] ?? null;
}
