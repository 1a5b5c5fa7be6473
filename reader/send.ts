import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Packed } from "./kept";
import { securityHeaders } from "./policy";

type Form = "br" | "gzip" | null;

/** Which form a browser takes: the smallest that it names and does not refuse. */
export function chooseForm(accepted: string | undefined): Form {
  const names = (accepted ?? "")
    .toLowerCase()
    .split(",")
    .map((each) => each.trim())
    .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
    .map((each) => each.split(";", 1)[0]?.trim());
  if (names.includes("br")) return "br";
  return names.includes("gzip") ? "gzip" : null;
}

/** Tells whether a browser has this already (RFC 9110, 13.1.2: compared weakly). */
export function hasTag(given: string | undefined, tag: string): boolean {
  if (given === undefined) return false;
  return given
    .split(",")
    .map((each) => each.trim().replace(/^W\//, ""))
    .some((each) => each === "*" || each === tag);
}

/** Sends an answer, or says that it is known. Nothing is read from a cookie, and none is set. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  packed: Packed,
): void {
  const isPacked = packed.brotli !== null;
  const form = isPacked ? chooseForm(request.headers["accept-encoding"]) : null;
  const bodies = { br: packed.brotli, gzip: packed.gzip };
  const body = form === null ? packed.plain : bodies[form];
  const tag = `"${packed.tag}${form === null ? "" : `-${form}`}"`;
  const headers: Record<string, string | number> = {
    ...securityHeaders(),
    ...packed.headers,
    etag: tag,
    ...(isPacked && { vary: "Accept-Encoding" }),
  };
  if (packed.status === 200 && hasTag(request.headers["if-none-match"], tag)) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  response.writeHead(packed.status, {
    ...headers,
    "content-type": packed.type,
    ...(body !== null && { "content-length": body.length }),
    ...(form !== null && { "content-encoding": form }),
  });
  if (request.method === "HEAD") response.end();
  else if (body !== null) response.end(body);
  else unpack(packed, response);
}

/** Sends the plain form of what is kept packed only. */
function unpack({ gzip }: Packed, response: ServerResponse): void {
  const unzip = createGunzip();
  // Whoever goes away in the middle reads nothing of why.
  pipeline(unzip, response, () => undefined);
  unzip.end(gzip);
}
