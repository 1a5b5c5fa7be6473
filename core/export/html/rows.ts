import { SOURCE_LANGUAGE } from "@/core/editions/edition";
import type { PrintedParagraph } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { lineOf } from "@/core/export/spans";
import { UNAPPROVED, UNTRANSLATED } from "@/core/export/wording";
import { escapeHtml } from "./escape";
import type { TermFinder } from "./find-terms";
import { writeNotes, type NoteDealer } from "./notes";
import { writeBlocks, writeSpans, type FindRanges } from "./text";

const ZH = `lang="${SOURCE_LANGUAGE}"`;

/** What writing a row needs to know of its edition. */
export type RowContext = {
  readonly language: string;
  readonly notes: NoteDealer;
  readonly terms: TermFinder;
};

/** Stands where the English is missing, or is not approved. */
export const writeMark = (words: string) =>
  `<span class="state-mark">${escapeHtml(words)}</span>`;

/** Writes a paragraph: its number, both texts, and the notes that have their first mark in it. */
export function writeRow(
  paragraph: PrintedParagraph,
  chinese: string,
  { language, notes, terms }: RowContext,
): string {
  const { number, kind, level, source, target } = paragraph;
  const find = terms(chinese);
  const tag = level === null ? null : `h${Math.min(level + 1, 6)}`;
  const type = level === null ? kind : `heading level-${Math.min(level, 4)}`;
  const state = target === null ? " missing" : "";
  return `<div class="row ${type}${state}">
<div class="pair" id="p${number}">
<a class="number" href="#p${number}" aria-label="Paragraph ${number}">${number}</a>
<div class="zh" ${ZH}>${writeText(source, tag, find.source)}</div>
<div class="en" lang="${language}">${writeEnglish(paragraph, tag, find.target)}</div>
</div>
${writeNotes(notes.take(target, source))}
</div>`;
}

function writeEnglish(
  { target, isMissing, isUnapproved }: PrintedParagraph,
  tag: string | null,
  find: FindRanges,
): string {
  if (target === null)
    return isMissing ? `<p>${writeMark(UNTRANSLATED)}</p>` : "";
  const text = writeText(target, tag, find);
  return isUnapproved
    ? `<p class="state">${writeMark(UNAPPROVED)}</p>${text}`
    : text;
}

function writeText(
  blocks: PrintedText,
  tag: string | null,
  find: FindRanges,
): string {
  return tag === null
    ? writeBlocks(blocks, find)
    : `<${tag}>${writeSpans(lineOf(blocks), find)}</${tag}>`;
}
