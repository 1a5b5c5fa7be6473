import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { anyEdition } from "./fixtures/arbitrary";
import { block, EDITION, paragraph, run } from "./fixtures/edition";
import { NOTED } from "./fixtures/noted-edition";
import { PUBLISHED } from "./fixtures/published-edition";
import { expectedNumbers } from "./fixtures/settle-notes";
import { bodyWords, findMissing, headWords, noteWords } from "./fixtures/words";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  UNAPPROVED_STYLES,
  type ExportLayout,
  type ExportOptions,
} from "./options";
import { exportText } from "./text";

const write = (
  edition: Edition,
  layout: ExportLayout,
  more: Partial<ExportOptions> = {},
) => {
  const options = { ...DEFAULT_OPTIONS, layout, ...more };
  return String(exportText(prepareEdition(edition, options), options).body);
};

/** A file's paragraphs: what empty lines part. */
const partsOf = (text: string) => text.trimEnd().split("\n\n");

describe("an edition in plain text", () => {
  it("has a paragraph a line, the numbers of notes at their words, and the notes at the end", () => {
    const parts = partsOf(write(NOTED, "english", { glossary: false }));
    expect(parts).toContain(
      "[Not approved] I. Acting on the Double-Eight Strategy[3]",
    );
    expect(parts).toContain(
      "[Not approved] 1. Five-chain integration (wǔliàn rónghé, “五链”融合)[4] first. Add 300 mu[5][4] (20 hectares) of farmland, as the Double-Eight Strategy[3]: asks.",
    );
    const notes = parts[parts.indexOf("NOTES") + 1]?.split("\n") ?? [];
    expect(notes[0]).toBe(
      "[1] For the years 2026–2030; the plan itself follows in spring.",
    );
    expect(notes.at(-1)).toBe("[8] [Note not written yet]");
  });

  it.each([
    ["parallel", "——全面贯彻“八八战略[3]”。\n[Untranslated]"],
    ["interleaved", "——全面贯彻“八八战略[3]”。\n[Untranslated]"],
    ["annotated", "——全面贯彻“八八战略[3]”。"],
    ["english", "[Untranslated] ——全面贯彻“八八战略[3]”。"],
  ] as const)(
    "sets both texts of a paragraph together (%s)",
    (layout, part) => {
      expect(partsOf(write(NOTED, layout))).toContain(part);
    },
  );

  it("has tables as tabs, lists with their numbers, and addresses behind links", () => {
    const text = write(EDITION, "english");
    expect(text).toContain("reach CNY 240bn² and H₂O, see");
    expect(text).toContain("Indicator\t2025\n");
    expect(text).toContain(
      "3. Industry\n  • Steel\n  • Silicon\n4. Innovation",
    );
    expect(text).toContain(
      "see the portal <https://www.qz.gov.cn/a(b)?c=1&d=2>.",
    );
    const linked = paragraph(4, "一", [
      block(run("See "), run("https://a.example/", [], "https://a.example/")),
    ]);
    expect(
      write({ ...EDITION, paragraphs: [linked] }, "english"),
    ).not.toContain("<https://a.example/>");
  });

  it("ends with its lists and with what it says of itself", () => {
    const text = write(PUBLISHED, "english");
    expect(text).toContain(
      "\n\nGLOSSARY\n\n八八战略 bābā zhànlüè: Double-Eight Strategy (official: Report of 2022, English edition). Eight strengths and eight moves.\n耕地 gēngdì: farmland (house)\n\nNAMES\n\nQuzhou: 衢州 Qúzhōu, place\n\nABBREVIATIONS\n\nGDP: gross domestic product\n\nABOUT THIS EDITION\n\nEdition: English edition 2, 20 November 2026\n",
    );
    expect(text).toContain("Licence: CC BY 4.0 <https://creativecommons.org/");
    expect(text).not.toContain("Draft");
    expect(write(EDITION, "english")).toContain(
      "Draft translation of 22 November 2026.",
    );
  });

  it("has no notes where none are wanted", () => {
    const text = write(NOTED, "parallel", { notes: "none" });
    expect(text).not.toMatch(/\[\d+\]/);
    expect(text).not.toContain("NOTES");
  });

  it("holds every word and number of any edition, and no sign that cannot be seen", () => {
    fc.assert(
      fc.property(
        anyEdition,
        fc.constantFrom(...EXPORT_LAYOUTS),
        fc.constantFrom(...UNAPPROVED_STYLES),
        (linked, layout, unapproved) => {
          const given = withoutLinks(linked);
          const more = { unapproved, glossary: false };
          const edition = prepareEdition(given, {
            ...DEFAULT_OPTIONS,
            layout,
            ...more,
          });
          const text = write(given, layout, more);
          const find = (words: readonly string[]) =>
            findMissing(bare(text), words.map(bare));
          expect(find(headWords(edition, layout))).toBeNull();
          expect(find(bodyWords(edition, layout))).toBeNull();
          const noted = edition.notes.flatMap(noteWords);
          expect(find(noted)).toBeNull();
          const { target, source } = expectedNumbers(edition, layout);
          const unnumbered = write(given, layout, { ...more, notes: "none" });
          expect(count(text) - count(unnumbered) - count(noted.join(" "))).toBe(
            target.length + source.length + edition.notes.length,
          );
          expect(text).not.toMatch(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/u);
        },
      ),
      { numRuns: 200 },
    );
  });
});

// Words in brackets can hold a figure, too, and lose their blanks when they are compared.
const NUMBER = /\[\s*\d+\s*\]/g;
/** A text without numbers of notes and without what tells raised words. */
const bare = (text: string) =>
  text
    .normalize("NFKD")
    .replace(NUMBER, "")
    .replace(/\u2212/g, "-")
    .replace(/[\^_\s]/g, "");
const count = (text: string) =>
  text.normalize("NFKD").match(NUMBER)?.length ?? 0;

/** Addresses stand behind the words of links, where nothing else does. */
const withoutLinks = (edition: Edition) =>
  JSON.parse(
    JSON.stringify(edition).replace(/"href":"(?:[^"\\]|\\.)*"/g, '"href":null'),
  ) as Edition;
