import { findDate, isDate } from "@/core/text/chinese-dates";
import { decide, replaceLines, type Line } from "@/core/source/line";
import type { MetadataField } from "@/core/source/paragraph";
import { isIssuingBody } from "./bodies";
import { fieldOf } from "./labels";
import { readImprint, readNotice } from "./notices";
import { endsAsTitle, mayBeTitle } from "./title";

/** A foot is never longer; above it a labelled line is text. */
const MAX_FOOT = 15;
const MAX_SIGNATORIES = 6;

/** Decides what stands after the text: signature and date, source, imprint; and the titles of attached documents. */
export function markFoot(lines: readonly Line[]): readonly Line[] {
  const changes = new Map<number, Line>();
  markEnd(lines, changes);
  markSignatures(lines, changes);
  return markAttached(replaceLines(lines, changes));
}

function markEnd(lines: readonly Line[], changes: Map<number, Line>): void {
  for (
    let index = lines.length - 1;
    index >= Math.max(1, lines.length - MAX_FOOT);
    index -= 1
  ) {
    const line = lines[index];
    if (line === undefined) return;
    if (line.kind === "meta") continue;
    const fields = line.kind === null ? readFoot(line) : null;
    if (fields === null) return;
    changes.set(index, decide(line, "meta", { marker: null, fields }));
  }
}

function readFoot(line: Line): readonly MetadataField[] | null {
  if (line.marker !== null || line.block.table !== null) return null;
  if (isDate(line.text)) return null;
  return (
    readNotice(line.text) ?? readImprint(line.text) ?? unwrapBrackets(line.text)
  );
}

/** "（来源：新华社）" is a label line in brackets. */
function unwrapBrackets(text: string): readonly MetadataField[] | null {
  if (!/^[（(【[].{2,200}[）)】\]]$/s.test(text)) return null;
  const inner = readNotice(text.slice(1, -1));
  return (
    inner?.map((field) => ({
      ...field,
      from: field.from + 1,
      to: field.to + 1,
    })) ?? null
  );
}

/** A date alone on its line signs the document, together with the bodies above it. */
function markSignatures(
  lines: readonly Line[],
  changes: Map<number, Line>,
): void {
  lines.forEach((line, index) => {
    if (
      index === 0 ||
      line.kind !== null ||
      line.marker !== null ||
      line.block.table !== null
    )
      return;
    const dated = signedOnOneLine(line.text);
    if (dated !== null)
      changes.set(index, decide(line, "meta", { fields: dated }));
    if (!isDate(line.text)) return;
    const signatories = countSignatories(lines, index);
    const closes = lines
      .slice(index + 1)
      .every(
        (next, offset) =>
          next.kind === "meta" || changes.has(index + 1 + offset),
      );
    if (signatories === 0 && !closes) return;
    changes.set(
      index,
      decide(line, "meta", { fields: [fieldOf("date", line.text)] }),
    );
    markImprints(lines, index + 1, changes);
    for (let above = index - signatories; above < index; above += 1) {
      const body = lines[above];
      if (body !== undefined)
        changes.set(
          above,
          decide(body, "meta", { fields: [fieldOf("issuingBody", body.text)] }),
        );
    }
  });
}

/** "（此件公开发布）" stands between the signature and the annexes. */
function markImprints(
  lines: readonly Line[],
  from: number,
  changes: Map<number, Line>,
): void {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    const fields = line?.kind === null ? readImprint(line.text) : null;
    if (line === undefined || fields === null) return;
    changes.set(index, decide(line, "meta", { marker: null, fields }));
  }
}

function countSignatories(lines: readonly Line[], index: number): number {
  let count = 0;
  while (count < MAX_SIGNATORIES) {
    const line = lines[index - count - 1];
    if (
      line?.kind !== null ||
      line.marker !== null ||
      !isIssuingBody(line.text)
    )
      break;
    count += 1;
  }
  return count;
}

function signedOnOneLine(text: string): readonly MetadataField[] | null {
  if (text.length > 100) return null;
  const date = findDate(text);
  if (date === null || date.to !== text.length) return null;
  const body = text.slice(0, date.from).trim();
  if (!isIssuingBody(body) || !/\s$/.test(text.slice(0, date.from)))
    return null;
  return [
    fieldOf("issuingBody", text, body),
    {
      key: "date",
      label: null,
      value: text.slice(date.from),
      from: date.from,
      to: date.to,
    },
  ];
}

/** What is attached after a signature or under a bare "附件1" opens with a title, and may say how it was adopted. */
function markAttached(lines: readonly Line[]): readonly Line[] {
  const changes = new Map<number, Line>();
  let expected = false;
  lines.forEach((line, index) => {
    if (
      expected &&
      mayBeTitle(line) &&
      lines[index + 1] !== undefined &&
      (isUnderAnnex(lines, index) || endsAsTitle(line.text))
    ) {
      changes.set(index, decide(line, "title"));
      return;
    }
    const fields =
      changes.get(index - 1)?.kind === "title" && line.kind === null
        ? readNotice(line.text)
        : null;
    if (fields !== null)
      changes.set(index, decide(line, "meta", { marker: null, fields }));
    expected =
      isBareAnnex(line) ||
      (line.kind === "meta" && index > 0 && (expected || hasDate(line)));
  });
  return replaceLines(lines, changes);
}

function isBareAnnex(line: Line | undefined): boolean {
  return (
    line?.marker?.style === "annex" &&
    line.text.replace(/[:：]$/, "") === line.marker.text.replace(/[:：]$/, "")
  );
}

function isUnderAnnex(lines: readonly Line[], index: number): boolean {
  return isBareAnnex(lines[index - 1]);
}

function hasDate(line: Line): boolean {
  return line.fields.some(
    (field) => field.key === "date" && field.label === null,
  );
}
