import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { NOTED } from "@/core/export/fixtures/noted-edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import {
  bodyWords,
  findMissing,
  noteWords,
} from "@/core/export/fixtures/words";
import { exportMarkdown } from "@/core/export/markdown";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  type ExportLayout,
  type ExportOptions,
} from "@/core/export/options";
import { hasPandoc, lettersOf, readNotes, type ReadNote } from "@/test/pandoc";

/** What stands before each note of NOTED in its paragraph, and how it begins. */
const IN_PLACE = [
  ["Recommendations for the 15th Five-Year Plan", "For the years"],
  ["Division of Legal Affairs", "A division of the committee"],
  ["I. Acting on the Double-Eight Strategy", "Eight strengths and eight"],
  ["integration (wǔliàn rónghé, “五链”融合)", "Chains of innovation"],
  ["first. Add 300 mu", "1. A mu is 1/15 hectare; see [here], * or the law."],
  ["Industry", ""],
  ["Gross regional product", "As the statistics bureau counts it."],
  ["CNY 240bn", "[Note not written yet]"],
] as const;

/** The same in the Chinese, where a note without a place of its own stands behind the whole paragraph. */
const IN_CHINESE = [
  ["第十五个五年规划", "For the years"],
  ["法务", "A division of the committee"],
  ["一、深入践行“八八战略", "Eight strengths and eight"],
  ["坚持“五链”融合", "Chains of innovation"],
  ["新增耕地300亩", "1. A mu is"],
  ["两项任务", ""],
  ["生产总值", "As the statistics bureau counts it."],
  ["2400亿元", "[Note not written yet]"],
] as const;

function prepare(
  edition: Edition,
  layout: ExportLayout,
  more: Partial<ExportOptions> = {},
) {
  const options = { ...DEFAULT_OPTIONS, layout, ...more };
  const prepared = prepareEdition(edition, options);
  return {
    edition: prepared,
    markdown: String(exportMarkdown(prepared, options).body),
  };
}

function expectInPlace(
  notes: readonly ReadNote[],
  places: readonly (readonly [string, string])[],
) {
  expect(notes.length).toBe(places.length);
  for (const [index, [before, opening]] of places.entries()) {
    const { [index]: read } = notes;
    expect(lettersOf(read?.before ?? "")).toMatch(
      new RegExp(`${lettersOf(before)}$`, "u"),
    );
    expect(lettersOf(read?.text ?? "")).toMatch(
      new RegExp(`^${lettersOf(opening)}`, "u"),
    );
  }
}

function expectWords(notes: readonly ReadNote[], edition: Edition) {
  expect(notes.length).toBe(edition.notes.length);
  for (const [index, note] of edition.notes.entries())
    expect(
      findMissing(
        lettersOf(notes[index]?.text ?? ""),
        noteWords(note).map(lettersOf),
      ),
    ).toBeNull();
}

type Element = {
  readonly t: string;
  readonly c: readonly [number, readonly [string], unknown];
};

/** What pandoc makes of a file: its words, and its headings with their depths. */
function readWhole(markdown: string) {
  const run = (to: string) =>
    execFileSync("pandoc", ["--from=markdown", `--to=${to}`, "--wrap=none"], {
      input: markdown,
      maxBuffer: 64 * 1024 * 1024,
    }).toString("utf8");
  const { blocks } = JSON.parse(run("json")) as { blocks: readonly Element[] };
  return {
    words: run("plain"),
    levels: blocks.filter(({ t }) => t === "Header").map(({ c }) => c[0]),
  };
}

describe.skipIf(!hasPandoc())("Markdown as pandoc reads it", () => {
  it.each(["markdown", "gfm"] as const)(
    "has notes at their places with all of their text in %s",
    (format) => {
      for (const layout of EXPORT_LAYOUTS) {
        const { edition, markdown } = prepare(NOTED, layout);
        const notes = readNotes(markdown, format);
        expectInPlace(notes, layout === "annotated" ? IN_CHINESE : IN_PLACE);
        expectWords(notes, edition);
      }
    },
  );

  it("has notes that are all there and in order, whatever the texts say", () => {
    fc.assert(
      fc.property(
        anyEdition,
        fc.constantFrom(...EXPORT_LAYOUTS),
        (given, layout) => {
          const { edition, markdown } = prepare(given, layout);
          expectWords(readNotes(markdown, "markdown"), edition);
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each(EXPORT_LAYOUTS)("has every word and every heading (%s)", (layout) => {
    for (const notes of ["footnotes", "endnotes"] as const) {
      const { edition, markdown } = prepare(PUBLISHED, layout, { notes });
      const { words, levels } = readWhole(markdown);
      const letters = lettersOf(words).replace(/[⁰¹²³⁴-⁹\d]/g, "");
      const find = (texts: readonly string[]) =>
        findMissing(
          letters,
          texts.map((text) => lettersOf(text).replace(/[⁰¹²³⁴-⁹\d]/g, "")),
        );
      expect(find(bodyWords(edition, layout, "english"))).toBeNull();
      const glossary = edition.glossary.map(({ target }) => target);
      expect(find(glossary)).toBeNull();
      // The title, introduction and conventions, the headings of the text, and the parts behind it.
      const back = notes === "endnotes" ? [2, 2, 2, 2, 2] : [2, 2, 2, 2];
      expect(levels).toEqual([1, 2, 2, 2, 3, 2, ...back]);
    }
  });
});
