/** What a collaboration document is: one live text, or the presence and announcements of a whole document. */
export type DocumentName = {
  readonly kind: "text" | "document";
  readonly id: string;
};

const NAME =
  /^(text|document):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Reads a document name, or null for anything but `text:<uuid>` and `document:<uuid>`. */
export function parseDocumentName(name: string): DocumentName | null {
  const [, kind, id] = NAME.exec(name) ?? [];
  if (id === undefined) return null;
  return { kind: kind === "text" ? "text" : "document", id };
}

/** The name of the collaboration document of a live text. */
export function textName(textId: string): string {
  return `text:${textId}`;
}

/** The name of the channel on which a document's presence and announcements travel. */
export function channelName(documentId: string): string {
  return `document:${documentId}`;
}
