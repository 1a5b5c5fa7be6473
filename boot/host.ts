import type { IncomingMessage, ServerResponse } from "node:http";

const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Tells whether a request to an instance for this computer alone names this computer. A page of another site can have its
 * own name lead here (DNS rebinding), and would then count as one of ours.
 */
export function isLocalHost(host: string | undefined): boolean {
  const name = (host ?? "").toLowerCase().replace(/:\d+$/, "");
  return LOCAL.includes(name);
}

/** Answers a request that was sent to a name that is not ours. */
export function refuseHost(
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.resume();
  response.writeHead(421, { "content-type": "text/plain; charset=utf-8" });
  response.end(
    "This Duizhao answers on this computer only: open it as localhost, or set NEXTAUTH_URL to the address you use.\n",
  );
}
