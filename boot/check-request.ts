import type { IncomingMessage } from "node:http";
import { isAllowedOrigin } from "@/collab/origin";
import { isLocalHost } from "./host";
import { DOOR_LIMITS } from "./limits";

/** Why a request is refused before anything of ours reads it. */
export type Refused = {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Every method that something here answers; Next fails on others, such as TRACE. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const ALLOW = { allow: METHODS.join(", ") };
/** Methods that change nothing; they need not say which site they come from. */
const SAFE = ["GET", "HEAD", "OPTIONS"];

/** How the id of a server action looks; Next fails on others. */
const ACTION_ID = /^[0-9a-f]{40,64}$/;

const refuse = (status: number, message: string): Refused => ({
  status,
  message,
});

/** A host with or without port, as it stands in a Host header. */
function readHost(host: string): string | null {
  if (!/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host))
    return null;
  return URL.canParse(`http://${host}/`)
    ? new URL(`http://${host}/`).host
    : null;
}

/** What callers see of a request's target; null where there is no such address. */
function isAddress(target: string): boolean {
  // `//host/` and `/\host/` would lead to another host when they are resolved.
  if (!target.startsWith("/") || /^\/[/\\]/.test(target)) return false;
  if (!URL.canParse(target, "http://localhost")) return false;
  try {
    // Malformed percent signs, and NUL, which no address of ours has and no file system takes.
    return !decodeURIComponent(target.split(/[?#]/, 1)[0] ?? "").includes("\0");
  } catch {
    return false;
  }
}

/** Turns the absolute form, which proxies send, into a path where it names this host; a refusal where it names another. */
function checkTarget(
  request: IncomingMessage,
  host: string,
  home: URL,
): Refused | null {
  const target = request.url ?? "/";
  if (Buffer.byteLength(target) > DOOR_LIMITS.addressBytes)
    return refuse(414, "This address is too long.");
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    const url = URL.canParse(target) ? new URL(target) : null;
    if (url === null || !/^https?:$/.test(url.protocol))
      return refuse(400, "This is no address of a page.");
    const isOurs =
      url.host === home.host || (url.host === host && isLocalHost(host));
    if (!isOurs)
      return refuse(421, "This server does not answer for that host.");
    request.url = target
      .replace(/^[a-z]+:\/\/[^/?#]*/i, "")
      .replace(/^(?!\/)/, "/");
  }
  if (!isAddress(request.url ?? "/"))
    return refuse(400, "This address is malformed.");
  return null;
}

/** Sets the headers by which Next finds out where it is reached, whatever was sent. */
function setForwarded({ headers }: IncomingMessage, home: URL): void {
  headers["x-forwarded-proto"] = home.protocol.slice(0, -1);
  delete headers["x-forwarded-port"];
  // An action's Origin is compared with this; which origins are ours is decided here.
  if (headers.origin === home.origin) headers["x-forwarded-host"] = home.host;
  else delete headers["x-forwarded-host"];
}

/**
 * Checks the head of a request, brings its target into the form of a path, and sets what Next reads its own address from. What cannot be
 * right is refused here, with a status of 4xx that says why: what reads headers later would throw. `home` is the address that people open.
 */
export function checkRequest(
  request: IncomingMessage,
  home: URL,
): Refused | null {
  const { method = "", headers } = request;
  if (!METHODS.includes(method))
    return { ...refuse(405, "This method is not supported."), headers: ALLOW };
  // HTTP/1.0 knows no Host; those who watch whether the server runs speak it.
  const isOld = headers.host === undefined && request.httpVersion === "1.0";
  const host = isOld ? home.host : readHost(headers.host ?? "");
  if (host === null) return refuse(400, "The Host header is malformed.");
  if (method === "OPTIONS" && request.url === "*")
    return { ...refuse(204, ""), headers: ALLOW };
  const refused = checkTarget(request, host, home);
  if (refused !== null) return refused;
  // Cookies travel with forms of other sites; browsers say in Origin which page sent it, programs send none.
  const { origin } = headers;
  const isChange = !SAFE.includes(method) && origin !== undefined;
  if (isChange && !isAllowedOrigin(origin, headers.host, home.origin))
    return refuse(403, `Only pages at ${home.origin} can send this.`);
  const action = headers["next-action"];
  if (action !== undefined && !ACTION_ID.test(String(action)))
    return refuse(400, "There is no such action.");
  setForwarded(request, home);
  return null;
}
