import type { Document, Hocuspocus } from "@hocuspocus/server";
import { parseDocumentName } from "./document-name";
import { Refusal } from "./refusal";
import type { Texts } from "./texts";
import type { Arrival } from "./visit";

/**
 * Gives up a text in memory that is not what the database holds, or whose last transaction threw. Whoever has it open comes
 * back by themselves, to the text as it is stored, and sends what was not acknowledged.
 */
export function giveUp(
  hocuspocus: Hocuspocus<Arrival>,
  texts: Texts,
  document: Document,
): void {
  const { name } = document;
  const id = parseDocumentName(name)?.id;
  const log = id === undefined ? undefined : texts.logs.get(id);
  if (log?.doc === document) log.abandon();
  if (hocuspocus.documents.get(name) === document)
    hocuspocus.documents.delete(name);
  for (const connection of document.getConnections())
    connection.close(new Refusal("reset").event);
  try {
    document.destroy();
  } catch (error) {
    // What waited to be sent to others could not be encoded.
    console.error(error);
  }
  document.isDestroyed = true;
}
