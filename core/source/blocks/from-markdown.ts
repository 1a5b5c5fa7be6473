import { plainBlock, type SourceBlock } from "@/core/source/block";
import type { SourceTable } from "@/core/source/paragraph";
import { cellsOf, inlineText, isDelimiterRow, leadOf } from "./markdown-inline";
import { unwrapLines } from "./unwrap";

const LINE_END = /\r\n|[\n\r\f\v\u2028\u2029]/;
const HEADING = /^ {0,3}(#{1,6})(?:\s+|$)(.*)$/;
const BULLET = /^\s*[-*+]\s+(?=\S)/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const FENCE = /^ {0,3}(```+|~~~+)/;
const UNDERLINE = /^ {0,3}(=+|-+)\s*$/;

/**
 * Cuts Markdown into blocks: its syntax becomes hints, its words stay. A list number is text and is kept as typed.
 * Lines of one paragraph are joined only where the text was wrapped by hand, since Chinese is often written one
 * paragraph a line.
 */
export function blocksFromMarkdown(text: string): readonly SourceBlock[] {
  const lines = text.replace(/^\ufeff/, "").split(LINE_END);
  const { fields, from } = frontMatter(lines);
  const blocks: SourceBlock[] = [...fields];
  let plain: string[] = [];
  const flush = () => {
    blocks.push(...unwrapLines(plain).map((line) => textBlock(line)));
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
    return one(
      at,
      plainBlock(inlineText(words), { heading: heading[1]?.length ?? 1 }),
    );
  }
  const fence = FENCE.exec(line);
  if (fence !== null) return takeFence(lines, at, fence[1] ?? "```");
  if (isDelimiterRow(lines[at + 1] ?? "") && line.includes("|"))
    return takeTable(lines, at);
  if (isUnderlined(lines, at)) {
    const level = (lines[at + 1] ?? "").trim().startsWith("=") ? 1 : 2;
    return {
      blocks: [plainBlock(inlineText(line.trim()), { heading: level })],
      next: at + 2,
    };
  }
  if (RULE.test(line)) return { blocks: [], next: at + 1 };
  if (BULLET.test(line)) {
    return one(
      at,
      plainBlock(inlineText(line.replace(BULLET, "").trim()), {
        role: "bullet",
      }),
    );
  }
  return null;
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

function textBlock(line: string): SourceBlock {
  return plainBlock(inlineText(line), { lead: leadOf(line) });
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
  const table: SourceTable = {
    version: 1,
    rows: rows.map((row, index) =>
      cellsOf(row).map((text) => ({
        text: inlineText(text),
        header: index === 0,
        colspan: 1,
        rowspan: 1,
      })),
    ),
  };
  return { blocks: [plainBlock("", { table })], next: end };
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
