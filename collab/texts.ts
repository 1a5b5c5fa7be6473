import type { Hocuspocus } from "@hocuspocus/server";
import type { ServerMessage } from "@/core/live/messages";
import type { DerivedText } from "@/server/db/derived-text";
import type { Appended } from "@/server/db/live-texts";
import { channelName } from "./document-name";
import type { TextLog } from "./text-log";
import type { Arrival } from "./visit";

/** The live texts that are open in this process, and who is on the way to them. */
export type Texts = {
  readonly logs: Map<string, TextLog>;
  /** Names of collaboration documents that someone is just being let in to: these must not be unloaded. */
  readonly arriving: Map<string, number>;
};

/** No text is open yet. */
export function createTexts(): Texts {
  return { logs: new Map(), arriving: new Map() };
}

/** Marks a document as awaited; the returned function takes the mark back. */
export function expectVisit(texts: Texts, name: string): () => void {
  texts.arriving.set(name, (texts.arriving.get(name) ?? 0) + 1);
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    const left = (texts.arriving.get(name) ?? 1) - 1;
    if (left === 0) texts.arriving.delete(name);
    else texts.arriving.set(name, left);
  };
}

/** Sends an announcement to everyone who has the document open. */
export function announce(
  hocuspocus: Hocuspocus<Arrival>,
  documentId: string,
  message: ServerMessage,
): void {
  hocuspocus.documents
    .get(channelName(documentId))
    ?.broadcastStateless(JSON.stringify(message));
}

/** Tells everyone who has the document open what a commit changed; of a term's note, whatever document of the project. */
export function announceStored(
  hocuspocus: Hocuspocus<Arrival>,
  textId: string,
  { translation, note, changed, storedAt }: Appended,
  { richText }: DerivedText,
): void {
  if (note !== null && changed) {
    const { id, status, documentIds } = note;
    for (const documentId of documentIds)
      announce(hocuspocus, documentId, {
        type: "note_text",
        id,
        status,
        body: richText,
        updatedAt: storedAt.toISOString(),
      });
  }
  if (translation === null) return;
  const { id, documentId, statusBefore, status } = translation;
  if (!changed && statusBefore === status) return;
  announce(hocuspocus, documentId, {
    type: "translation",
    id,
    textId,
    status,
    target: changed ? richText : null,
  });
}
