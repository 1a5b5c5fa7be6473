import { describe, expect, it } from "vitest";
import type { Check, Finding } from "@/core/editions/finding";
import { countBlocking, countSeverities, sortFindings } from "./sort-findings";

const finding = (check: Check, number: number): Finding => ({
  check,
  row: { number, paragraphId: `p${number}`, field: "" },
  noteId: null,
  detail: "",
});

const findings = [
  finding("unreviewed_note", 1),
  finding("stale", 2),
  finding("unapproved", 3),
  finding("untranslated", 4),
  finding("untranslated", 5),
];

describe("what a document's check found", () => {
  it("begins with what keeps it from being published, then with what is serious", () => {
    const groups = sortFindings({ findings, blocking: ["unapproved"] });
    expect(groups.map(({ check }) => check)).toEqual([
      "unapproved",
      "untranslated",
      "stale",
      "unreviewed_note",
    ]);
    expect(groups[1]?.findings.map(({ row }) => row?.number)).toEqual([4, 5]);
  });

  it("is counted by what it means", () => {
    expect(countBlocking({ findings, blocking: ["stale", "unapproved"] })).toBe(
      2,
    );
    expect(countSeverities(findings)).toEqual({
      error: 3,
      warning: 1,
      information: 1,
    });
  });
});
