import { Worker } from "node:worker_threads";
import { childPids } from "./children";
import { logError } from "./output.mjs";

/** Something that was opened and is closed at the end; `patience` is how many milliseconds its closing may take. */
export type Part = {
  readonly name: string;
  readonly patience: number;
  close(patience: number): Promise<void>;
};

/** How long the whole end may take, in milliseconds; supervisors kill after 10 s. */
export const END_WITHIN = 9_000;
/** Much later the thread beside us ends what even this deadline could not. */
const LAST_RESORT = 500;

/** Waits for work at most so many milliseconds; false when it was not done by then. What it throws is thrown. */
export async function within(
  milliseconds: number,
  work: Promise<unknown>,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, milliseconds));
  });
  const done = work.then(() => true as const);
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

/** Closes parts in the reverse order of their opening, each within its patience and all before `deadline` (as Date.now()). */
export async function closeAll(
  parts: Part[],
  deadline: number,
): Promise<boolean> {
  let isOrderly = true;
  // One part may come in while another closes; none is left out.
  for (let part = parts.pop(); part; part = parts.pop()) {
    const patience = Math.min(part.patience, deadline - Date.now());
    try {
      if (await within(patience, part.close(patience))) continue;
      logError(`The ${part.name} did not close in time.`);
    } catch (error) {
      logError(`Closing the ${part.name} failed:`, error);
    }
    isOrderly = false;
  }
  return isOrderly;
}

/** Makes sure that this process ends in time: a timer in it, and a thread beside it for when its timers do not run any more. */
export function endInTime(): void {
  setTimeout(() => process.exit(1), END_WITHIN).unref();
  const workerData = {
    patience: END_WITHIN + LAST_RESORT,
    children: childPids(),
  };
  try {
    const thread = new Worker(new URL("./last-resort.mjs", import.meta.url), {
      workerData,
      execArgv: [],
    });
    thread.on("error", logError).unref();
  } catch (error) {
    logError(error);
  }
}

/** For commands that opened something: on a signal it is closed in time, and the command ends. Returns what takes that back. */
export function closeOnSignals(close: () => Promise<void>): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const handleSignal = () => {
    endInTime();
    void within(END_WITHIN - 1000, close())
      .catch(logError)
      .finally(() => process.exit(130));
  };
  for (const signal of signals) process.once(signal, handleSignal);
  return () => {
    for (const signal of signals) process.off(signal, handleSignal);
  };
}
