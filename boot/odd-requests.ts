import type { IncomingMessage, ServerResponse } from "node:http";
import { isAllowedOrigin } from "@/collab/origin";
import { env } from "@/server/env";

/** Every method that something here answers; Next fails on others, such as TRACE. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Methods that change nothing; they need not say which site they come from. */
const SAFE = ["GET", "HEAD", "OPTIONS"];

/** How the id of a server action looks; its hash tells Next which it is. */
const ACTION_ID = /^[0-9a-f]{40,64}$/;

type Refusal = { readonly status: number; readonly reason: string };

function isReadable(url: string): boolean {
  try {
    const decoded = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "");
    return !decoded.includes("\0");
  } catch {
    return false;
  }
}

function isOwnOrigin({ origin, host }: IncomingMessage["headers"]): boolean {
  return (
    origin === undefined || isAllowedOrigin(origin, host, env().NEXTAUTH_URL)
  );
}

function findRefusal(request: IncomingMessage): Refusal | null {
  const { method = "", url = "", headers } = request;
  if (!METHODS.includes(method))
    return { status: 405, reason: "This method is not supported.\n" };
  if (!isReadable(url))
    return { status: 400, reason: "This address can't be read.\n" };
  if (!SAFE.includes(method) && !isOwnOrigin(headers))
    return {
      status: 403,
      reason: `Only pages at ${env().NEXTAUTH_URL} can send this.\n`,
    };
  const action = headers["next-action"];
  if (action !== undefined && !ACTION_ID.test(String(action)))
    return { status: 400, reason: "There is no such action.\n" };
  return null;
}

/**
 * Answers requests whose method, address or headers later code would fail on: with a status of 4xx that says why. True
 * where it has answered. Of the rest it sets the headers by which Next finds out where it is reached, whatever was sent.
 */
export function refuseOddRequest(
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const refusal = findRefusal(request);
  if (refusal !== null) {
    const { status, reason } = refusal;
    const allow = status === 405 ? { allow: METHODS.join(", ") } : {};
    response.writeHead(status, {
      "content-type": "text/plain; charset=utf-8",
      "x-content-type-options": "nosniff",
      // What is left of a body is not read.
      connection: "close",
      ...allow,
    });
    response.end(request.method === "HEAD" ? undefined : reason);
    return true;
  }
  const { headers } = request;
  const home = new URL(env().NEXTAUTH_URL);
  headers["x-forwarded-proto"] = home.protocol.slice(0, -1);
  delete headers["x-forwarded-port"];
  // An action's Origin is compared with this; which origins are ours is decided above.
  if (headers.origin === home.origin) headers["x-forwarded-host"] = home.host;
  else delete headers["x-forwarded-host"];
  return false;
}
