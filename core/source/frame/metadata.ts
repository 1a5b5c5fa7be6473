import { findDate } from "@/core/text/chinese-dates";
import { joinPieces } from "@/core/text/join";
import type { Line } from "@/core/source/line";
import type {
  MetadataKey,
  SourceMetadata,
  SourceParagraph,
} from "@/core/source/paragraph";
import { issuingBodyOfTitle } from "./bodies";

type Described =
  | Pick<SourceParagraph, "kind" | "text" | "fields">
  | Pick<Line, "kind" | "text" | "fields">;

/** Gathers what the paragraphs say of the document as a whole; the first line that says a thing is believed. */
export function gatherMetadata(lines: readonly Described[]): SourceMetadata {
  const value = (key: MetadataKey) => firstValue(lines, key);
  const title = gatherTitle(lines);
  return {
    version: 1,
    title,
    column: value("column"),
    issuingBody:
      (title === null ? null : issuingBodyOfTitle(title)) ??
      value("issuingBody"),
    documentNumber: value("documentNumber"),
    publisher: value("publisher"),
    date: gatherDate(lines),
    source: value("source"),
    sourceAddress: value("sourceAddress"),
  };
}

function firstValue(
  lines: readonly Described[],
  key: MetadataKey,
): string | null {
  for (const line of lines) {
    const field =
      line.kind === "meta"
        ? line.fields.find((candidate) => candidate.key === key)
        : undefined;
    if (field !== undefined) return field.value;
  }
  return null;
}

/** The first title and its second line, where it has one: "…奋斗" and "——在…上的报告". */
function gatherTitle(lines: readonly Described[]): string | null {
  const first = lines.findIndex((line) => line.kind === "title");
  const title = lines[first];
  if (title === undefined) return null;
  const next = lines[first + 1];
  const hasSubtitle = next?.kind === "title" && /^[—―─-]/.test(next.text);
  const whole = closeUp(title.text);
  return hasSubtitle ? joinPieces(whole, next.text) : whole;
}

/** "国 家 粮 食 应 急 预 案": characters spread to fill a line; the paragraph keeps its blanks, the title has none. */
function closeUp(title: string): string {
  return /^\p{Script=Han}(?:\s{1,4}\p{Script=Han}){3,60}$/u.test(title)
    ? title.replace(/\s/g, "")
    : title;
}

/** The date printed as such, else the one in a note such as "（2025年12月8日…通过）" or in a title's second line. */
function gatherDate(lines: readonly Described[]): string | null {
  const printed = firstValue(lines, "date");
  const iso = printed === null ? null : findDate(printed);
  if (iso !== null) return iso.iso;
  for (const { kind, text } of lines) {
    const note =
      kind === "meta" || kind === "title" ? findDate(text.slice(0, 400)) : null;
    if (note !== null) return note.iso;
  }
  return null;
}
