import { cutText, documentName } from "@/core/documents/document-name";
import { AppError } from "@/core/errors";
import {
  translationParts,
  type ParsedSource,
  type SourceParagraph,
} from "@/core/source/paragraph";
import { hasUnprintable } from "@/core/text/name";
import { EMPTY_RICH_TEXT, richTextFromPlain } from "@/core/text/rich-text";
import type {
  Bundle,
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
   * not translated. Words in [square brackets] become supplied words.
   */
  readonly targetLines: readonly string[];
  readonly terms: readonly BundleTerm[];
  /** Makes the ids: of the document first, then of the paragraphs in order. */
  readonly ids: () => string;
};

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
  const english = alignLines(targetLines, sourceText, paragraphs.length);
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
  return {
    format: "duizhao-bundle",
    version: 2,
    project: { name: projectName(title), style: null },
    documents: [
      {
        ...document,
        paragraphs: paragraphs.map((paragraph, index): BundleParagraph => ({
          id: ids(),
          ...paragraph,
          translations: pairParts(paragraph, english[index] ?? ""),
        })),
        notes: [],
        suppressed: [],
      },
    ],
    terms,
  };
}

/** A name as projects may have it: shorter than a document's, and without what cannot be seen. */
function projectName(title: string): string {
  const visible = Array.from(title).filter(
    (character) => !hasUnprintable(character),
  );
  return cutText(visible.join("").normalize("NFC"), 200).trim() || "Project";
}

function alignLines(
  given: readonly string[],
  sourceText: string,
  count: number,
): readonly string[] {
  const lines = given.map((line) => line.trim());
  const isFit = (to: number) => lines.slice(to).every((line) => line === "");
  if (lines.length >= count && isFit(count)) return lines.slice(0, count);
  const sourceLines = sourceText.split(/\r\n?|\n/);
  const filled = sourceLines.flatMap((line, index) =>
    line.trim() === "" ? [] : [index],
  );
  const isLineByLine =
    filled.length === count &&
    isFit(sourceLines.length) &&
    lines.every(
      (line, index) => line === "" || (sourceLines[index] ?? "").trim() !== "",
    );
  if (isLineByLine) return filled.map((index) => lines[index] ?? "");
  throw new AppError("invalid", "lines_mismatch", {
    values: { expected: count, found: lines.length },
  });
}

function pairParts(
  paragraph: SourceParagraph,
  line: string,
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
    return translationOf(field, label === null ? words : withoutLabel(words));
  });
}

function withoutLabel(words: string): string {
  return words.replace(/^[\p{L} '’.-]{1,40}[:：]\s*/u, "");
}

function translationOf(field: string, words: string): BundleTranslation {
  if (words === "")
    return { field, status: "empty", stale: false, target: EMPTY_RICH_TEXT };
  return {
    field,
    status: "translated",
    stale: false,
    target: richTextFromPlain(words, { supplied: true }),
  };
}
