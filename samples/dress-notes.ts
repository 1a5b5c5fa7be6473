import { z } from "zod";
import type {
  Bundle,
  BundleDocument,
  BundleNote,
  BundleTerm,
} from "@/core/bundle/bundle";
import { makeAnchor } from "@/core/notes/anchor";
import { marksOf } from "@/core/notes/marks";
import { CitationSchema, NOTE_KINDS, NOTE_STATUSES } from "@/core/notes/note";
import { readFootnotes } from "@/core/notes/pandoc/footnotes";
import { readNoteMarkdown } from "@/core/notes/pandoc/note-markdown";
import { ProjectStyleSchema } from "@/core/projects/style";

const about = {
  kind: z.enum(NOTE_KINDS),
  status: z.enum(NOTE_STATUSES),
  citations: z.array(CitationSchema),
};

/** What a footnote cannot say of a note, by its label; the notes of terms, by their sources; the project's style. */
const NotesFileSchema = z.strictObject({
  style: ProjectStyleSchema,
  notes: z.record(z.string(), z.strictObject({ ...about, quote: z.string() })),
  terms: z.record(
    z.string(),
    z.strictObject({ ...about, body: z.array(z.string()) }),
  ),
});
type NotesFile = z.infer<typeof NotesFileSchema>;

/** Gives the notes of a paired sample their kinds, sources and places in the Chinese, and terms their notes. */
export function dressNotes(
  bundle: Bundle,
  targetLines: readonly string[],
  json: unknown,
  ids: () => string,
): Bundle {
  const file = NotesFileSchema.parse(json);
  const labels = readFootnotes(targetLines).footnotes.map(({ label }) => label);
  const documents = bundle.documents.map((document) => ({
    ...document,
    notes: document.notes.map((note, index) =>
      dressNote(note, labels[index] ?? "", file, document),
    ),
  }));
  const unknown = Object.keys(file.terms).filter(
    (source) => !bundle.terms.some((term) => term.source === source),
  );
  if (unknown.length > 0)
    throw new Error(`The glossary has no term ${unknown.join(", ")}.`);
  return {
    ...bundle,
    project: { ...bundle.project, style: file.style },
    documents,
    terms: bundle.terms.map((term) => explain(term, file, ids)),
  };
}

function dressNote(
  note: BundleNote,
  label: string,
  { notes }: NotesFile,
  { paragraphs }: BundleDocument,
): BundleNote {
  const given = notes[label];
  if (given === undefined)
    throw new Error(`The sample says nothing about the note [^${label}].`);
  const { quote, ...rest } = given;
  const paragraph = paragraphs.find(({ translations }) =>
    translations.some(({ target }) =>
      marksOf(target).some(({ noteId }) => noteId === note.id),
    ),
  );
  const from = paragraph?.text.indexOf(quote) ?? -1;
  if (paragraph === undefined || from === -1)
    throw new Error(`“${quote}” is not where [^${label}] is referred to.`);
  const place = {
    paragraphId: paragraph.id,
    field: "",
    from,
    to: from + quote.length,
  };
  return { ...note, ...rest, anchor: makeAnchor(paragraph.text, place) };
}

function explain(
  term: BundleTerm,
  { terms }: NotesFile,
  ids: () => string,
): BundleTerm {
  const given = terms[term.source];
  if (given === undefined) return term;
  const { body } = readNoteMarkdown(given.body);
  return { ...term, explanation: { id: ids(), ...given, body } };
}
