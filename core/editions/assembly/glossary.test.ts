import { describe, expect, it } from "vitest";
import { buildMatcher } from "@/core/glossary/matcher";
import { DEFAULT_STYLE } from "@/core/projects/style";
import { plainText, richTextFromPlain } from "@/core/text/rich-text";
import { assembleEdition } from "@/core/editions/assemble-edition";
import {
  givenDocument,
  givenEnglish,
  givenNote,
  givenParagraph,
  givenTerm,
  idOf,
} from "@/core/editions/fixtures/given";
import { byPinyin } from "./order";

const terms = [
  givenTerm("衢州", "Qúzhōu", "the City of Quzhou", { category: "place" }),
  givenTerm("八八战略", "bābā zhànlüè", "Double-Eight Strategy"),
  givenTerm("安徽", "Ānhuī", "Anhui", { category: "place" }),
  givenTerm("五链融合", "wǔliàn rónghé", "five-chain integration", {
    status: "proposed",
  }),
  givenTerm("农业", "nóngyè", "agriculture"),
];

const input = givenDocument({
  paragraphs: [
    givenParagraph("t", "衢州建议", { kind: "title" }),
    givenParagraph("a", "八八战略与五链融合,安徽"),
    givenParagraph("b", "衢州八八战略,衢州"),
  ],
  translations: [givenEnglish("t", "Recommendations")],
  terms,
  style: { ...DEFAULT_STYLE, namesIndex: true },
  notes: [
    givenNote(1, {
      documentId: null,
      kind: "term",
      body: richTextFromPlain("Eight strengths."),
      term: { id: "term 八八战略" },
    }),
  ],
});

describe("the glossary of an edition", () => {
  const edition = assembleEdition(input);

  it("has the approved terms that occur, by pinyin, with the paragraphs that have them", () => {
    expect(
      edition.glossary.map(({ source, places }) => [source, places]),
    ).toEqual([
      ["安徽", [2]],
      ["八八战略", [2, 3]],
      ["衢州", [1, 3]],
    ]);
  });

  it("has no term inside of a longer one, proposed or not", () => {
    const longer = givenTerm(
      "衢州八八战略",
      "Qúzhōu bābā zhànlüè",
      "Quzhou’s",
      {
        status: "proposed",
      },
    );
    const all = [...terms, longer];
    const { glossary } = assembleEdition(
      givenDocument({ ...input, terms: all, matcher: buildMatcher(all) }),
    );
    expect(
      glossary.map(({ source, places }) => [source, places]),
    ).toContainEqual(["八八战略", [2]]);
  });

  it("says which renderings are official, and defines terms by their published notes", () => {
    const [anhui, eight] = edition.glossary;
    expect(anhui).toMatchObject({
      origin: { kind: "house" },
      definition: null,
    });
    expect(eight!.origin.kind).toBe("official");
    expect(plainText(eight!.definition!)).toBe("Eight strengths.");
  });

  it.each([
    ["a doubt", { kind: "doubt" as const }],
    ["deleted", { deletedAt: "2026-11-22T08:00:00.000Z" }],
    ["without words", { body: richTextFromPlain(" ") }],
  ])("has no definition from a note that is %s", (_, more) => {
    const notes = input.notes.map((note) => ({ ...note, ...more }));
    const { glossary } = assembleEdition({ ...input, notes });
    expect(glossary[1]!.definition).toBeNull();
  });

  it("has no definition from a note that the document does not want", () => {
    const unwanted = assembleEdition({ ...input, suppressed: [idOf(1)] });
    expect(unwanted.glossary[1]!.definition).toBeNull();
  });

  it("never has what the glossary says to translators", () => {
    const noted = terms.map((term) => ({ ...term, note: "FOR US ALONE" }));
    expect(
      JSON.stringify(assembleEdition({ ...input, terms: noted })),
    ).not.toContain("FOR US ALONE");
  });

  it("lists names by their English without article, where they are wanted", () => {
    expect(edition.names.map(({ target }) => target)).toEqual([
      "Anhui",
      "the City of Quzhou",
    ]);
    const unwanted = assembleEdition({ ...input, style: DEFAULT_STYLE });
    expect(unwanted.names).toEqual([]);
  });
});

it("orders pinyin by letters, then by tones, and ü behind u", () => {
  const sorted = ["nǚ", "nù", "nú", "ma", "mǎ", "má", "Nán", "5G"]
    .map((pinyin) => ({ pinyin, source: pinyin, target: "" }))
    .toSorted(byPinyin);
  expect(sorted.map(({ pinyin }) => pinyin)).toEqual([
    "5G",
    "ma",
    "má",
    "mǎ",
    "Nán",
    "nú",
    "nù",
    "nǚ",
  ]);
});
