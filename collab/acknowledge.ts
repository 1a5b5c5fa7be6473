import {
  OutgoingMessage,
  type Connection,
  type Extension,
  type onStatelessPayload,
} from "@hocuspocus/server";
import { ClientMessage, type ServerMessage } from "@/core/live/messages";
import { Refusal } from "./refusal";
import type { Texts } from "./texts";
import type { Visit } from "./visit";

/** Answers "is it saved?": `saved` only after the transaction that holds all that this connection sent before. */
export function acknowledge(texts: Texts): Extension {
  return {
    extensionName: "acknowledge",
    // Hocuspocus does not wait for this hook: whatever it threw would end the process.
    async onStateless({ connection, document, payload }: onStatelessPayload) {
      const message = read(payload);
      const visit = connection.context as Visit;
      if (message === null || visit.name.kind !== "text") return;
      const log = texts.logs.get(visit.name.id);
      if (log === undefined || log.doc !== document || document.isDestroyed) {
        connection.close(new Refusal("reset").event);
        return;
      }
      if (visit.hasGap) requestAll(connection);
      const reason = connection.readOnly
        ? (visit.refused ?? "read_only")
        : null;
      const isSaved =
        reason === null && !visit.hasGap && (await log.saved()) === "stored";
      const { n } = message;
      send(
        connection,
        isSaved
          ? { type: "saved", n }
          : { type: "unsaved", n, reason: reason ?? "unavailable" },
      );
    },
  };
}

function read(payload: string): ClientMessage | null {
  try {
    return ClientMessage.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

function send(connection: Connection, message: ServerMessage): void {
  connection.sendStateless(JSON.stringify(message));
}

/** Asks a client for everything the server does not have. */
function requestAll(connection: Connection): void {
  connection.send(
    new OutgoingMessage(connection.messageAddress)
      .createSyncMessage()
      .writeFirstSyncStepFor(connection.document)
      .toUint8Array(),
  );
}
