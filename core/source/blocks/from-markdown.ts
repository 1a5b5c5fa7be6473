import { plainBlock, type SourceBlock } from "@/core/source/block";
import type { SourceTable } from "@/core/source/paragraph";
import { remark, type SourceRemark } from "@/core/source/remark";
import {
  cellsOf,
  inlineWords,
  isDelimiterRow,
  leadOf,
} from "./markdown-inline";
import { countEntries } from "./markdown-lists";
import { isMarkedPageNumber } from "./page-numbers";
import { unwrapPages, type UnwrappedText } from "./unwrap";

const LINE_END = /\r\n|[\n\r\f\v\u2028\u2029]/;
const HEADING = /^ {0,3}(#{1,6})(?:\s+|$)(.*)$/;
const BULLET = /^\s*[-*+]\s+(?=\S)/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const NOTE = /^ {0,3}\[\^([^[\]\s]{1,60})\]:\s*(.*)$/;
/** Longer comments are text that somebody forgot to close. */
const MAX_COMMENT = 200;
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/;

/**
 * Cuts Markdown into blocks: its syntax becomes hints, its words stay. A list number is text and is kept as typed.
 * Lines of one paragraph are joined only where the text was wrapped by hand, since Chinese is often written one
 * paragraph a line.
 */
export function blocksFromMarkdown(text: string): readonly SourceBlock[] {
  const lines = countEntries(text.replace(/^\ufeff/, "").split(LINE_END));
  const { fields, from } = frontMatter(lines);
  const blocks: SourceBlock[] = [...fields];
  let plain: string[] = [];
  const flush = () => {
    const given = plain.map((line) => ({ text: line, opensPage: false }));
    blocks.push(...unwrapPages(given).map((piece) => textBlock(piece)));
    plain = [];
  };
  for (let at = from; at < lines.length;) {
    const taken = takeBlock(lines, at);
    if (taken === null) {
      plain.push((lines[at] ?? "").replace(/^\s{0,3}>\s?/, ""));
      at += 1;
      continue;
    }
    flush();
    blocks.push(...taken.blocks);
    at = taken.next;
  }
  flush();
  return blocks;
}

type Taken = { readonly blocks: readonly SourceBlock[]; readonly next: number };

function takeBlock(lines: readonly string[], at: number): Taken | null {
  const line = lines[at] ?? "";
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const words = (heading[2] ?? "").trimEnd().replace(/(?:^|\s)#+$/, "");
    return one(at, wordsBlock(words, { heading: heading[1]?.length ?? 1 }));
  }
  const fence = FENCE.exec(line);
  if (fence !== null) return takeFence(lines, at, fence[1] ?? "```");
  if (isDelimiterRow(lines[at + 1] ?? "") && line.includes("|"))
    return takeTable(lines, at);
  if (isUnderlined(lines, at)) {
    const level = (lines[at + 1] ?? "").trim().startsWith("=") ? 1 : 2;
    return {
      blocks: [wordsBlock(line.trim(), { heading: level })],
      next: at + 2,
    };
  }
  if (RULE.test(line)) return { blocks: [], next: at + 1 };
  if (isMarkedPageNumber(line.trim())) return null;
  if (BULLET.test(line)) {
    const words = line.replace(BULLET, "").trim();
    return one(at, wordsBlock(words, { role: "bullet" }));
  }
  return takeNote(lines, at) ?? takeComment(lines, at);
}

/** A line above a rule is a heading, unless it is a sentence: then the rule is one. */
function isUnderlined(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? "").trim();
  if (line === "" || line.length > 200 || /[。！？；]$/.test(line))
    return false;
  return (
    (lines[at - 1] ?? "").trim() === "" && UNDERLINE.test(lines[at + 1] ?? "")
  );
}

function one(at: number, block: SourceBlock): Taken {
  return { blocks: [block], next: at + 1 };
}

function wordsBlock(
  words: string,
  hints: Partial<Omit<SourceBlock, "text" | "remarks">> = {},
): SourceBlock {
  const { text, remarks } = inlineWords(words);
  return plainBlock(text, { ...hints, remarks });
}

