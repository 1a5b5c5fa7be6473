import type { ErrorCode } from "@/core/errors";

/** A failure as it crosses threads and module graphs, where no class holds. */
export type Failure = {
  readonly code: ErrorCode;
  /** A key below `errors` in the interface texts. */
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fields: Readonly<Record<string, string>>;
};

/** How a task ended. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: Failure };

/** What a thread is asked to do: one thing at a time. */
export type Order = { readonly name: string; readonly input: unknown };

/** What a thread answers; `heap` is what it holds afterwards, in bytes. */
export type Reply = { readonly outcome: Outcome; readonly heap: number };

/** A failure without details. */
export function failure(code: ErrorCode, message: string): Outcome {
  return { ok: false, failure: { code, message, values: {}, fields: {} } };
}
