import type { z } from "zod";
import type { Actor } from "@/core/access/can";
import { AppError, type ErrorCode } from "@/core/errors";
import { countAttempt, LIMITS, type Limit } from "@/server/rate-limit";
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

/** A limit that the service counts itself, because it depends on what it finds; a test looks that it does. */
export type CountedInService = { readonly countedInService: Limit };

/** Names the limit that a service counts itself. */
export function countedInService(limit: Limit): CountedInService {
  return { countedInService: limit };
}

/** Smaller inputs are bounded well enough by the number of calls. */
const LARGE = 64 * 1024;

/** The characters and bytes that an input is made of, roughly. */
function sizeOf(input: unknown): number {
  if (typeof input === "string") return input.length;
  if (input instanceof Blob) return input.size;
  if (ArrayBuffer.isView(input)) return input.byteLength;
  if (typeof input !== "object" || input === null) return 8;
  let size = 0;
  for (const part of Object.values(input)) size += sizeOf(part);
  return size;
}

async function countCall(
  allowance: Limit | CountedInService,
  { accountId }: Actor,
  input: unknown,
): Promise<void> {
  if ("name" in allowance) await countAttempt(allowance, accountId);
  const size = sizeOf(input);
  if (size >= LARGE)
    await countAttempt(LIMITS.sentKilobytes, accountId, Math.ceil(size / 1024));
}

/** Wraps a service into an action for signed-in accounts: session, validation, what they may do in an hour, error mapping. */
export function action<S extends z.ZodType, T>(
  allowance: Limit | CountedInService,
  schema: S,
  run: (actor: Actor, input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<Result<T>> {
  return async (input) => {
    try {
      const actor = await requireActor();
      const parsed = parse(schema, input);
      await countCall(allowance, actor, parsed);
      return { ok: true, value: await run(actor, parsed) };
    } catch (error) {
      return failure(error);
    }
  };
}

/** The same for the few doors that are open to everyone, such as signing up. `count` refuses who has done it too often. */
export function publicAction<S extends z.ZodType, T>(
  count: CountedInService | (() => Promise<void>),
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
): (input: z.input<S>) => Promise<Result<T>> {
  return async (input) => {
    try {
      const parsed = parse(schema, input);
      if (typeof count === "function") await count();
      return { ok: true, value: await run(parsed) };
    } catch (error) {
      return failure(error);
    }
  };
}
