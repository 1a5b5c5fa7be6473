import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { NOTED } from "@/core/export/fixtures/noted-edition";
import { IN_CHINESE, IN_PLACE } from "@/core/export/fixtures/noted-places";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import { bodyWords, findMissing } from "@/core/export/fixtures/words";
import { exportMarkdown } from "@/core/export/markdown";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  type ExportLayout,
  type ExportOptions,
} from "@/core/export/options";
import { expectNotesAt, expectNoteWords } from "@/test/expect-notes";
import { hasPandoc, lettersOf, readNotes } from "@/test/pandoc";

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
        expectNotesAt(notes, layout === "annotated" ? IN_CHINESE : IN_PLACE);
        expectNoteWords(notes, edition);
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
          expectNoteWords(readNotes(markdown, "markdown"), edition);
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
