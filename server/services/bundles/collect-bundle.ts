import type {
  Bundle,
  BundleDocument,
  BundleExplanation,
  BundleNote,
  BundleTerm,
} from "@/core/bundle/bundle";
import { noSearch } from "@/core/bundle/settle-anchors";
import {
  listExplained,
  settleNotes,
  settleTerm,
} from "@/core/bundle/settle-notes";
import { settleTranslation } from "@/core/bundle/settle-translation";
import { AppError } from "@/core/errors";
import { marksOf } from "@/core/notes/marks";
import type { NoteView } from "@/core/notes/note";
import {
  SourceMetadataSchema,
  translationParts,
} from "@/core/source/paragraph";
import {
  findProjectName,
  listBundleDocuments,
  type BundleDocumentRow,
} from "@/server/db/bundles";
import type { Db } from "@/server/db/client";
import { listNotes, listTermNotes } from "@/server/db/notes";
import { listParagraphs } from "@/server/db/paragraphs";
import { findProjectStyle } from "@/server/db/projects";
import { readDocumentTexts } from "@/server/services/documents/document-texts";
import { listSuppressed } from "@/server/db/term-notes";
import { listTerms } from "@/server/db/terms";
import { listTranslations } from "@/server/db/translations";

/**
 * Puts a project into a bundle, without deleted notes and their marks. Asks nobody: for the command line, and for
 * services that have authorised.
 */
export async function collectBundle(
  projectId: string,
  db?: Db,
): Promise<Bundle> {
  const name = await findProjectName(projectId, db);
  if (name === null) throw new AppError("not_found", "not_found");
  const termNotes = (await listTermNotes(projectId, db)).filter(isKept);
  const terms = await collectTerms(projectId, termNotes, db);
  const explained = listExplained(terms);
  const strays = new Set(termNotes.filter(({ id }) => !explained.has(id)));
  const documents: BundleDocument[] = [];
  for (const row of await listBundleDocuments(projectId, db)) {
    const document = await collectDocument(row, db);
    const notes = [...document.notes, ...takeStrays(strays, document)];
    // What is stored stands where it was found or made.
    documents.push(settleNotes({ ...document, notes }, explained, noSearch()));
  }
  return {
    format: "duizhao-bundle",
    version: 3,
    project: { name, style: await findProjectStyle(projectId, db) },
    documents,
    terms,
  };
}

function isKept({ deletedAt }: NoteView): boolean {
  return deletedAt === null;
}

async function collectTerms(
  projectId: string,
  notes: readonly NoteView[],
  db?: Db,
): Promise<readonly BundleTerm[]> {
  const byTerm = new Map(notes.map((note) => [note.term?.id ?? null, note]));
  const terms = await listTerms(projectId, db);
  return terms.map(({ id, ...term }) => {
    const note = byTerm.get(id);
    const explanation = note === undefined ? null : explanationOf(note);
    return settleTerm({ ...term, explanation });
  });
}

/** A note whose term is not in the glossary any more goes with the first document that refers to it. */
function takeStrays(
  strays: Set<NoteView>,
  { paragraphs }: BundleDocument,
): readonly BundleNote[] {
  if (strays.size === 0) return [];
  const marked = new Set(
    paragraphs.flatMap(({ translations }) =>
      translations.flatMap(({ target }) =>
        marksOf(target).map(({ noteId }) => noteId),
      ),
    ),
  );
  const taken = [...strays].filter(({ id }) => marked.has(id));
  for (const note of taken) strays.delete(note);
  return taken.map(noteOf);
}

function explanationOf({
  id,
  kind,
  status,
  body,
  citations,
}: NoteView): BundleExplanation {
  return { id, kind, status, body, citations: [...citations] };
}

function noteOf(note: NoteView): BundleNote {
  return { ...explanationOf(note), anchor: note.anchor };
}

async function collectDocument(
  row: BundleDocumentRow,
  db?: Db,
): Promise<BundleDocument> {
  const { id, title, versionId, fileName, mediaType, encoding, text } = row;
  const metadata = SourceMetadataSchema.parse(row.metadata);
  const paragraphs = await listParagraphs(versionId, db);
  const stored = await listTranslations(id, db);
  const notes = await listNotes({ documentId: id }, db);
  const translations = new Map(
    stored.map((each) => [`${each.paragraphId} ${each.field}`, each]),
  );
  return {
    id,
    title,
    source: { fileName, mediaType, encoding, metadata, text },
    details: row.details,
    ...(await readDocumentTexts(id, db)),
    paragraphs: paragraphs.map(({ position: _position, ...paragraph }) => ({
      ...paragraph,
      translations: translationParts(paragraph).map(({ field }) =>
        settleTranslation(field, translations.get(`${paragraph.id} ${field}`)),
      ),
    })),
    notes: notes
      .filter((note) => note.documentId === id && isKept(note))
      .map(noteOf),
    suppressed: await listSuppressed(id, db),
  };
}
