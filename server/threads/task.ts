import { AppError } from "@/core/errors";
import { failure, type Order, type Outcome } from "./messages";
import { threadPool, type Sent } from "./thread-pool";

type Run = (input: unknown) => Promise<unknown>;

const tasks = new Map<string, Run>();

/**
 * Defines work that grows with a document. Whoever calls it waits while a thread does it, so that nobody else has to.
 * Input and output are cloned between threads, which takes time where they are large: then they travel as bytes. Asks
 * nobody who may: services authorise before they call it.
 */
export function defineTask<I, O>(
  name: string,
  run: (input: I) => Promise<O>,
): (sent: Sent, input: I) => Promise<O> {
  tasks.set(name, run as Run);
  return async (sent, input) => {
    const pool = threadPool();
    if (pool === null) return run(input);
    const outcome = await pool.perform({ name, input }, sent);
    if (outcome.ok) return outcome.value as O;
    const { code, message, ...details } = outcome.failure;
    throw new AppError(code, message, details);
  };
}

/** Does a task in this thread. It never rejects: what is not an AppError is logged whole. */
export async function perform({ name, input }: Order): Promise<Outcome> {
  try {
    const run = tasks.get(name);
    if (run === undefined) throw new Error(`There is no task ${name}.`);
    return { ok: true, value: await run(input) };
  } catch (error) {
    if (error instanceof AppError) {
      const { code, message, values, fields } = error;
      return { ok: false, failure: { code, message, values, fields } };
    }
    console.error(error);
    return failure("unavailable", "unexpected");
  }
}

/** The names of all tasks that this module graph knows. */
export function taskNames(): readonly string[] {
  return [...tasks.keys()];
}
