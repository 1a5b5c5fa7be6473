import type { z } from "zod";
import type { Actor } from "@/core/access/can";
import { AppError, type ErrorCode } from "@/core/errors";
import { requireActor } from "@/server/session";

/** What every action returns; `message` and `fields` hold keys below `errors` in the interface texts. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly values: Readonly<Record<string, string | number>>;
        readonly fields: Readonly<Record<string, string>>;
      };
    };

/** Maps what a service throws to a result; what is not an AppError is logged whole and shown as one neutral sentence. */
export function failure(error: unknown): Result<never> {
  if (error instanceof AppError) {
    const { code, message, values, fields } = error;
    return { ok: false, error: { code, message, values, fields } };
  }
  console.error(error);
  return {
    ok: false,
    error: {
      code: "unavailable",
      message: "unexpected",
      values: {},
      fields: {},
    },
  };
}

function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    // Our schemas name their message keys; zod's own sentences become the general key.
    fields[issue.path.join(".")] ??= /^[a-z_]+$/.test(issue.message)
      ? issue.message
      : "field_invalid";
  }
  throw new AppError("invalid", "input_invalid", { fields });
}

/** Wraps a service into an action for signed-in accounts: session, validation, error mapping. */
export function action<S extends z.ZodType, T>(
  schema: S,
  run: (actor: Actor, input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<Result<T>> {
  return async (input) => {
    try {
      const actor = await requireActor();
      return { ok: true, value: await run(actor, parse(schema, input)) };
    } catch (error) {
      return failure(error);
    }
  };
}

/** The same for the few doors that are open to everyone, such as signing up. */
export function publicAction<S extends z.ZodType, T>(
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<Result<T>> {
  return async (input) => {
    try {
      return { ok: true, value: await run(parse(schema, input)) };
    } catch (error) {
      return failure(error);
    }
  };
}
