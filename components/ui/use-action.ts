"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

type Failure = {
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fields: Readonly<Record<string, string>>;
};

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

const UNREACHABLE: Failure = { message: "unreachable", values: {}, fields: {} };

/**
 * Runs a server action for a form: whether it is under way, and what went wrong in the reader's language.
 * `submit` resolves to the outcome; what was typed stays where it is.
 */
export function useAction<I, T>(run: (input: I) => Promise<Outcome<T>>) {
  const t = useTranslations("errors");
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function submit(input: I): Promise<Outcome<T>> {
    setBusy(true);
    setFailure(null);
    // The action itself never throws: what arrives here is a cut network or a stopped server.
    const outcome = await run(input).catch(() => ({
      ok: false as const,
      error: UNREACHABLE,
    }));
    setBusy(false);
    if (!outcome.ok) setFailure(outcome.error);
    return outcome;
  }

  const fields = failure?.fields ?? {};
  return {
    isBusy,
    submit,
    /** Shows a failure that was found elsewhere than in the action. */
    fail: (message: string, values: Failure["values"] = {}) =>
      setFailure({ message, values, fields: {} }),
    clear: () => setFailure(null),
    /** What is wrong as a whole; null where all is well. */
    error: failure && t(failure.message, failure.values),
    /** What is wrong with one input, or undefined. */
    errorOf: (field: string) => {
      const message = fields[field];
      return message === undefined ? undefined : t(message, failure?.values);
    },
  };
}
