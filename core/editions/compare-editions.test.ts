import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { block, EDITION, paragraph, run } from "@/core/export/fixtures/edition";
import { NOTED } from "@/core/export/fixtures/noted-edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import { plainText } from "@/core/text/rich-text";
import { compareEditions } from "./compare-editions";
import type { ComparedText } from "./comparison";
import type { Edition, EditionParagraph } from "./edition";

const p = (id: string, number: number, chinese: string, english: string) => ({
  ...paragraph(number, chinese, [block(run(english))]),
  id,
});

const of = (...paragraphs: readonly EditionParagraph[]): Edition => ({
  ...EDITION,
  paragraphs,
});

const A = p("a", 1, "甲", "The first.");
const B = p("b", 2, "乙", "The second.");
const C = p("c", 3, "丙", "The third.");

const without = (text: ComparedText, kind: "added" | "removed") =>
  text
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join("");

describe("two editions beside each other", () => {
  it("have no difference where they are the same", () => {
    expect(compareEditions(PUBLISHED, PUBLISHED)).toEqual({
      before: 2,
      after: 2,
      lines: [],
      paragraphs: [],
      unchanged: PUBLISHED.paragraphs.length,
      notes: [],
      glossary: [],
    });
  });

  it("differ word by word in English and character by character in Chinese", () => {
    const { paragraphs } = compareEditions(
      of(A, B),
      of(A, p("b", 2, "乙丁", "The new second.")),
    );
    expect(paragraphs).toEqual([
      {
        kind: "changed",
        id: "b",
        before: 2,
        after: 2,
        isMoved: false,
        texts: {
          source: [
            { kind: "same", text: "乙" },
            { kind: "added", text: "丁" },
          ],
          target: [
            { kind: "same", text: "The " },
            { kind: "added", text: "new " },
            { kind: "same", text: "second." },
          ],
        },
      },
    ]);
  });

  it("have what was added where it is, and what was removed where it was", () => {
    const { paragraphs, unchanged } = compareEditions(
      of(A, B, C),
      of(A, p("d", 2, "丁", "New."), C),
    );
    expect(paragraphs.map(({ kind, id }) => [kind, id])).toEqual([
      ["added", "d"],
      ["removed", "b"],
    ]);
    expect(unchanged).toBe(2);
    const gone = compareEditions(of(A, B, C), of(B, C)).paragraphs;
    expect(gone.map(({ kind, id }) => [kind, id])).toEqual([["removed", "a"]]);
  });

  it("know as few paragraphs as moved as can be", () => {
    const { paragraphs } = compareEditions(of(A, B, C), of(C, A, B));
    expect(paragraphs).toMatchObject([
      { kind: "moved", id: "c", before: 3, after: 3, isMoved: true },
    ]);
    const both = compareEditions(
      of(A, B, C),
      of(p("c", 3, "丙", "Third."), A, B),
    );
    expect(both.paragraphs).toMatchObject([{ kind: "changed", isMoved: true }]);
  });

  it("take a new number alone for no difference", () => {
    const renumbered = { ...B, number: 7 };
    expect(compareEditions(of(A, B), of(A, renumbered)).paragraphs).toEqual([]);
  });

  it("differ in title, credits, licence and what stands before the text", () => {
    const { lines } = compareEditions(NOTED, {
      ...PUBLISHED,
      paragraphs: NOTED.paragraphs,
      title: { ...NOTED.title, source: "建议" },
    });
    expect(lines.map(({ key }) => key)).toEqual([
      "title",
      "credits.translator",
      "credits.annotator",
      "credits.editor",
      "credits.reviewer",
      "licence",
      "introduction",
      "conventions",
    ]);
  });

  it("differ in notes and glossary", () => {
    const [first, second, ...rest] = NOTED.notes;
    const after: Edition = {
      ...PUBLISHED,
      notes: [
        { ...first!, body: { version: 2, blocks: [block(run("Anew."))] } },
        ...rest,
      ],
      glossary: PUBLISHED.glossary.slice(1).map((term) => ({
        ...term,
        target: "arable land",
      })),
    };
    const { notes, glossary } = compareEditions(PUBLISHED, after);
    expect(notes.map(({ kind, id }) => [kind, id])).toEqual([
      ["changed", first!.id],
      ["removed", second!.id],
    ]);
    expect(glossary.map(({ kind, source }) => [kind, source])).toEqual([
      ["removed", "八八战略"],
      ["changed", "耕地"],
    ]);
  });

  it("hold both texts of all that changed, whole", () => {
    fc.assert(
      fc.property(anyEdition, anyEdition, (before, after) => {
        const { paragraphs } = compareEditions(before, after);
        const textOf = (edition: Edition, id: string) => {
          const found = edition.paragraphs.find((each) => each.id === id);
          if (found === undefined) return { source: "", target: "" };
          const { source, target } = found;
          return {
            source: source.text,
            target: target === null ? "" : plainText(target),
          };
        };
        for (const { id, texts } of paragraphs)
          for (const side of ["source", "target"] as const) {
            const text = texts[side];
            const [old, now] = [before, after].map(
              (edition) => textOf(edition, id)[side],
            );
            if (text === null) {
              expect(old).toBe(now);
              continue;
            }
            expect(without(text, "added")).toBe(old);
            expect(without(text, "removed")).toBe(now);
          }
      }),
      { numRuns: 60 },
    );
  });
});
