import { decide, replaceLines, type Line } from "@/core/source/line";
import type { MetadataField } from "@/core/source/paragraph";
import { shiftRemarks } from "@/core/source/remark";
import { joinPieces } from "@/core/text/join";
import { isIssuingBody } from "./bodies";
import { fieldOf } from "./labels";
import { readNotice } from "./notices";
import { findTitle, mayBeTitle, titleSpan } from "./title";

/** A head is never longer; what looks like metadata further down is text. */
const MAX_HEAD = 40;
const SUBTITLE = /^(?:[—―─]{1,4}|-{2,3})\s*\S/;
const HEAD_OF_FILE = /^(.{3,40}?)\s*文\s*件$/;

/** Decides the head of a document: column name, title, issuing body, number, date and the like, up to its first text. */
export function markHead(lines: readonly Line[]): readonly Line[] {
  const end = headEnd(lines);
  const title = findTitle(lines, end);
  const span = title === null ? null : titleSpan(lines, title);
  // A title needs something to be the title of.
  const hasText = lines
    .slice(span?.to ?? 0)
    .some((line) => line.kind === null && readNotice(line.text) === null);
  const named = span !== null && hasText ? span : null;
  return joinTitle(replaceLines(lines, decideHead(lines, end, named)), named);
}

function headEnd(lines: readonly Line[]): number {
  const limit = Math.min(lines.length, MAX_HEAD);
  for (let index = 0; index < limit; index += 1) {
    const line = lines[index];
    if (line !== undefined && opensText(line, index, lines)) return index;
  }
  return limit;
}

function opensText(line: Line, index: number, lines: readonly Line[]): boolean {
  if (line.kind !== null || readNotice(line.text) !== null) return false;
  if (line.block.role === "meta" || line.block.role === "title") return false;
  if (line.marker !== null) return !isHeadMarker(line, index, lines);
  return (
    !mayBeTitle(line) ||
    (line.block.heading !== null && line.block.heading > 1 && index > 0)
  );
}

/** "附件2" above a title says what the file is; "——在…上的报告" below one is its second line. */
function isHeadMarker(
  line: Line,
  index: number,
  lines: readonly Line[],
): boolean {
  if (line.marker?.style === "annex")
    return index === 0 && line.text === line.marker.text;
  const above = lines[index - 1];
  return isSubtitle(line) && above !== undefined && mayBeTitle(above);
}

function isSubtitle(line: Line): boolean {
  return (
    SUBTITLE.test(line.text) &&
    line.text.length <= 60 &&
    !/[。；，：]/.test(line.text)
  );
}

type Span = { readonly from: number; readonly to: number };

function decideHead(
  lines: readonly Line[],
  end: number,
  title: Span | null,
): ReadonlyMap<number, Line> {
  const changes = new Map<number, Line>();
  for (let index = 0; index < end; index += 1) {
    const line = lines[index];
    if (line === undefined || line.kind !== null) continue;
    const decided = decideHeadLine(line, index, title);
    if (decided !== null) changes.set(index, decided);
  }
  return changes;
}

function decideHeadLine(
  line: Line,
  index: number,
  title: Span | null,
): Line | null {
  const notice = readNotice(line.text);
  if (notice !== null)
    return decide(line, "meta", { marker: null, fields: notice });
  if (line.block.role === "meta")
    return decide(line, "meta", {
      marker: null,
      fields: [fieldOf("other", line.text)],
    });
  if (title === null) return null;
  if (index >= title.from && index < title.to)
    return decide(line, "title", { marker: null });
  if (index < title.from) return aboveTitle(line);
  if (index === title.to && isSubtitle(line))
    return decide(line, "title", { marker: null });
  return belowTitle(line);
}

function aboveTitle(line: Line): Line {
  return decide(line, "meta", { marker: null, fields: [fieldAbove(line)] });
}

function fieldAbove({ text, marker }: Line): MetadataField {
  const file = HEAD_OF_FILE.exec(text)?.[1];
  if (file !== undefined && isIssuingBody(file))
    return fieldOf("issuingBody", text, file);
  if (isIssuingBody(text)) return fieldOf("issuingBody", text);
  // The rule under a red head has no word in it.
  const isColumn = text.length <= 16 && marker === null && /\p{L}/u.test(text);
  return fieldOf(isColumn ? "column" : "other", text);
}

/** Under the title stand whose text it is: a body, or a person's name, spread to "习 近 平" or not. */
function belowTitle(line: Line): Line | null {
  if (line.marker !== null || line.block.heading !== null) return null;
  if (isIssuingBody(line.text))
    return decide(line, "meta", {
      fields: [fieldOf("issuingBody", line.text)],
    });
  const isName =
    /^\p{Script=Han}(?:\s*[\p{Script=Han}·]){1,4}$/u.test(line.text) &&
    line.text.replace(/\s/g, "").length <= 4;
  return isName
    ? decide(line, "meta", { fields: [fieldOf("author", line.text)] })
    : null;
}

function joinTitle(
  lines: readonly Line[],
  title: Span | null,
): readonly Line[] {
  if (title === null || title.to - title.from < 2) return lines;
  const parts = lines.slice(title.from, title.to);
  const joined = parts.reduce((above, line) => {
    const text = joinPieces(above.text, line.text);
    const moved = shiftRemarks(line.remarks, text.length - line.text.length);
    return { ...above, text, remarks: [...above.remarks, ...moved] };
  });
  return [...lines.slice(0, title.from), joined, ...lines.slice(title.to)];
}
