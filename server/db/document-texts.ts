import { RichTextSchema, type RichText } from "@/core/text/rich-text";
import { prisma, type Db } from "./client";
import { deriveText, type DocumentTextKind } from "./derived-text";

/** A text that stands before a document in its editions. */
export type DocumentTextRow = {
  readonly kind: DocumentTextKind;
  readonly textId: string;
  readonly richText: RichText;
};

/** Lists the texts that stand before a document; one that nobody ever asked for is not there. */
export async function listDocumentTexts(
  documentId: string,
  db: Db = prisma,
): Promise<readonly DocumentTextRow[]> {
  const rows = await db.documentText.findMany({
    where: { documentId },
    select: { kind: true, textId: true, text: { select: { richText: true } } },
  });
  return rows.flatMap(({ kind, textId, text }) => {
    // The column's type has the other kinds of live texts too, which never stand here.
    if (kind === "translation" || kind === "note") return [];
    return [{ kind, textId, richText: RichTextSchema.parse(text.richText) }];
  });
}

/** Lists the ids of the live texts that stand before a document. */
export async function listDocumentTextIds(
  documentId: string,
  db: Db = prisma,
): Promise<readonly string[]> {
  const rows = await db.documentText.findMany({
    where: { documentId },
    select: { textId: true },
  });
  return rows.map(({ textId }) => textId);
}

/** Stores a text that stands before a document; its Yjs state is made of the rich text when it is first opened. */
export async function insertDocumentText(
  place: { readonly projectId: string; readonly documentId: string },
  { kind, textId, richText }: DocumentTextRow,
  db: Db,
): Promise<void> {
  const { noteIds, ...derived } = deriveText(richText, kind);
  await db.liveText.create({
    data: {
      id: textId,
      projectId: place.projectId,
      kind,
      ...derived,
      noteIds: [...noteIds],
    },
    select: { id: true },
  });
  await db.documentText.create({
    data: { documentId: place.documentId, kind, textId },
    select: { textId: true },
  });
}
