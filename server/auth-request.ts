import "server-only";
import NextAuth from "next-auth";
import type { NextApiRequest, NextApiResponse } from "next";
import { AppError } from "@/core/errors";
import { authOptions } from "@/server/auth";
import { readFields } from "@/server/route";
import {
  findCookie,
  isSecure,
  sessionCookieName,
} from "@/server/session-token";

/** The endpoints of next-auth that the forms use, with their methods; its pages and all others do not exist here. */
const ENDPOINTS: ReadonlyMap<string, "GET" | "POST"> = new Map([
  ["csrf", "GET"],
  ["providers", "GET"],
  ["callback/credentials", "POST"],
  ["signout", "POST"],
]);

/** What next-auth is given of a form; `callbackUrl` and whatever else may be sent is left out. */
const FIELDS = ["csrfToken", "email", "password"];

/** What next-auth reads of the cookies. */
function cookiesOf(request: Request): Record<string, string> {
  const csrf = `${isSecure() ? "__Host-" : ""}next-auth.csrf-token`;
  const header = request.headers.get("cookie") ?? "";
  const found: Record<string, string> = {};
  for (const name of [csrf, sessionCookieName()]) {
    const value = decoded(findCookie(header, name));
    if (value !== null) found[name] = value;
  }
  return found;
}

function decoded(value: string | null): string | null {
  if (value === null) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

/** The part of Next's older response that next-auth writes to, kept until it is made into a Response. */
function recordResponse() {
  const headers = new Map<string, string | readonly string[]>();
  const written = { status: 200, body: "", headers };
  const response = {
    status(code: number) {
      written.status = code;
      return response;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | readonly string[]) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    json(value: unknown) {
      headers.set("content-type", "application/json");
      written.body = JSON.stringify(value);
    },
    send(value: unknown) {
      if (typeof value === "string") written.body = value;
      else response.json(value);
    },
    end: () => undefined,
  };
  return { written, response };
}

function toResponse({
  status,
  body,
  headers,
}: ReturnType<typeof recordResponse>["written"]): Response {
  const answer = new Response(body, { status });
  for (const [name, value] of headers)
    for (const one of [value].flat()) answer.headers.append(name, one);
  answer.headers.set("cache-control", "private, no-store");
  return answer;
}

/**
 * Answers a request to one of next-auth's endpoints. It is handed only what it needs, so that no odd header, address or cookie
 * reaches code that would fail on it, and always asked for JSON: it sends nobody to a page of its own.
 */
export async function answerAuth(
  request: Request,
  path: readonly string[],
): Promise<Response> {
  const method = ENDPOINTS.get(path.join("/"));
  if (method === undefined) throw new AppError("not_found", "not_found");
  if ((request.method === "HEAD" ? "GET" : request.method) !== method)
    return new Response(null, { status: 405, headers: { allow: method } });
  const body = method === "POST" ? await readFields(FIELDS, request) : {};
  let isFailed = false;
  const { written, response } = recordResponse();
  await NextAuth(
    {
      query: { nextauth: path },
      body: { ...body, json: "true" },
      cookies: cookiesOf(request),
      headers: {},
      method,
    } as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    authOptions(() => (isFailed = true)),
  );
  // The cookie stays: the session still holds, and can be ended by trying again. Not JSON, which next-auth's client takes
  // for a success whatever it says.
  if (isFailed) return new Response(null, { status: 503 });
  // Without its token a form is another site's, or was open for too long.
  if (written.body.includes("csrf=true")) written.status = 403;
  return toResponse(written);
}
