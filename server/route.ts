import type { z } from "zod";
import { AppError, type ErrorCode } from "@/core/errors";

const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
};

/** Wraps a route handler: errors become a JSON body with a message key and the matching status. */
export function route<C>(
  handle: (request: Request, context: C) => Promise<Response>,
): (request: Request, context: C) => Promise<Response> {
  return async (request, context) => {
    try {
      return await handle(request, context);
    } catch (error) {
      if (error instanceof AppError) {
        return Response.json(
          { error: error.code, message: error.message },
          { status: STATUS[error.code] },
        );
      }
      console.error(error);
      return Response.json(
        { error: "unavailable", message: "unexpected" },
        { status: 500 },
      );
    }
  };
}

/** Answers with JSON that was written elsewhere; nobody keeps it on the way. */
export function jsonBytes(body: Uint8Array): Response {
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "private, no-store",
    },
  });
}

/** No input of a route handler is longer, in bytes. */
const MAX_JSON = 64 * 1024;

/** Reads the JSON that a request came with; throws `invalid` with a message key where it is not what the schema wants. */
export async function readJson<S extends z.ZodType>(
  schema: S,
  request: Request,
  message: string,
): Promise<z.output<S>> {
  // A form of another site cannot send this type.
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type))
    throw new AppError("invalid", message);
  const parsed = schema.safeParse(parse(await readText(request)));
  if (!parsed.success) throw new AppError("invalid", message);
  return parsed.data;
}

/**
 * Reads the named fields of a form, sent as a form or as JSON; a field that is missing, or is no text, is left out.
 * Throws `invalid` for anything that is neither.
 */
export async function readFields(
  names: readonly string[],
  request: Request,
): Promise<Record<string, string>> {
  const type = request.headers.get("content-type") ?? "";
  const text = await readText(request);
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(type);
  const sent = isForm
    ? Object.fromEntries(new URLSearchParams(text))
    : /^application\/json\b/i.test(type) && parse(text);
  if (typeof sent !== "object" || sent === null)
    throw new AppError("invalid", "input_invalid");
  const fields: Record<string, string> = {};
  for (const name of names) {
    const value: unknown = Object.entries(sent).find(
      ([key]) => key === name,
    )?.[1];
    if (typeof value === "string") fields[name] = value;
  }
  return fields;
}

async function readText(request: Request): Promise<string> {
  const reader = request.body?.getReader();
  if (reader === undefined) return "";
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not every request says how long it is.
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString("utf8");
    length += value.length;
    if (length > MAX_JSON) throw new AppError("too_large", "too_large");
    chunks.push(value);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
