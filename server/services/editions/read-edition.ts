import { assembleEdition } from "@/core/editions/assemble-edition";
import type { Edition, EditionPublication } from "@/core/editions/edition";
import type { EditionInput } from "@/core/editions/edition-input";
import { AppError } from "@/core/errors";
import { matcherFor } from "@/core/glossary/matcher";
import type { Db } from "@/server/db/client";
import { listDocumentTexts } from "@/server/db/document-texts";
import type { DocumentSeen } from "@/server/db/documents";
import { listNotes } from "@/server/db/notes";
import { listParagraphs } from "@/server/db/paragraphs";
import { findPublication } from "@/server/db/publications";
import { listSuppressed } from "@/server/db/term-notes";
import { listTerms } from "@/server/db/terms";
import { listTextIds, listTranslations } from "@/server/db/translations";
import { liveServer } from "@/server/live";

/** A document that is read for an edition; asked of whoever authorised. */
export type EditedDocument = Omit<DocumentSeen, "role">;

/** What an edition was made of, and the edition. */
export type EditionRead = {
  readonly input: EditionInput;
  readonly edition: Edition;
};

/** Stores what was typed a second ago in a document's English, its notes and what stands before it. */
export async function flushDocument(documentId: string): Promise<void> {
  const live = liveServer();
  if (live === null) return;
  const [textIds, notes, texts] = await Promise.all([
    listTextIds(documentId),
    listNotes({ documentId }),
    listDocumentTexts(documentId),
  ]);
  const all = [...notes, ...texts].map(({ textId }) => textId);
  await live.flush([...textIds, ...all]);
}

/** Assembles a document as it is stored, as a draft or as the edition that it is about to be. */
export async function assembleDocument(
  document: EditedDocument,
  {
    publication = null,
    remarks = false,
    now = new Date(),
  }: {
    readonly publication?: EditionPublication | null;
    readonly remarks?: boolean;
    readonly now?: Date;
  } = {},
  db?: Db,
): Promise<EditionRead> {
  const { id, title, metadata, versionId, projectId, style } = document;
  const [stored, texts, paragraphs, translations, notes, terms, suppressed] =
    await Promise.all([
      findPublication(id, db),
      listDocumentTexts(id, db),
      listParagraphs(versionId, db),
      listTranslations(id, db),
      listNotes({ documentId: id }, db),
      listTerms(projectId, db),
      listSuppressed(id, db),
    ]);
  // Deleted since it was found.
  if (stored === null) throw new AppError("not_found", "not_found");
  const wordsOf = (wanted: "introduction" | "conventions") =>
    texts.find(({ kind }) => kind === wanted)?.richText ?? null;
  const input: EditionInput = {
    documentId: id,
    title,
    metadata,
    sha256: stored.sha256,
    details: stored.details,
    introduction: wordsOf("introduction"),
    conventions: wordsOf("conventions"),
    paragraphs,
    translations,
    notes,
    terms,
    matcher: matcherFor(`${projectId}:${document.glossaryVersion}`, terms),
    style,
    suppressed,
    remarks,
    publication,
    asOf: now.toISOString(),
  };
  return { input, edition: assembleEdition(input) };
}
