import { describe, expect, it } from "vitest";
import { DEFAULT_OPTIONS, type ExportChoice } from "@/core/export/options";
import { hasOption, relevantChoice } from "./relevant-choice";

const choice = (part: Partial<ExportChoice>): ExportChoice => ({
  format: "docx",
  options: {
    ...DEFAULT_OPTIONS,
    layout: "parallel",
    paper: "letter",
    unapproved: "omitted",
    remarks: true,
  },
  ...part,
});

describe("a choice of an export", () => {
  it("keeps what its format looks at, and nothing else", () => {
    expect(relevantChoice(choice({ format: "epub" }), true).options).toEqual({
      ...DEFAULT_OPTIONS,
      layout: "parallel",
      unapproved: "omitted",
    });
    expect(relevantChoice(choice({ format: "tmx" }), true).options).toEqual(
      DEFAULT_OPTIONS,
    );
  });

  it("has the team's remarks in a draft alone", () => {
    expect(relevantChoice(choice({}), true).options.remarks).toBe(true);
    expect(relevantChoice(choice({}), false).options.remarks).toBe(false);
    expect(hasOption({ format: "pdf" }, "remarks", true)).toBe(false);
  });
});
