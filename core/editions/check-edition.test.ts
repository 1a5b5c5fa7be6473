import { describe, expect, it } from "vitest";
import { DEFAULT_STYLE } from "@/core/projects/style";
import { richTextFromPlain } from "@/core/text/rich-text";
import { assembleEdition } from "./assemble-edition";
import { checkEdition } from "./check-edition";
import type { EditionInput } from "./edition-input";
import {
  givenDocument,
  givenEnglish,
  givenNote,
  givenParagraph,
  givenTerm,
  idOf,
} from "./fixtures/given";

const check = (input: EditionInput) =>
  checkEdition(input, assembleEdition(input));

const READY = givenDocument({
  paragraphs: [
    givenParagraph("t", "建议", {
      kind: "title",
      fields: [
        { key: "issuingBody", label: null, value: "市委", from: 0, to: 0 },
      ],
    }),
    givenParagraph("a", "深入实施“八八战略”。"),
  ],
  translations: [
    givenEnglish("t", "Recommendations"),
    givenEnglish("t", "CPC Municipal Committee", { field: "issuingBody" }),
    givenEnglish("a", "Act on the Double-Eight Strategy.", { notes: [1] }),
  ],
  terms: [givenTerm("八八战略", "bābā zhànlüè", "Double-Eight Strategy")],
  notes: [givenNote(1)],
  metadata: {
    version: 1,
    title: null,
    column: null,
    issuingBody: "市委",
    documentNumber: null,
    publisher: null,
    date: "2025-12-08",
    source: null,
    sourceAddress: "https://www.example.org/a",
  },
  details: {
    version: 1,
    slug: "recommendations",
    credits: [{ name: "Ann", role: "translator" }],
    licence: { name: "CC BY 4.0", address: "" },
    issuingBody: "",
    archivedAddress: "",
    statement: "",
  },
});

describe("what is looked at before a document is published", () => {
  it("is nothing in one that is ready", () => {
    expect(check(READY)).toEqual([]);
  });

  it.each([
    [
      "untranslated",
      { translations: READY.translations.slice(0, 2) },
      { check: "untranslated", detail: "深入实施“八八战略”。" },
    ],
    [
      "not approved",
      {
        translations: READY.translations.map((each) => ({
          ...each,
          status: "translated" as const,
        })),
      },
      { check: "unapproved", row: { number: 1, paragraphId: "t", field: "" } },
    ],
    [
      "stale",
      {
        translations: READY.translations.map((each) => ({
          ...each,
          stale: each.paragraphId === "a",
        })),
      },
      { check: "stale", row: { number: 2, paragraphId: "a", field: "" } },
    ],
    [
      "without a rendering",
      {
        translations: [
          ...READY.translations.slice(0, 2),
          givenEnglish("a", "Act on the strategy.", { notes: [1] }),
        ],
      },
      { check: "missing_term", detail: "八八战略 → Double-Eight Strategy" },
    ],
    [
      "with a note that has no place",
      { notes: [...READY.notes, givenNote(2)] },
      { check: "unplaced_note", noteId: idOf(2), row: null, detail: "Note 2." },
    ],
    [
      "with a note that is not written",
      { notes: [givenNote(1, { body: richTextFromPlain("") })] },
      { check: "unwritten_note", row: { number: 2, paragraphId: "a" } },
    ],
    [
      "with a note that nobody reviewed",
      { notes: [givenNote(1, { status: "draft" })] },
      { check: "unreviewed_note", noteId: idOf(1) },
    ],
  ] as const)("says what is %s", (_, more, finding) => {
    expect(check({ ...READY, ...more })[0]).toMatchObject(finding);
  });

  it("says where the words of a note without a place are in the Chinese", () => {
    const anchor = {
      version: 1 as const,
      paragraphId: idOf(7),
      field: "",
      quote: { exact: "八", prefix: "", suffix: "" },
      position: { from: 0, to: 1 },
    };
    const paragraphs = READY.paragraphs.map((each) =>
      each.id === "a" ? { ...each, id: idOf(7) } : each,
    );
    const found = check({
      ...READY,
      paragraphs,
      notes: [givenNote(2, { anchor })],
    });
    expect(found.find(({ noteId }) => noteId === idOf(2))).toMatchObject({
      row: { number: 2, paragraphId: idOf(7), field: "" },
    });
  });

  it("says what it cannot be cited without", () => {
    const bare = givenDocument({
      paragraphs: READY.paragraphs,
      translations: READY.translations.slice(1),
      notes: READY.notes,
    });
    const missing = check(bare).filter(
      (found) => found.check === "missing_metadata",
    );
    expect(missing.map(({ detail }) => detail)).toEqual([
      "title",
      "slug",
      "credits",
      "licence",
      "date",
      "source_address",
    ]);
  });

  it("leads from a missing title to its paragraph, or to the details of a document that has none", () => {
    const title = (paragraphs: typeof READY.paragraphs) =>
      check(givenDocument({ paragraphs, translations: [], notes: [] })).find(
        ({ detail }) => detail === "title",
      );
    expect(title(READY.paragraphs)?.row).toMatchObject({ number: 1 });
    const bare = READY.paragraphs.filter(({ kind }) => kind !== "title");
    expect(title(bare)).toMatchObject({ row: null });
    const details = { ...READY.details, title: "Outline of the Plan" };
    expect(
      check({ ...READY, paragraphs: bare, details }).map(
        ({ detail }) => detail,
      ),
    ).not.toContain("title");
  });

  it("takes a copy that is kept for an address, and a project's licence for one", () => {
    const { licence } = READY.details;
    expect(
      check({
        ...READY,
        metadata: { ...READY.metadata, sourceAddress: null },
        details: {
          ...READY.details,
          licence: null,
          archivedAddress: "https://archive.example.org/a",
        },
        style: { ...DEFAULT_STYLE, licence },
      }),
    ).toEqual([]);
  });

  it("has errors first, each kind in the order of the document", () => {
    const paragraphs = Array.from({ length: 6 }, (_, index) =>
      givenParagraph(`p${index}`, `第${index}段`),
    );
    const found = check({
      ...READY,
      paragraphs: [...READY.paragraphs, ...paragraphs],
      translations: [
        ...READY.translations,
        ...[4, 2, 0].map((index) =>
          givenEnglish(`p${index}`, "English", { status: "translated" }),
        ),
      ],
    });
    expect(found.map(({ check, row }) => [check, row?.number])).toEqual([
      ["untranslated", 4],
      ["untranslated", 6],
      ["untranslated", 8],
      ["unapproved", 3],
      ["unapproved", 5],
      ["unapproved", 7],
    ]);
  });
});
