import type { Document, Extension, Hocuspocus } from "@hocuspocus/server";
import { isTransactionOrigin } from "@hocuspocus/server";
import {
  applyUpdate,
  encodeStateAsUpdate,
  encodeStateVector,
  snapshot,
} from "yjs";
import { isEmptyRichText } from "@/core/text/rich-text";
import { stateFromRichText } from "@/editor/convert";
import {
  readLiveText,
  seedLiveText,
  type StoredText,
} from "@/server/db/live-texts";
import { parseDocumentName } from "./document-name";
import { dropGaps } from "./gaps";
import { giveUp } from "./give-up";
import { Refusal } from "./refusal";
import type { AuthoredUpdate } from "./store-updates";
import { createStoredRows } from "./stored-rows";
import { openTextLog, type TextLog } from "./text-log";
import { announceStored, type Texts } from "./texts";
import type { Arrival, Visit } from "./visit";
import { createWriters } from "./writers";

/**
 * Loads live texts and keeps them: every change goes to the log at once, the log is folded when the text rests, and no
 * text leaves the memory before all of it is in the database.
 */
export function storage(texts: Texts): Extension<Arrival> {
  const findLog = (documentName: string): TextLog | null => {
    const name = parseDocumentName(documentName);
    return name?.kind === "text" ? (texts.logs.get(name.id) ?? null) : null;
  };
  return {
    extensionName: "storage",
    async onLoadDocument({ document, documentName, instance }) {
      const name = parseDocumentName(documentName);
      if (name?.kind !== "text") return;
      try {
        // An earlier life of this text may still be on its way into the database.
        const before = texts.logs.get(name.id);
        await before?.settled();
        await before?.fold();
        await load(texts, name.id, document, instance as Hocuspocus<Arrival>);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        console.error(error);
        throw new Refusal("unavailable");
      }
    },
    async onStoreDocument({ documentName }) {
      const log = findLog(documentName);
      await log?.settled();
      await log?.fold();
    },
    async beforeUnloadDocument({ documentName, document, instance }) {
      if (texts.arriving.has(documentName)) throw new Refusal("reset");
      // One that was given up: another may be in its place.
      if (document.isDestroyed) throw new Refusal("reset");
      const log = findLog(documentName);
      if (log === null) return;
      if (!log.isSettled()) {
        void log.settled().then(() => instance.unloadDocument(document));
        throw new Refusal("unavailable");
      }
      await log.fold();
      // Something may have come in while folding.
      if (!log.isSettled()) throw new Refusal("unavailable");
    },
    async afterUnloadDocument({ documentName }) {
      const log = findLog(documentName);
      if (log?.isSettled()) texts.logs.delete(log.textId);
    },
  };
}

async function load(
  texts: Texts,
  textId: string,
  document: Document,
  hocuspocus: Hocuspocus<Arrival>,
): Promise<void> {
  const stored = await readSeeded(textId);
  const parts =
    stored.state === null ? stored.updates : [stored.state, ...stored.updates];
  const rows = createStoredRows();
  for (const part of parts) {
    applyUpdate(document, part);
    rows.add(part);
  }
  dropGaps(document);
  const writers = createWriters(stored.writers);
  writers.show(document.clientID, null);
  const log = openTextLog({
    textId,
    kind: stored.kind,
    doc: document,
    rows,
    writers,
    size: parts.reduce((sum, part) => sum + part.byteLength, 0),
    logged: stored.updates.length,
    onStored: (appended, derived) =>
      announceStored(hocuspocus, textId, appended, derived),
    onGone() {
      for (const connection of document.getConnections())
        connection.close(new Refusal("not_found").event);
    },
    onLost() {
      console.error(
        `Live text ${textId} is not what its rows hold; it is loaded again.`,
      );
      giveUp(hocuspocus, texts, document);
    },
  });
  texts.logs.set(textId, log);
  const record = (update: Uint8Array, origin: unknown) => {
    const author = authorOf(origin);
    if (author.isWhole) writers.write(document.clientID, null);
    log.record({ update, ...author });
  };
  // Not through a hook: those run later, and an acknowledgement must never overtake the change it is for.
  document.on("update", record);
  // Yjs clears formats that carry nothing when it reads a text: what it deleted then is stored, too.
  if (!rows.hold(snapshot(document)))
    record(encodeStateAsUpdate(document, encodeStateVector(document)), null);
}

/** The text as stored; one that was imported and never opened gets its Yjs state now, exactly once. */
async function readSeeded(textId: string): Promise<StoredText> {
  const stored = await readLiveText(textId);
  if (stored === null) throw new Refusal("not_found");
  const isFresh = stored.state === null && stored.updates.length === 0;
  if (!isFresh || isEmptyRichText(stored.richText)) return stored;
  await seedLiveText(
    textId,
    new Uint8Array(stateFromRichText(stored.richText)),
  );
  // Whoever was first: what counts is what is stored.
  return (await readLiveText(textId)) ?? stored;
}

function authorOf(
  origin: unknown,
): Pick<AuthoredUpdate, "accountId" | "isWhole"> {
  if (!isTransactionOrigin(origin) || origin.source === "redis")
    return { accountId: null, isWhole: false };
  const context = (
    origin.source === "connection" ? origin.connection.context : origin.context
  ) as Partial<Visit> | undefined;
  return {
    accountId: context?.actor?.accountId ?? null,
    // Only the server itself has direct connections: a visitor's goes through a socket.
    isWhole: origin.source !== "connection",
  };
}
