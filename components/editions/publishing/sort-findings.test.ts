import { describe, expect, it } from "vitest";
import type { Check, Finding } from "@/core/editions/finding";
import { firstFindings } from "@/core/editions/first-findings";
import { countBlocking, countSeverities, sortFindings } from "./sort-findings";

const finding = (check: Check, number: number): Finding => ({
  check,
  row: { number, paragraphId: `p${number}`, field: "" },
  noteId: null,
  detail: "",
});

const { findings, counts } = firstFindings(
  [
    finding("unreviewed_note", 1),
    finding("stale", 2),
    finding("unapproved", 3),
    finding("untranslated", 4),
    finding("untranslated", 5),
    finding("untranslated", 6),
  ],
  2,
);

describe("what a document's check found", () => {
  it("begins with what keeps it from being published, then with what is serious", () => {
    const groups = sortFindings({
      findings,
      counts,
      blocking: ["unapproved"],
    });
    expect(groups.map(({ check }) => check)).toEqual([
      "unapproved",
      "untranslated",
      "stale",
      "unreviewed_note",
    ]);
    expect(groups[1]?.findings.map(({ row }) => row?.number)).toEqual([4, 5]);
    expect(groups[1]?.count).toBe(3);
  });

  it("is counted by what it means", () => {
    expect(countBlocking({ counts, blocking: ["stale", "unapproved"] })).toBe(
      2,
    );
    expect(countSeverities(counts)).toEqual({
      error: 4,
      warning: 1,
      information: 1,
    });
  });
});
