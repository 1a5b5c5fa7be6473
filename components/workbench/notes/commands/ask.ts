import type { Result } from "./result";

const UNREACHABLE: Result<never> = {
  ok: false,
  error: { message: "unreachable", values: {}, fields: {} },
};

/** Runs an action; a network that is cut is an answer too. */
export async function ask<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  return answer.catch(() => UNREACHABLE);
}