function textBlock({ text, remarks }: UnwrappedText): SourceBlock {
  const block = wordsBlock(text, { lead: leadOf(text) });
  // The syntax that went has moved the places of page ends.
  const pages = remarks.map((one) => ({ ...one, at: null }));
  return { ...block, remarks: [...block.remarks, ...pages] };
}

/** "[^1]: 注文" and the indented lines below it are a note, apart from the text. */
function takeNote(lines: readonly string[], at: number): Taken | null {
  const note = NOTE.exec(lines[at] ?? "");
  if (note === null) return null;
  let end = at + 1;
  while (/^(?: {2,}|\t)\S/.test(lines[end] ?? "")) end += 1;
  const words = [note[2] ?? "", ...lines.slice(at + 1, end)];
  const text = words
    .map((line) => line.trim())
    .join(" ")
    .trim();
  const block = wordsBlock(`[${note[1] ?? ""}] ${text}`, { role: "note" });
  return { blocks: [block], next: end };
}

/** A comment over several lines is not shown. */
function takeComment(lines: readonly string[], at: number): Taken | null {
  const first = lines[at] ?? "";
  if (!first.trimStart().startsWith("<!--") || first.includes("-->"))
    return null;
  const length = lines
    .slice(at, at + MAX_COMMENT)
    .findIndex((line) => line.includes("-->"));
  const last = lines[at + length] ?? "";
  if (length < 0 || !last.trimEnd().endsWith("-->")) return null;
  const words = lines
    .slice(at, at + length + 1)
    .join(" ")
    .replace(/^\s*<!--|-->\s*$/g, "");
  const block = plainBlock("", { remarks: [remark("comment", null, words)] });
  return { blocks: [block], next: at + length + 1 };
}

/** Code is text too: its lines are kept as they stand. */
function takeFence(lines: readonly string[], at: number, fence: string): Taken {
  let end = at + 1;
  while (
    end < lines.length &&
    !(lines[end] ?? "").trimStart().startsWith(fence)
  )
    end += 1;
  const body = lines.slice(at + 1, end).map((line) => plainBlock(line));
  return { blocks: body, next: end + 1 };
}

function takeTable(lines: readonly string[], at: number): Taken {
  let end = at + 2;
  while (
    end < lines.length &&
    (lines[end] ?? "").includes("|") &&
    (lines[end] ?? "").trim() !== ""
  )
    end += 1;
  const rows = [lines[at] ?? "", ...lines.slice(at + 2, end)];
  const remarks: SourceRemark[] = [];
  const table: SourceTable = {
    version: 1,
    rows: rows.map((row, index) =>
      cellsOf(row).map((cell) => {
        const words = inlineWords(cell);
        remarks.push(...words.remarks.map((one) => ({ ...one, at: null })));
        const { text } = words;
        return { text, header: index === 0, colspan: 1, rowspan: 1 };
      }),
    ),
  };
  return { blocks: [plainBlock("", { table, remarks })], next: end };
}

/** What stands between --- lines at the top describes the document. */
function frontMatter(lines: readonly string[]): {
  readonly fields: readonly SourceBlock[];
  readonly from: number;
} {
  if (lines[0]?.trim() !== "---") return { fields: [], from: 0 };
  const end = lines.findIndex(
    (line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line),
  );
  const inner = lines.slice(1, Math.max(1, end));
  if (
    end < 0 ||
    end > 100 ||
    !inner.every(
      (line) => line.trim() === "" || /^[\s\w-]|^[^：:]{1,20}[:：]/.test(line),
    )
  ) {
    return { fields: [], from: 0 };
  }
  return {
    fields: inner
      .filter((line) => line.trim() !== "")
      .map((line) => frontLine(line)),
    from: end + 1,
  };
}

function frontLine(line: string): SourceBlock {
  const title = /^title\s*:\s*["']?(.*?)["']?\s*$/i.exec(line)?.[1];
  return title === undefined || title === ""
    ? plainBlock(line, { role: "meta" })
    : plainBlock(title, { role: "title" });
}
