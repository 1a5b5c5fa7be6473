import { cutText, documentName } from "@/core/documents/document-name";
import {
  translationParts,
  type ParsedSource,
  type SourceParagraph,
} from "@/core/source/paragraph";
import { hasUnprintable } from "@/core/text/name";
import { readEnglishLine } from "@/core/notes/pandoc/english-line";
import { readFootnotes } from "@/core/notes/pandoc/footnotes";
import {
  EMPTY_RICH_TEXT,
  isEmptyRichText,
  type RichText,
} from "@/core/text/rich-text";
import { alignLines } from "./align-lines";
import type {
  Bundle,
  BundleNote,
  BundleParagraph,
  BundleTerm,
  BundleTranslation,
} from "./bundle";

/** What two files aligned line by line are made into a bundle from. */
export type Pair = {
  readonly source: ParsedSource;
  /** The source as given, whole. */
  readonly sourceText: string;
  readonly fileName: string | null;
  /**
   * One line of English for each paragraph, or one for each line of the source, empty lines included. An empty one:
   * not translated. Words in [square brackets] become supplied words, Pandoc footnotes translator's notes; lines that
   * define footnotes are not counted, nor are empty lines at the end.
   */
  readonly targetLines: readonly string[];
  readonly terms: readonly BundleTerm[];
  /** Makes the ids: of the document first, then of the paragraphs in order, then of the notes in theirs. */
  readonly ids: () => string;
};

/** Reads a part of a line of English. */
type ReadEnglish = (line: string) => RichText;

/** Makes a bundle of one document from its structure and its English, line by line; throws where they do not pair. */
export function pairDocument({
  source,
  sourceText,
  fileName,
  targetLines,
  terms,
  ids,
}: Pair): Bundle {
  const { metadata, paragraphs } = source;
  const { lines, footnotes } = readFootnotes(targetLines);
  const english = alignLines(lines, sourceText, paragraphs.length);
  const title =
    documentName([metadata.title, paragraphs[0]?.text, fileName]) ?? "Document";
  const document = {
    id: ids(),
    title,
    source: {
      fileName,
      mediaType: "text/plain",
      encoding: "utf-8",
      metadata,
      text: sourceText,
    },
  };
  const identified = paragraphs.map((paragraph) => ({
    id: ids(),
    ...paragraph,
  }));
  const notes = footnotes.map(({ body }): BundleNote => ({
    id: ids(),
    kind: "translator",
    status: "draft",
    body,
    citations: [],
    anchor: null,
  }));
  const read = englishReader(
    new Map(footnotes.map(({ label }, index) => [label, notes[index]?.id])),
  );
  return {
    format: "duizhao-bundle",
    version: 3,
    project: { name: projectName(title), style: null },
    documents: [
      {
        ...document,
        paragraphs: identified.map((paragraph, index): BundleParagraph => ({
          ...paragraph,
          translations: pairParts(paragraph, english[index] ?? "", read),
        })),
        notes,
        suppressed: [],
        details: null,
        introduction: null,
        conventions: null,
      },
    ],
    terms,
  };
}

/** A name as projects may have it: shorter than a document's, and without what cannot be seen. */
export function projectName(title: string): string {
  const visible = Array.from(title).filter(
    (character) => !hasUnprintable(character),
  );
  return cutText(visible.join("").normalize("NFC"), 200).trim() || "Project";
}

/** Makes what reads lines of English; every mark gets a `ref` of its own, counted, so that the same files give the same bundle. */
function englishReader(
  notes: ReadonlyMap<string, string | undefined>,
): ReadEnglish {
  let count = 0;
  return (line) =>
    readEnglishLine(line, (label) => {
      const noteId = notes.get(label);
      if (noteId === undefined) return null;
      count += 1;
      const ref = `pair${count.toString(36).padStart(6, "0")}`;
      return { kind: "note", noteId, ref };
    });
}

function pairParts(
  paragraph: SourceParagraph,
  line: string,
  read: ReadEnglish,
): readonly BundleTranslation[] {
  const parts = translationParts(paragraph);
  const pieces = line
    .split(/\s{2,}|\s+\|\s+|\t+/)
    .filter((piece) => piece !== "");
  // Fields that are not translated (views) have their place in the line too.
  const fields = paragraph.fields.map(({ key }) => key);
  const isByField = parts[0]?.field !== "" && pieces.length === fields.length;
  return parts.map(({ field, label }, index) => {
    const whole = index === 0 ? line : "";
    const words = isByField ? (pieces[fields.indexOf(field)] ?? "") : whole;
    const own = label === null ? words : withoutLabel(words);
    return translationOf(field, own === "" ? EMPTY_RICH_TEXT : read(own));
  });
}

function withoutLabel(words: string): string {
  return words.replace(/^[\p{L} '’.-]{1,40}[:：]\s*/u, "");
}

function translationOf(field: string, target: RichText): BundleTranslation {
  // The place of a note is no translation.
  const status = isEmptyRichText(target) ? "empty" : "translated";
  return { field, status, stale: false, target };
}
