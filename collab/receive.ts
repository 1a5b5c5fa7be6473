import type { Hocuspocus } from "@hocuspocus/server";
import { createDecoder, readVarString } from "lib0/decoding";
import type { RawData, WebSocket } from "ws";
import { createAllowance } from "./allowance";
import { parseDocumentName } from "./document-name";
import { LIMITS, type Share } from "./limits";
import { createOutgoing } from "./outgoing";
import { Refusal } from "./refusal";
import type { Arrival } from "./visit";
import type { Visitor, Visitors } from "./visitors";

const MESSAGES: Share = {
  burst: LIMITS.messageBurst,
  perSecond: LIMITS.messagesPerSecond,
};
const BYTES: Share = {
  burst: LIMITS.byteBurst,
  perSecond: LIMITS.bytesPerSecond,
};

/** Hands a socket's messages to Hocuspocus: only such that are addressed to a document, and not too many. */
export function receive(
  hocuspocus: Hocuspocus<Arrival>,
  socket: WebSocket,
  request: Request,
  visitor: Visitor,
  visitors: Visitors,
): void {
  const client = hocuspocus.handleConnection(
    createOutgoing(visitor, visitors),
    request,
    { visitor },
  );
  const messages = createAllowance(MESSAGES, Date.now());
  const allowed = createAllowance(BYTES, Date.now());
  const turnAway = (reason: "rate_limited" | "not_found") => {
    const { code } = new Refusal(reason);
    socket.close(code, reason);
  };
  socket.on("message", (raw: RawData) => {
    // A client that is being seen out may go on sending: the socket reads on until the other side hangs up, too.
    if (socket.readyState !== socket.OPEN) return;
    const bytes = toBytes(raw);
    const now = Date.now();
    if (!messages.take(1, now) || !allowed.take(bytes.byteLength, now))
      return turnAway("rate_limited");
    // Hocuspocus keys plain objects by this address: "__proto__" must not get that far.
    if (!isAddressed(bytes)) return turnAway("not_found");
    client.handleMessage(bytes);
  });
  socket.on("close", (code, reason) =>
    client.handleClose({ code, reason: reason.toString() }),
  );
}

function toBytes(raw: RawData): Uint8Array {
  if (Array.isArray(raw)) return new Uint8Array(Buffer.concat(raw));
  return new Uint8Array(raw);
}

function isAddressed(bytes: Uint8Array): boolean {
  try {
    // "<name>" or "<name>\0<session>": one window may open a text twice.
    const [name = "", session = "", ...rest] = readVarString(
      createDecoder(bytes),
    ).split("\0");
    return (
      parseDocumentName(name) !== null &&
      /^\w{0,32}$/.test(session) &&
      rest.length === 0
    );
  } catch {
    return false;
  }
}
