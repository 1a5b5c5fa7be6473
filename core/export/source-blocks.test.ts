import { describe, expect, it } from "vitest";
import { runsText, type Block } from "@/core/text/rich-text";
import { paragraphsOf, sourceBlocks } from "./source-blocks";

const ID = "00000000-0000-4000-8000-000000000001";
const note = (to: number) => ({ noteId: ID, from: 0, to });

/** Blocks as text, a mark as an asterisk, bold in angles. */
function show(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
        return [
          block.runs
            .map((run) => {
              if (run.kind === "note") return "*";
              const text = runsText([run]);
              const bold = run.kind === "text" && run.marks.includes("bold");
              return bold ? `<${text}>` : text;
            })
            .join(""),
        ];
      case "list":
        return block.items.flatMap(show);
      case "table":
        return block.rows.flat().map((cell) => show(cell.blocks).join("/"));
    }
  });
}

const table = (text: string, ...cells: readonly string[]) => ({
  text,
  table: {
    version: 1 as const,
    rows: [
      cells.map((words) => ({
        text: words,
        header: false,
        colspan: 1,
        rowspan: 1,
      })),
    ],
  },
});

describe("the Chinese of an edition", () => {
  it("has numbers behind their words, several at one place side by side", () => {
    expect(show(paragraphsOf("甲乙丙", [note(1), note(3), note(3)]))).toEqual([
      "甲*乙丙**",
    ]);
  });

  it("has them in the line that holds their words, empty lines or not", () => {
    const notes = [note(1), note(2), note(5), note(9)];
    expect(show(paragraphsOf("甲\n\n 乙\r\n丙丁", notes))).toEqual([
      "甲**",
      " 乙*",
      "丙丁*",
    ]);
  });

  it("keeps a run-in heading in bold around a number", () => {
    const notes = [note(3), note(5), note(6)];
    const source = { text: "1. 甲乙。丙", table: null, notes };
    expect(show(sourceBlocks({ runIn: "甲乙。", source }))).toEqual([
      "<1. >*<甲乙>*<。>*丙",
    ]);
  });

  it("has them in the cell that holds their words, else at the end of the table", () => {
    const source = { ...table("甲\t乙\t甲", "甲", "乙", "甲") };
    const notes = [note(3), note(5)];
    expect(
      show(sourceBlocks({ runIn: null, source: { ...source, notes } })),
    ).toEqual(["甲", "乙*", "甲*"]);
    const other = { ...table("甲乙", "丙", "丁"), notes: [note(2)] };
    expect(show(sourceBlocks({ runIn: null, source: other }))).toEqual([
      "丙",
      "丁*",
    ]);
  });

  it("loses none where there are no words", () => {
    const notes = [note(1)];
    expect(show(paragraphsOf(" \n ", notes))).toEqual(["*"]);
    const blank = { ...table(" ", " "), notes };
    expect(show(sourceBlocks({ runIn: null, source: blank }))).toEqual(["*"]);
    const none = { text: " ", table: { version: 1 as const, rows: [] }, notes };
    expect(show(sourceBlocks({ runIn: null, source: none }))).toEqual(["*"]);
  });
});
