import type { Line } from "@/core/source/line";
import { startsWithPlaceholder } from "@/core/source/placeholder";
import { firstSentenceEnd, shapeOf } from "./shape";

/** Longer first sentences are text, not headings; the longest real one seen has 34 characters. */
const MAX_RUN_IN = 40;
const MAX_RUN_IN_IN_COMPANY = 60;
/** The share of like siblings at which the others follow suit: below, a first sentence is more often a plain one. */
const COMPANY = 0.7;

/** Words that sentences have and headings have not. */
const SENTENCE_WORDS =
  /应当|不得|必须|可以|如下|以下|我们|本人|[^为]了(?!解)|起施行|负责|[；;：:]|20\d\d年|\d+(?:\.\d+)?[%％万亿元]/;
const SENTENCE_STARTS =
  /^(?:为了|为|根据|按照|依照|依据|本[法条办规细章]|凡|对于|如果|截至|其中|此外|同时|自.{2,20}起|[一二三四]是|到20)/;

/** The words of a line after its marker. */
export function wordsOf(line: Pick<Line, "text" | "marker">): string {
  return line.marker === null ? line.text : line.text.slice(line.marker.end);
}

/** A numbered line's first sentence where it reads as a heading by itself; null otherwise. */
export function headingSentence(words: string): string | null {
  const sentence = firstSentence(words, MAX_RUN_IN);
  if (
    sentence === null ||
    SENTENCE_WORDS.test(sentence) ||
    SENTENCE_STARTS.test(sentence)
  )
    return null;
  return (sentence.match(/[，,]/g)?.length ?? 0) > 2 ? null : sentence;
}

function firstSentence(words: string, limit: number): string | null {
  const end = firstSentenceEnd(words);
  if (end === null || end > limit || words.slice(end).trim() === "")
    return null;
  return words.slice(0, end);
}

/** The run-in heading of one numbered paragraph, judged by itself and by what stands out in bold. */
export function runInOf(
  line: Pick<Line, "text" | "marker"> & {
    readonly block: { readonly lead: number };
  },
): string | null {
  const words = wordsOf(line);
  return (
    bracketed(words) ??
    boldLead(line) ??
    (line.marker?.style === "article" ? null : headingSentence(words))
  );
}

/** "第一条 【立法目的】为了…": what stands in lenticular brackets before the text is its heading. */
function bracketed(words: string): string | null {
  const match = /^(?:【[^【】]{1,40}】|〔[^〔〕]{1,40}〕)/.exec(words);
  if (match === null || startsWithPlaceholder(words)) return null;
  return words.length > match[0].length ? match[0] : null;
}

function boldLead(
  line: Pick<Line, "text" | "marker"> & {
    readonly block: { readonly lead: number };
  },
): string | null {
  const from = line.marker?.end ?? 0;
  const { lead } = line.block;
  if (
    lead <= from ||
    lead - from > MAX_RUN_IN_IN_COMPANY ||
    line.text.slice(lead).trim() === ""
  )
    return null;
  const bold = line.text.slice(from, lead).trim();
  return bold === "" ? null : bold;
}

/**
 * Finds the run-in headings of numbered paragraphs. Siblings speak for one another: where most of a style's
 * paragraphs open with a heading, a longer one does too; where few do, none does.
 */
export function findRunIns(lines: readonly Line[]): readonly Line[] {
  const alone = lines.map((line) =>
    line.kind === "numbered" && line.marker !== null ? runInOf(line) : null,
  );
  const company = countCompany(lines, alone);
  return lines.map((line, index) => {
    if (line.kind !== "numbered" || line.marker === null) return line;
    const runIn = runInAmong(
      line,
      alone[index] ?? null,
      company.get(line.marker.style),
    );
    return runIn === line.runIn ? line : { ...line, runIn };
  });
}

type Company = { runs: number; headed: number };

function runInAmong(
  line: Line,
  alone: string | null,
  company: Company | undefined,
): string | null {
  if (company === undefined || company.runs < 3) return alone;
  const ratio = company.headed / company.runs;
  if (alone !== null) return ratio > 1 - COMPANY ? alone : null;
  const follows = ratio >= COMPANY && line.marker?.style !== "article";
  return follows ? firstSentence(wordsOf(line), MAX_RUN_IN_IN_COMPANY) : null;
}

function countCompany(
  lines: readonly Line[],
  alone: readonly (string | null)[],
): ReadonlyMap<string, Company> {
  const company = new Map<string, Company>();
  lines.forEach((line, index) => {
    if (line.kind !== "numbered" || line.marker === null) return;
    const isHeaded = alone[index] !== null;
    if (!isHeaded && shapeOf(wordsOf(line)) !== "run") return;
    const share = company.get(line.marker.style) ?? { runs: 0, headed: 0 };
    share.runs += 1;
    if (isHeaded) share.headed += 1;
    company.set(line.marker.style, share);
  });
  return company;
}
