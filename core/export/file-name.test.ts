import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { richTextFromPlain } from "@/core/text/rich-text";
import { anyEdition } from "./fixtures/arbitrary";
import { EDITION } from "./fixtures/edition";
import { attachment, exportFileName } from "./file-name";

const named = (title: string) =>
  exportFileName(
    {
      ...EDITION,
      title: { ...EDITION.title, target: richTextFromPlain(title) },
    },
    "english",
    "docx",
  );

describe("the name of an exported file", () => {
  it.each([
    ["Five-Year Plan", "Five-Year Plan (draft, English).docx"],
    ["../../etc/passwd", "etc passwd (draft, English).docx"],
    ['a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j (draft, English).docx"],
    ["CON", "_CON (draft, English).docx"],
    ["...", "Document (draft, English).docx"],
    ["建议\u202Etxt.exe", "建议txt.exe (draft, English).docx"],
  ])("is safe for %j", (title, name) => {
    expect(named(title)).toBe(name);
  });

  it("is cut between words, never inside of a character", () => {
    expect(named("Recommendations ".repeat(20))).toBe(
      "Recommendations Recommendations Recommendations (draft, English).docx",
    );
    expect(named("𠮷".repeat(100))).toBe(
      `${"𠮷".repeat(60)} (draft, English).docx`,
    );
  });

  it("fits every file system, and a header, whatever the title", () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const name = exportFileName(edition, "parallel", "docx");
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u);
        const header = attachment(name);
        expect(header).toMatch(/^[\x20-\x7E]+$/);
        expect(new Headers({ "content-disposition": header })).toBeTruthy();
        const [, full = ""] = /filename\*=UTF-8''(.*)$/.exec(header) ?? [];
        expect(decodeURIComponent(full)).toBe(name);
      }),
    );
  });
});
