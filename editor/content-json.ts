import type { JSONContent } from "@tiptap/core";
import type { Block, Cell, Run } from "@/core/text/rich-text";
import { NOTE_MARK } from "./sync/embeds";

/** The editor's JSON of blocks; an editor needs a paragraph where there is none. */
export function contentJson(blocks: readonly Block[]): JSONContent[] {
  return blocks.length === 0 ? [{ type: "paragraph" }] : blocks.map(blockJson);
}

function blockJson(block: Block): JSONContent {
  switch (block.kind) {
    case "paragraph":
      return block.runs.length === 0
        ? { type: "paragraph" }
        : { type: "paragraph", content: inlineJson(block.runs) };
    case "list":
      return {
        type: block.ordered ? "orderedList" : "bulletList",
        ...(block.ordered ? { attrs: { start: block.start } } : {}),
        content: block.items.map((item) => ({
          type: "listItem",
          content: contentJson(item),
        })),
      };
    case "table":
      return {
        type: "table",
        content: block.rows.map((row) => ({
          type: "tableRow",
          content: row.map(cellJson),
        })),
      };
  }
}

function cellJson({ header, colspan, rowspan, blocks }: Cell): JSONContent {
  return {
    type: header ? "tableHeader" : "tableCell",
    attrs: { colspan, rowspan },
    content: contentJson(blocks),
  };
}

function inlineJson(runs: readonly Run[]): JSONContent[] {
  return runs.map((run, index): JSONContent => {
    switch (run.kind) {
      case "break":
        return { type: "hardBreak" };
      case "text":
        return { type: "text", text: run.text, ...marksJson(run) };
      case "note": {
        const { noteId, ref } = run;
        const around = formatAround(runs, index);
        return {
          type: NOTE_MARK,
          attrs: { noteId, ref },
          ...marksJson(around),
        };
      }
    }
  });
}

type Format = Pick<Extract<Run, { kind: "text" }>, "marks" | "href">;

function marksJson({ marks, href }: Format): Pick<JSONContent, "marks"> {
  const types: NonNullable<JSONContent["marks"]> = marks.map((type) => ({
    type,
  }));
  if (href !== null) types.push({ type: "link", attrs: { href } });
  return types.length === 0 ? {} : { marks: types };
}

/** What the words on both sides of a mark have in common: in the midst of supplied words it must not part their brackets. */
function formatAround(runs: readonly Run[], index: number): Format {
  const isWords = (run: Run) => run.kind !== "note";
  const before = runs.slice(0, index).findLast(isWords);
  const after = runs.slice(index + 1).find(isWords);
  if (before?.kind !== "text" || after?.kind !== "text")
    return { marks: [], href: null };
  return {
    marks: before.marks.filter((mark) => after.marks.includes(mark)),
    href: before.href === after.href ? before.href : null,
  };
}
