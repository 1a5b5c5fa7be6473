import { describe, expect, it } from "vitest";
import { plainText, type Run } from "@/core/text/rich-text";
import { readEnglishLine } from "./english-line";
import { readFootnotes } from "./footnotes";

const read = (text: string) => readFootnotes(text.split("\n"));

const words = (text: string) =>
  read(text).footnotes.map(({ label, line, body }) => [
    label,
    line,
    plainText(body),
  ]);

describe("footnotes among lines of English", () => {
  it("are taken out, at the end or between, with what is indented behind them", () => {
    const text = [
      "One[^a].",
      "[^a]: First",
      "    goes on",
      "",
      "\tand has a second paragraph.",
      "Two[^b-2].",
      "",
      "Four.",
      "",
      "[^b-2]: Second",
      "",
    ].join("\n");
    expect(words(text)).toEqual([
      ["a", 2, "First goes on\nand has a second paragraph."],
      ["b-2", 10, "Second"],
    ]);
    expect(
      read(text).lines.map(({ text: line, number, isGap }) => [
        line,
        number,
        isGap,
      ]),
    ).toEqual([
      ["One[^a].", 1, false],
      ["Two[^b-2].", 6, false],
      ["", 7, false],
      ["Four.", 8, false],
      ["", 9, true],
      ["", 11, true],
    ]);
  });

  it("stand in the order in which they are referred to, the others behind", () => {
    const text = "B[^b] A[^a] B[^b]\n[^x]: X\n[^a]: A\n[^b]: B";
    expect(words(text).map(([label]) => label)).toEqual(["b", "a", "x"]);
  });

  it.each([
    [
      "a reference to nothing",
      "One[^1]\nTwo[^2][^1]\n[^2]: x",
      "notes_undefined",
      "[^1] (1, 2)",
    ],
    [
      "a note that comes twice",
      "One[^1]\n[^1]: x\n[^1]: x",
      "notes_doubled",
      "[^1] (2, 3)",
    ],
  ])("are refused for %s, with the lines", (_what, text, message, places) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ message, values: { places } }) as Error,
    );
  });

  it("warn of what may not be meant, and lose nothing", () => {
    const text =
      "One[^1][^2][^3]\n[^1]:\n[^2]: as in [^1]\n[^3]: [x](javascript:y)";
    expect(read(text).warnings).toEqual([
      { kind: "empty", line: 2, label: "1", address: "" },
      { kind: "nested", line: 3, label: "2", address: "" },
      { kind: "address", line: 4, label: "3", address: "javascript:y" },
    ]);
    expect(words(text).map(([, , body]) => body)).toEqual([
      "",
      "as in [^1]",
      "x",
    ]);
  });

  it("leave what only looks like one alone", () => {
    const text = "\\[^1] and [^no label] and ^[2] and [3]: x\n[^ ]: y";
    expect(read(text)).toMatchObject({ footnotes: [], warnings: [] });
    expect(read(text).lines).toHaveLength(2);
  });
});

describe("a line of English", () => {
  const runs = (line: string): readonly string[] => {
    const text = readEnglishLine(line, (label) => ({
      kind: "note",
      noteId: label,
      ref: "aaaaaa",
    }));
    const [block] = text.blocks;
    return block?.kind === "paragraph" ? block.runs.map(short) : [];
  };
  const short = (run: Run): string => {
    if (run.kind === "text")
      return run.marks.includes("supplied") ? `<${run.text}>` : run.text;
    return run.kind === "note" ? `#${run.noteId}` : run.kind;
  };

  it.each([
    ["One.[^1] Two", ["One.", "#1", " Two"]],
    ["[supplied][^1]", ["<supplied>", "#1"]],
    ["[^1][supplied]", ["#1", "<supplied>"]],
    ["a [b[^1] c] d", ["a ", "<b>", "#1", "< c>", " d"]],
    ["a[^1][^2]b", ["a", "#1", "#2", "b"]],
    ["[[^1]]", ["[", "#1", "]"]],
    ["[a [b] c]", ["[a ", "<b>", " c]"]],
    ["\\[not supplied\\] \\[^1]", ["[not supplied] [^1]"]],
    ["[a\\] b", ["[a] b"]],
    ["[no end", ["[no end"]],
    ["C:\\dir [x\\y]", ["C:\\dir ", "<x\\y>"]],
  ])("%j has supplied words and marks in their places", (line, expected) => {
    expect(runs(line)).toEqual(expected);
  });
});
