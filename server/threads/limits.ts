const MB = 1_000_000;
const MINUTE = 60_000;

/** What long tasks may use. Times are in milliseconds, sizes in bytes. */
export type ThreadLimits = {
  /** The program of a thread, from the root of the house. */
  readonly program: string;
  /** How long one task may take. */
  readonly patience: number;
  /** V8's heap of one thread, in megabytes: a task that needs more is ended. */
  readonly heapMegabytes: number;
  /** A thread that holds more than this after a task makes room for a new one. */
  readonly heapAtRest: number;
  /** How long an idle thread is kept. */
  readonly rest: number;
  /** Tasks that one owner may have waiting or under way. */
  readonly perOwner: number;
  /** Tasks that everybody together may have waiting. */
  readonly waiting: number;
};

export const THREAD_LIMITS: ThreadLimits = {
  program: "boot/thread.ts",
  // Publishing a document of 50,000 paragraphs takes some 20 s on two busy cores.
  patience: 2 * MINUTE,
  // The largest import (22 MB of paragraphs) peaks at about half of it.
  heapMegabytes: 1200,
  heapAtRest: 300 * MB,
  // A new thread takes about half a second to load.
  rest: 10 * MINUTE,
  // A page asks for three things at once; an account has a few windows open.
  perOwner: 12,
  waiting: 60,
};

/** The owner of what anyone may ask for without an account: the public has one share together. */
export const PUBLIC = "public";
