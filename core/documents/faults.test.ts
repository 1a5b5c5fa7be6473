import { describe, expect, it } from "vitest";
import type { SourceParagraph } from "@/core/source/paragraph";
import { findParagraphFault, MAX_TABLE_CELLS } from "./faults";

const TEXT = "1. 坚持“五链”融合。推动深度融合。";

function paragraph(given: Partial<SourceParagraph>): SourceParagraph {
  return {
    kind: "numbered",
    level: null,
    marker: "1.",
    runIn: "坚持“五链”融合。",
    text: TEXT,
    table: null,
    fields: [],
    ...given,
  };
}

const cell = (text: string, span = 1) => ({
  text,
  header: false,
  colspan: span,
  rowspan: span,
});
const table = (rows: ReturnType<typeof cell>[][]) =>
  paragraph({
    kind: "table",
    marker: null,
    runIn: null,
    table: { version: 1, rows },
  });

describe("checking a paragraph that was handed in", () => {
  it("finds nothing in what the parser makes", () => {
    expect(findParagraphFault(paragraph({}))).toBeNull();
    expect(
      findParagraphFault(table([[cell("指标"), cell("2025年")]])),
    ).toBeNull();
  });

  it.each([
    ["a marker from elsewhere in the text", { marker: "坚持" }],
    ["an empty marker", { marker: "" }],
    ["an empty run-in heading", { runIn: "" }],
    ["a table in running text", { table: { version: 1 as const, rows: [] } }],
    [
      "fields in running text",
      { fields: [{ key: "date", label: null, value: "1", from: 0, to: 1 }] },
    ],
  ])("finds %s", (_what, given) => {
    expect(findParagraphFault(paragraph(given))).toBe("source_inconsistent");
  });

  it("finds two fields of one name, and a field that ends before it begins", () => {
    const date = { key: "date", label: null, value: "1", from: 0, to: 1 };
    const meta = { kind: "meta", marker: null, runIn: null } as const;
    expect(
      findParagraphFault(paragraph({ ...meta, fields: [date, date] })),
    ).toBe("source_inconsistent");
    expect(
      findParagraphFault(
        paragraph({
          ...meta,
          fields: [{ ...date, value: "", from: 5, to: 2 }],
        }),
      ),
    ).toBe("source_inconsistent");
  });

  it("finds tables of a size that no document has", () => {
    const many = Array.from({ length: MAX_TABLE_CELLS + 1 }, () => [cell("1")]);
    expect(findParagraphFault(table(many))).toBe("source_too_large");
    const wide = Array.from({ length: 30 }, () => [cell("1", 100)]);
    expect(findParagraphFault(table(wide))).toBe("source_too_large");
  });

  it("finds what cannot be stored in a cell", () => {
    expect(findParagraphFault(table([[cell("a\0b")]]))).toBe(
      "source_unstorable",
    );
  });
});
