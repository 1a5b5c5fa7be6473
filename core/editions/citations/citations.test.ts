import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import { paragraphCitation } from "./citation-text";
import { citeEdition } from "./cite-edition";

const DRAFT: Edition = { ...PUBLISHED, publication: null };

describe("how an edition is cited", () => {
  it("names who issued the original, both titles, who translated, number, day and address", () => {
    expect(citeEdition(PUBLISHED).text).toBe(
      "CPC Quzhou Municipal Committee, Recommendations for the 15th Five-Year Plan (中共衢州市委关于制定第十五个五年规划的建议), 8 December 2025, translated by Li Wén & Sons, annotated by Ann Otator, edited by Ed Itor, English edition 2, 20 November 2026, https://duizhao.example.org/e/quzhou-15th-fyp/2.",
    );
  });

  it("says of a draft that it is one, as of which day", () => {
    expect(citeEdition(DRAFT).text).toMatch(
      /draft translation, 22 November 2026\.$/,
    );
  });

  it("names people once who did several things", () => {
    const credits = (["translator", "annotator", "reviewer"] as const).map(
      (role) => ({ name: "Lin Xiao", role }),
    );
    expect(citeEdition({ ...PUBLISHED, credits }).text).toContain(
      ", translated and annotated by Lin Xiao, English edition",
    );
  });

  it("leads to a paragraph", () => {
    expect(paragraphCitation(PUBLISHED, 37)).toMatch(
      /20 November 2026, paragraph 37, https:\/\/duizhao\.example\.org\/e\/quzhou-15th-fyp\/2#p37\.$/,
    );
    expect(paragraphCitation(DRAFT, 37)).toMatch(/2026, paragraph 37\.$/);
  });

  it("is an entry of RIS: a tag a line, lines ended as the form asks", () => {
    const lines = citeEdition(PUBLISHED).ris.split("\r\n");
    expect(lines.slice(0, 3)).toEqual([
      "TY  - RPRT",
      "ID  - quzhou-15th-fyp-2",
      "AU  - CPC Quzhou Municipal Committee,",
    ]);
    expect(lines.slice(-2)).toEqual(["ER  - ", ""]);
    expect(lines).toContain("DA  - 2026/11/20/");
    expect(lines).toContain("A4  - Li Wén & Sons,");
  });

  it("is an item of CSL-JSON with the Chinese title as the original one", () => {
    expect(citeEdition(PUBLISHED).csl).toMatchObject({
      id: "quzhou-15th-fyp-2",
      type: "report",
      title: "Recommendations for the 15th Five-Year Plan",
      "original-title": "中共衢州市委关于制定第十五个五年规划的建议",
      translator: [{ literal: "Li Wén & Sons" }],
      issued: { "date-parts": [[2026, 11, 20]] },
      URL: "https://duizhao.example.org/e/quzhou-15th-fyp/2",
    });
    expect(citeEdition(DRAFT).csl).toMatchObject({ type: "document" });
  });

  it("has one line for each thing, whatever the texts say, and braces that match", () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const { bibtex, ris } = citeEdition(edition);
        for (const line of ris.split("\r\n").slice(0, -1))
          expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
        let depth = 0;
        for (const sign of bibtex) {
          if (sign === "{") depth += 1;
          if (sign === "}") depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        for (const line of bibtex.trimEnd().split("\n").slice(1, -1))
          expect(line).toMatch(/^ {2}[a-z]+ = \{.*\},$/);
      }),
    );
  });
});
