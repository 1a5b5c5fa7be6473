import { describe, expect, it } from "vitest";
import { RichTextSchema, type Run } from "@/core/text/rich-text";
import { readNoteMarkdown } from "./note-markdown";

/** Runs in short: words, with b and i for their marks and the address they lead to; "↵" for a new line. */
function short(runs: readonly Run[]): readonly string[] {
  return runs.map((run) => {
    if (run.kind !== "text") return run.kind === "break" ? "↵" : "mark";
    const marks = run.marks.map((mark) => mark.charAt(0)).join("");
    const href = run.href === null ? "" : ` -> ${run.href}`;
    return marks + href === "" ? run.text : `${marks}(${run.text})${href}`;
  });
}

function read(...lines: readonly string[]) {
  const { body, refused } = readNoteMarkdown(lines);
  expect(RichTextSchema.parse(body)).toEqual(body);
  return {
    refused,
    blocks: body.blocks.map((block) =>
      block.kind === "paragraph" ? short(block.runs) : [],
    ),
  };
}

describe("the Markdown of a footnote", () => {
  it.each([
    ["plain words", ["plain words"]],
    ["五链融合，即产业链。", ["五链融合，即产业链。"]],
    ["(*wǔliàn rónghé*, 五链融合)", ["(", "i(wǔliàn rónghé)", ", 五链融合)"]],
    ["**bold** and _italic_", ["b(bold)", " and ", "i(italic)"]],
    ["**a *b* c**", ["b(a )", "bi(b)", "b( c)"]],
    ["**a *b***", ["b(a )", "bi(b)"]],
    ["*a **b***", ["i(a )", "bi(b)"]],
    ["***both***", ["bi(both)"]],
    ["snake_case_name, 2 * 3 * 4", ["snake_case_name, 2 * 3 * 4"]],
    ["*never closed", ["*never closed"]],
    ["\\*stars\\* and \\[brackets\\]", ["*stars* and [brackets]"]],
    ["[brackets] stay", ["[brackets] stay"]],
    ["a \\ b C:\\dir", ["a \\ b C:\\dir"]],
    [
      "[the *report*](https://example.org/a_(b)_c)",
      [
        "(the ) -> https://example.org/a_(b)_c",
        "i(report) -> https://example.org/a_(b)_c",
      ],
    ],
    [
      '[report](<https://example.org/a b> "Title"), 2015',
      ["(report) -> https://example.org/a b", ", 2015"],
    ],
    [
      "See <https://example.org/x_y_z>.",
      ["See ", "(https://example.org/x_y_z) -> https://example.org/x_y_z", "."],
    ],
    [
      "见https://example.org/a，及 (https://example.org/b).",
      [
        "见",
        "(https://example.org/a) -> https://example.org/a",
        "，及 (",
        "(https://example.org/b) -> https://example.org/b",
        ").",
      ],
    ],
    ["<b>no markup</b>", ["<b>no markup</b>"]],
  ])("reads %j", (text, runs) => {
    expect(read(text)).toEqual({ blocks: [runs], refused: [] });
  });

  it("keeps the words of a link that leads nowhere good, and says where it led", () => {
    const text = "[a](javascript:alert(1)) and [b](data:text/html,x)";
    expect(read(text)).toEqual({
      blocks: [["a and b"]],
      refused: ["javascript:alert(1)", "data:text/html,x"],
    });
  });

  it("joins lines as their script wants it, and parts paragraphs at empty lines", () => {
    expect(read("One", "two 中", "文", "", "", "three").blocks).toEqual([
      ["One two 中文"],
      ["three"],
    ]);
    expect(read("One\\", "two  ", "three \\\\", "four").blocks).toEqual([
      ["One", "↵", "two", "↵", "three \\ four"],
    ]);
    expect(read("", " ").blocks).toEqual([]);
  });

  it("reads what was made to be slow at once", () => {
    const hostile = [
      "*a ".repeat(40_000),
      "[".repeat(100_000),
      "**a *b ".repeat(20_000),
      `[a](${"(".repeat(100_000)}`,
      "[a](".repeat(25_000),
      "_a_b".repeat(25_000),
      "<https://".repeat(12_000),
    ];
    for (const text of hostile) read(text);
  });
});
