import { describe, expect, it } from "vitest";
import { DEFAULT_STYLE } from "@/core/projects/style";
import { plainText, richTextFromPlain } from "@/core/text/rich-text";
import { assembleEdition } from "./assemble-edition";
import { EditionSchema } from "./edition";
import {
  givenDocument,
  givenEnglish,
  givenNote,
  givenParagraph,
  idOf,
} from "./fixtures/given";
import { CHINESE_PREVAILS, NO_DETAILS } from "./publication";

const field = (key: string, value: string) => ({
  key,
  label: null,
  value,
  from: 0,
  to: value.length,
});

const INPUT = givenDocument({
  paragraphs: [
    givenParagraph("t", "市委建议", {
      kind: "title",
      fields: [field("issuingBody", "市委")],
    }),
    givenParagraph("m", "2025年12月8日 衢州日报", {
      kind: "meta",
      fields: [field("date", "2025年12月8日"), field("source", "衢州日报")],
    }),
    givenParagraph(idOf(7), "甲"),
  ],
  translations: [
    givenEnglish("t", "Recommendations"),
    givenEnglish("t", "Municipal Committee", { field: "issuingBody" }),
    givenEnglish(idOf(7), "The first", { notes: [1, 3] }),
  ],
});

describe("what an edition says of itself", () => {
  it("is where its Chinese comes from, by what its text says", () => {
    expect(assembleEdition(INPUT).source).toEqual({
      issuingBody: { source: "市委", target: "Municipal Committee" },
      documentNumber: null,
      date: "2025-12-08",
      publisher: "衢州日报",
      address: null,
      archivedAddress: null,
      sha256: "ab".repeat(32),
    });
  });

  it("is what was said at import rather, and what is said of its editions", () => {
    const { source } = assembleEdition({
      ...INPUT,
      metadata: {
        ...INPUT.metadata,
        issuingBody: "中共市委",
        date: "2026-01-02",
      },
      details: {
        ...NO_DETAILS,
        issuingBody: "CPC Committee",
        archivedAddress: "https://archive.example.org/a",
      },
    });
    expect(source).toMatchObject({
      issuingBody: { source: "中共市委", target: "CPC Committee" },
      date: "2026-01-02",
      archivedAddress: "https://archive.example.org/a",
    });
  });

  it("is its licence or the project's, and that the Chinese prevails unless it says otherwise", () => {
    const licence = { name: "CC BY 4.0", address: "" };
    const usual = assembleEdition({
      ...INPUT,
      style: { ...DEFAULT_STYLE, licence, english: "en-US" },
    });
    expect(usual).toMatchObject({
      licence,
      statement: CHINESE_PREVAILS,
      language: { source: "zh-CN", target: "en-US" },
    });
    const own = assembleEdition({
      ...INPUT,
      style: { ...DEFAULT_STYLE, licence },
      details: {
        ...NO_DETAILS,
        licence: { name: "All rights reserved", address: "" },
        statement: "The Chinese alone is law.",
      },
    });
    expect(own.licence?.name).toBe("All rights reserved");
    expect(own.statement).toBe("The Chinese alone is law.");
  });

  it("is its introduction without marks of notes, and none that has no words", () => {
    const marked = givenEnglish("x", "Why.", { notes: [1] }).target;
    const edition = assembleEdition({
      ...INPUT,
      introduction: marked,
      conventions: richTextFromPlain(" "),
    });
    expect(edition.introduction).toEqual(richTextFromPlain("Why."));
    expect(edition.conventions).toBeNull();
  });
});

describe("the team's doubts", () => {
  const doubt = givenNote(1, {
    kind: "doubt",
    body: richTextFromPlain("Really?"),
  });
  const anchored = givenNote(2, {
    kind: "doubt",
    author: null,
    anchor: {
      version: 1,
      paragraphId: idOf(7),
      field: "",
      quote: { exact: "甲", prefix: "", suffix: "" },
      position: { from: 0, to: 1 },
    },
  });
  const notes = [doubt, anchored, givenNote(3)];

  it("are remarks on the paragraph that they stand in, where they are wanted", () => {
    const edition = assembleEdition({ ...INPUT, notes, remarks: true });
    expect(EditionSchema.parse(edition)).toEqual(edition);
    expect(
      edition.remarks.map(({ id, number, author, body }) => [
        id,
        number,
        author,
        plainText(body),
      ]),
    ).toEqual([
      [idOf(1), 3, "Ann", "Really?"],
      [idOf(2), 3, "Unknown", "Note 2."],
    ]);
  });

  it("are in no edition that is published, and nowhere else in a draft", () => {
    const publication = {
      slug: "a",
      number: 1,
      date: "2026-11-22",
      changes: "",
      address: "https://example.org/e/a/1",
    };
    const drafts = [
      assembleEdition({ ...INPUT, notes }),
      assembleEdition({ ...INPUT, notes, remarks: true, publication }),
    ];
    for (const edition of drafts) {
      expect(edition.remarks).toEqual([]);
      expect(JSON.stringify(edition)).not.toMatch(/Really|Note 2/);
      expect(edition.notes.map(({ id }) => id)).toEqual([idOf(3)]);
    }
  });
});
