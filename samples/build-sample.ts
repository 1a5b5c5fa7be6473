import { readFile } from "node:fs/promises";
import path from "node:path";
import type {
  Bundle,
  BundleDocument,
  BundleParagraph,
  BundleTerm,
} from "@/core/bundle/bundle";
import { pairDocument } from "@/core/bundle/pair-document";
import { writeBundle } from "@/core/bundle/write-bundle";
import { readCsv } from "@/core/glossary/csv";
import { blocksFromText } from "@/core/source/blocks/from-text";
import type { ParsedSource } from "@/core/source/paragraph";
import { parseSource } from "@/core/source/parse-source";
import { withStatedMetadata } from "@/core/source/stated-metadata";
import { richTextFromPlain } from "@/core/text/rich-text";
import { countIds } from "@/server/count-ids";
import { PublicationDetailsSchema } from "@/core/editions/publication";
import { dressNotes } from "./dress-notes";
import { readFront } from "./read-front";

/** The sample's ids count from this day on, the one on which its source was published. */
const FIRST_ID = Date.UTC(2025, 11, 8);

/** The terms of a glossary file that has all columns in every row. */
function readTerms(csv: string): readonly BundleTerm[] {
  const glossary = readCsv(csv);
  if (glossary === null || glossary.problems.length > 0) {
    throw new Error(
      `The sample's glossary does not read: ${JSON.stringify(glossary?.problems)}`,
    );
  }
  return glossary.terms.map(({ source, pinyin, target, note, status, category }) => ({
    source,
    pinyin: pinyin ?? "",
    target,
    note: note ?? "",
    status: status ?? "proposed",
    category: category ?? "term",
    explanation: null,
  }));
}

/** A reviewer has been through the title and the headings of the parts that are translated as a whole. */
function approveHeadings(bundle: Bundle): Bundle {
  let headings = 0;
  const approve = (paragraph: BundleParagraph): BundleParagraph => {
    if (paragraph.kind === "heading") headings += 1;
    const isReviewed =
      paragraph.kind === "title" ||
      (paragraph.kind === "heading" && headings <= 2);
    if (!isReviewed) return paragraph;
    const translations = paragraph.translations.map((each) =>
      each.status === "translated"
        ? { ...each, status: "approved" as const }
        : each,
    );
    return { ...paragraph, translations };
  };
  return {
    ...bundle,
    documents: bundle.documents.map((document) => ({
      ...document,
      paragraphs: document.paragraphs.map(approve),
    })),
  };
}

/** The metadata that stands in no line of the text is translated with the title; its English is in a file of its own. */
function stateMetadata(
  source: ParsedSource,
  bundle: Bundle,
  english: Readonly<Record<string, string>>,
): Bundle {
  const stated = withStatedMetadata(source.paragraphs, source.metadata);
  const state = (paragraph: BundleParagraph, index: number): BundleParagraph => {
    const fields = stated[index]?.fields ?? [];
    if (paragraph.kind !== "title" || fields.length === 0) return paragraph;
    const translations = fields.map(({ key }) => {
      const words = english[key];
      if (words === undefined)
        throw new Error(`The sample has no English for its ${key}.`);
      return {
        field: key,
        status: "translated" as const,
        stale: false,
        target: richTextFromPlain(words),
      };
    });
    return {
      ...paragraph,
      fields: [...fields],
      translations: [...paragraph.translations, ...translations],
    };
  };
  return {
    ...bundle,
    documents: bundle.documents.map((document) => ({
      ...document,
      paragraphs: document.paragraphs.map(state),
    })),
  };
}

/** Puts before a sample's document what readers of its editions read first, and says what is said of these. */
function addFront(
  bundle: Bundle,
  front: Pick<BundleDocument, "details" | "introduction" | "conventions">,
): Bundle {
  return {
    ...bundle,
    documents: bundle.documents.map((document) => ({ ...document, ...front })),
  };
}

/**
 * Builds a sample's bundle from its source, its English line by line, its glossary, what is said of its notes, and what
 * stands before it in its editions.
 */
export async function buildSample(
  folder: string,
  project: string,
): Promise<string> {
  const read = (name: string) => readFile(path.join(folder, name), "utf8");
  const [
    sourceText,
    english,
    metadata,
    glossary,
    notes,
    details,
    introduction,
    conventions,
  ] = await Promise.all([
    read("source.zh.txt"),
    read("en.txt"),
    read("metadata.json"),
    read("glossary.csv"),
    read("notes.json"),
    read("details.json"),
    read("introduction.md"),
    read("conventions.md"),
  ]);
  const source = parseSource(blocksFromText(sourceText));
  const ids = countIds(path.basename(folder), FIRST_ID);
  const targetLines = english.split("\n");
  const paired = pairDocument({
    source,
    sourceText,
    fileName: "source.zh.txt",
    targetLines,
    terms: readTerms(glossary),
    ids,
  });
  const bundle = stateMetadata(
    source,
    paired,
    JSON.parse(metadata) as Record<string, string>,
  );
  const noted = dressNotes(bundle, targetLines, JSON.parse(notes), ids);
  const fronted = addFront(noted, {
    details: PublicationDetailsSchema.parse(JSON.parse(details)),
    introduction: readFront(introduction),
    conventions: readFront(conventions),
  });
  return writeBundle(
    approveHeadings({
      ...fronted,
      project: { ...fronted.project, name: project },
    }),
  );
}
