import type { Edition } from "@/core/editions/edition";
import { cleanLabel } from "@/core/export/clean-text";
import { titleText } from "@/core/export/content";
import { imprintLines, words } from "@/core/export/imprint";
import type { ExportOptions } from "@/core/export/options";
import { printEdition, type PrintedNote } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import type { NoteSpan } from "@/core/export/spans";
import {
  ABBREVIATIONS,
  CONTENTS,
  CONVENTIONS,
  draftNotice,
  GLOSSARY,
  IMPRINT,
  INTRODUCTION,
  NAMES,
  NOTES,
} from "@/core/export/wording";
import { plainText } from "@/core/text/rich-text";
import { setLists } from "./book-lists";
import { setOpening, setParagraphs } from "./book-paragraphs";
import type { Coverage } from "./coverage";
import { TYPEFACES } from "./fonts";
import { runningLine } from "./running-line";
import { Setter, UNMARKED } from "./set-spans";

/**
 * A text of so many characters, both languages together, or with a paragraph of so many, has its lines broken one after
 * the other: weighing whole paragraphs, which looks better, takes twice as long as all the rest, and longer the longer they are.
 */
const LONG = { text: 400_000, paragraph: 20_000 };

function isLong({ paragraphs }: Edition): boolean {
  const lengths = paragraphs.flatMap(({ source, target }) => [
    source.text.length,
    target === null ? 0 : plainText(target).length,
  ]);
  return (
    lengths.some((length) => length > LONG.paragraph) ||
    lengths.reduce((sum, length) => sum + length, 0) > LONG.text
  );
}

const SHOWN_CODES = 40;

/** A second or so of drawing; beyond that, places to break are characters, which are quick, but are copied with the words. */
const MANY_BREAKS = 15_000;

/** An edition as the template of the book reads it: book.typ says how it is drawn. */
export function makeBook(
  edition: Edition,
  options: ExportOptions,
  coverage: Coverage,
) {
  const printed = printEdition(edition, options);
  const setter = new Setter(coverage, options.notes === "footnotes");
  const isFoot = placeNotes(printed.notes, options);
  const line = (text: string) => setter.line(words(text), UNMARKED);
  const plain = (text: PrintedText | null) =>
    text === null ? null : setter.text(text, UNMARKED);
  const opening = setOpening(printed, setter, isFoot);
  const paragraphs = setParagraphs(printed, setter, isFoot);
  const { source, credits, publication, asOf, language } = edition;
  const title = titleText(edition);
  const names = credits
    .filter(({ role }) => role === "translator")
    .map(({ name }) => cleanLabel(name));
  const notice = draftNotice(edition, options);
  const book = {
    words: {
      contents: CONTENTS,
      imprint: IMPRINT,
      introduction: INTRODUCTION,
      conventions: CONVENTIONS,
      notes: NOTES,
      glossary: GLOSSARY,
      names: NAMES,
      abbreviations: ABBREVIATIONS,
    },
    region: language.target === "en-US" ? "us" : "gb",
    paper: options.paper === "letter" ? "us-letter" : "a4",
    typefaces: TYPEFACES[options.fonts],
    isSans: options.fonts === "sans",
    layout: options.layout,
    isLong: isLong(edition),
    hasEndnotes: options.notes === "endnotes" && printed.notes.length > 0,
    document: {
      title,
      authors: names,
      date: (publication?.date ?? asOf.slice(0, 10)).split("-").map(Number),
      description: cleanLabel(edition.citation.text),
    },
    running: runningLine(setter.plain(title)),
    title: {
      zh: line(edition.title.source),
      en: edition.title.target === null ? [] : line(title),
    },
    issued: {
      zh: line(source.issuingBody?.source ?? ""),
      en: line(source.issuingBody?.target ?? ""),
    },
    imprint: imprintLines(edition).map(({ key, label, spans }) => ({
      key,
      label,
      line: setter.line(spans, UNMARKED),
    })),
    draft: notice === null ? null : line(notice),
    introduction: plain(printed.introduction),
    conventions: plain(printed.conventions),
    opening,
    paragraphs,
    notes: printed.notes.map(({ blocks }) => setter.text(blocks, UNMARKED)),
    ...setLists(printed, setter),
  };
  const codes = [...setter.missing].sort();
  return {
    ...book,
    hasManyBreaks: setter.breaks > MANY_BREAKS,
    missing: {
      codes: codes.slice(0, SHOWN_CODES),
      more: Math.max(0, codes.length - SHOWN_CODES),
    },
  };
}

/** Says of a mark whether its note belongs to it: to the first in the English, or in the Chinese where that has none. */
function placeNotes(
  notes: readonly PrintedNote[],
  options: ExportOptions,
): (mark: NoteSpan) => boolean {
  if (options.notes === "none") return () => false;
  const inEnglish = new Set(
    notes.filter(({ marks }) => marks.target > 0).map(({ number }) => number),
  );
  return ({ side, number, reference }) =>
    reference === 1 && side === (inEnglish.has(number) ? "target" : "source");
}
