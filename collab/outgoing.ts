import type { Hocuspocus } from "@hocuspocus/server";
import { LIMITS } from "./limits";
import type { Visitor, Visitors } from "./visitors";

type Socket = Parameters<Hocuspocus["handleConnection"]>[0];

/** Below so much waiting, nobody else of the account is looked at. */
const HARMLESS = 256 * 1024;

/** A visitor's socket as Hocuspocus sends through it: before each message is looked at what waits there unread. */
export function createOutgoing(visitor: Visitor, visitors: Visitors): Socket {
  const { socket } = visitor;
  return {
    get readyState() {
      return socket.readyState;
    },
    send(message) {
      if (isReading(visitor, visitors)) socket.send(message as Uint8Array);
      // Not closed with a word: that would have to be read, too.
      else socket.terminate();
    },
    close: (code, reason) => socket.close(code, reason),
  };
}

/** Tells whether a visitor and all windows of the account read what they are sent. */
export function isReading(visitor: Visitor, visitors: Visitors): boolean {
  const waiting = visitor.socket.bufferedAmount;
  if (waiting <= HARMLESS) return true;
  return (
    waiting <= LIMITS.unreadBytes &&
    visitors.unreadBytes(visitor.accountId) <= LIMITS.unreadBytesPerAccount
  );
}
