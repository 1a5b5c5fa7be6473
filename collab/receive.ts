import type { Hocuspocus } from "@hocuspocus/server";
import { createDecoder, readVarString } from "lib0/decoding";
import type { RawData, WebSocket } from "ws";
import { createAllowance } from "./allowance";
import { parseDocumentName } from "./document-name";
import { Refusal } from "./refusal";
import type { Arrival } from "./visit";
import type { Visitor } from "./visitors";

/** Hands a socket's messages to Hocuspocus: only such that are addressed to a document, and not too many. */
export function receive(
  hocuspocus: Hocuspocus<Arrival>,
  socket: WebSocket,
  request: Request,
  visitor: Visitor,
): void {
  const client = hocuspocus.handleConnection(socket, request, { visitor });
  const allowance = createAllowance(Date.now());
  const turnAway = (reason: "rate_limited" | "not_found") => {
    const { code } = new Refusal(reason);
    socket.close(code, reason);
  };
  socket.on("message", (raw: RawData) => {
    // A client that is being seen out may go on sending: the socket reads on until the other side hangs up, too.
    if (socket.readyState !== socket.OPEN) return;
    const bytes = toBytes(raw);
    if (!allowance.take(bytes.byteLength, Date.now()))
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
