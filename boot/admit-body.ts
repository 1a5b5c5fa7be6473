import type { IncomingMessage } from "node:http";
import {
  MAX_ANONYMOUS_BYTES,
  MAX_BODY_BYTES,
  MAX_FORM_BYTES,
} from "@/core/documents/body-limits.mjs";
import { sessionFromCookies } from "@/server/session-token";
import type { Refused } from "./check-request";
import { DOOR_LIMITS, DOOR_TIMES } from "./limits";

/** Lets requests with bodies in; what it returns is a refusal, or what must be called when the answer is done. */
export type Admitted =
  | { readonly refused: Refused }
  | { readonly refused: null; readonly release: () => void };

const free: Admitted = { refused: null, release: () => undefined };

const refused = (status: number, message: string): Admitted => ({
  refused: { status, message },
});

/** The length of a body as its head says it; null where only its end will tell. */
function lengthOf({ headers }: IncomingMessage): number | null {
  if (headers["transfer-encoding"] !== undefined) return null;
  return Number(headers["content-length"] ?? 0);
}

/** Cuts a request whose body does not come: nothing for a while, or not all of it in time. */
function hurry(request: IncomingMessage, silence: number, all: number): void {
  const cut = () => {
    if (!request.complete) request.socket.destroy();
  };
  request.setTimeout(silence, cut);
  const timer = setTimeout(cut, all);
  request.once("close", () => clearTimeout(timer));
}

/**
 * Decides about bodies by their heads, before a byte of them is kept: what comes later (Next's proxy, server actions, sign-in) keeps a body
 * whole before anybody asks who sends it. Without a session a body is a small form.
 */
export function admitBodies(): (request: IncomingMessage) => Promise<Admitted> {
  const large = new Map<string, number>();
  let all = 0;

  function takePlace(accountId: string): Admitted {
    const own = large.get(accountId) ?? 0;
    if (own >= DOOR_LIMITS.largePerAccount || all >= DOOR_LIMITS.large)
      return refused(
        503,
        "Other uploads are under way. Try again in a minute.",
      );
    large.set(accountId, own + 1);
    all += 1;
    const release = () => {
      const left = (large.get(accountId) ?? 1) - 1;
      if (left === 0) large.delete(accountId);
      else large.set(accountId, left);
      all -= 1;
    };
    return { refused: null, release };
  }

  return async (request) => {
    const length = lengthOf(request);
    if (length === 0) return free;
    if (length === null)
      return refused(411, "Send the length of the body in Content-Length.");
    if (length > MAX_BODY_BYTES)
      return refused(413, "This is larger than what can be sent.");
    if (length <= MAX_ANONYMOUS_BYTES) {
      hurry(request, DOOR_TIMES.silence, DOOR_TIMES.smallBody);
      return free;
    }
    const session = await sessionFromCookies(request.headers.cookie ?? "");
    if (session === null)
      return refused(413, "Sign in first: without it only forms can be sent.");
    // Files and documents travel through actions.
    const isAction = request.headers["next-action"] !== undefined;
    if (length > MAX_FORM_BYTES && !isAction)
      return refused(413, "This is larger than what this address takes.");
    hurry(request, DOOR_TIMES.silence, DOOR_TIMES.largeBody);
    return length > MAX_FORM_BYTES ? takePlace(session.actor.accountId) : free;
  };
}
