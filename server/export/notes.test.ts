import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPORT_LAYOUTS } from "@/core/editions/edition";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { NOTED } from "@/core/export/fixtures/noted-edition";
import { findMissing, noteWords } from "@/core/export/fixtures/words";
import { exportMarkdown } from "@/core/export/markdown";
import { exportDocx } from "@/server/export/docx";
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

function expectInPlace(notes: readonly ReadNote[]) {
  expect(notes.length).toBe(IN_PLACE.length);
  for (const [index, [before, opening]] of IN_PLACE.entries()) {
    const { [index]: read } = notes;
    expect(lettersOf(read?.before ?? "")).toMatch(
      new RegExp(`${lettersOf(before)}$`, "u"),
    );
    expect(lettersOf(read?.text ?? "")).toMatch(
      new RegExp(`^${lettersOf(opening)}`, "u"),
    );
  }
  expectWords(notes, NOTED);
}

function expectWords(
  notes: readonly ReadNote[],
  edition: Pick<typeof NOTED, "notes">,
) {
  expect(notes.length).toBe(edition.notes.length);
  for (const [index, note] of edition.notes.entries())
    expect(
      findMissing(
        lettersOf(notes[index]?.text ?? ""),
        noteWords(note).map(lettersOf),
      ),
    ).toBeNull();
}

async function writeDocx(
  edition: typeof NOTED,
  layout: (typeof EXPORT_LAYOUTS)[number],
) {
  return (await exportDocx(edition, layout)).body as Uint8Array;
}

describe.skipIf(!hasPandoc())("notes as pandoc reads them", () => {
  it.each(["markdown", "gfm"] as const)(
    "stand at their places with all of their text in %s",
    (format) => {
      for (const layout of EXPORT_LAYOUTS)
        expectInPlace(
          readNotes(String(exportMarkdown(NOTED, layout).body), format),
        );
    },
  );

  it.each(EXPORT_LAYOUTS)(
    "stand at their places with all of their text in Word (%s)",
    async (layout) =>
      expectInPlace(readNotes(await writeDocx(NOTED, layout), "docx")),
  );

  it("are all there and in order, whatever the texts say", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyEdition,
        fc.constantFrom(...EXPORT_LAYOUTS),
        async (edition, layout) => {
          const markdown = String(exportMarkdown(edition, layout).body);
          expectWords(readNotes(markdown, "markdown"), edition);
          expectWords(
            readNotes(await writeDocx(edition, layout), "docx"),
            edition,
          );
        },
      ),
      { numRuns: 12 },
    );
  });
});
