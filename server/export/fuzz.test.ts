import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { BAD_INPUTS } from "@/core/export/fixtures/bad-inputs";
import { idOf } from "@/core/export/fixtures/noted-edition";
import {
  DEFAULT_OPTIONS,
  EXPORT_FORMATS,
  EXPORT_LAYOUTS,
  FONT_STYLES,
  NOTE_STYLES,
  PAPERS,
  UNAPPROVED_STYLES,
  type ExportedFile,
  type ExportOptions,
} from "@/core/export/options";
import { FIRST_USE_FORMS } from "@/core/projects/style";
import { FUZZ } from "@/test/fuzz";
import { JUDGES, QUICK_JUDGES } from "@/test/judges";
import { exportEdition, isWritten } from "./exporters";

const FORMATS = EXPORT_FORMATS.filter(isWritten);

const anyOptions: fc.Arbitrary<ExportOptions> = fc.record({
  layout: fc.constantFrom(...EXPORT_LAYOUTS),
  notes: fc.constantFrom(...NOTE_STYLES),
  firstUse: fc.option(fc.constantFrom(...FIRST_USE_FORMS)),
  glossary: fc.boolean(),
  paper: fc.constantFrom(...PAPERS),
  fonts: fc.constantFrom(...FONT_STYLES),
  unapproved: fc.constantFrom(...UNAPPROVED_STYLES),
  remarks: fc.boolean(),
});

const sample = (runs: number) =>
  fc.sample(fc.tuple(anyEdition, anyOptions), {
    numRuns: runs,
    seed: FUZZ.seed,
  });

const minutes = (count: number) => count * 60_000;

/** Makes one document of many: their paragraphs behind each other, their notes told apart. */
function join(editions: readonly Edition[]): Edition {
  const [first, ...rest] = editions.map((edition, index) => {
    let text = JSON.stringify(edition);
    for (const number of [1, 2, 3, 4, 5])
      text = text.replaceAll(idOf(number), idOf(100 * (index + 1) + number));
    return JSON.parse(text) as Edition;
  });
  if (first === undefined) throw new Error("There is nothing to join.");
  const all = [first, ...rest];
  return {
    ...first,
    paragraphs: all
      .flatMap(({ paragraphs }) => paragraphs)
      .map((paragraph, index) => ({
        ...paragraph,
        id: `paragraph-${index}`,
        number: index + 4,
      })),
    notes: all
      .flatMap((edition) => edition.notes)
      .map((note, index) => ({ ...note, number: index + 1 })),
  };
}

describe("any document at all", () => {
  it.each(FORMATS)(
    "is written as %s that can be read",
    async (format) => {
      const files: ExportedFile[] = [];
      for (const [edition, options] of sample(FUZZ.runs))
        files.push(await exportEdition(edition, { format, options }));
      expect(await QUICK_JUDGES[format](files)).toBe("");
    },
    minutes(10),
  );

  const joined = join(sample(FUZZ.runs).map(([edition]) => edition));
  it.each(FORMATS)(
    "is written as %s that the strictest judge takes",
    async (format) => {
      const options = { ...DEFAULT_OPTIONS, layout: "parallel" as const };
      const file = await exportEdition(joined, { format, options });
      expect(await JUDGES[format]([file])).toBe("");
    },
    minutes(5),
  );

  it(
    "is the same bytes when it is written again",
    async () => {
      for (const format of FORMATS) {
        const write = () =>
          exportEdition(joined, { format, options: DEFAULT_OPTIONS });
        const [one, other] = [await write(), await write()];
        expect(
          Buffer.compare(Buffer.from(one.body), Buffer.from(other.body)),
        ).toBe(0);
      }
    },
    minutes(3),
  );
});

describe.each(Object.entries(BAD_INPUTS))("%s", (name, edition) => {
  // A judge of books that takes long looks at the one with the most in it; the same pages are proved of the others.
  const judges =
    FUZZ.isLong || name === "signs of every kind"
      ? JUDGES
      : { ...JUDGES, epub: QUICK_JUDGES.epub };
  it.each(FORMATS)(
    "can be had as %s",
    async (format) => {
      const file = await exportEdition(edition, {
        format,
        options: { ...DEFAULT_OPTIONS, layout: "parallel" },
      });
      expect(await judges[format]([file])).toBe("");
    },
    minutes(5),
  );
});
