import { describe, expect, it } from "vitest";
import type { SourceParagraph } from "@/core/source/paragraph";
import { plainText, richTextFromPlain } from "@/core/text/rich-text";
import { buildMatcher } from "@/core/glossary/matcher";
import { DEFAULT_STYLE } from "@/core/projects/style";
import { assembleEdition } from "./assemble-edition";
import { countEdition, countUntranslated } from "./count-edition";
import { EditionSchema } from "./edition";
import { NO_DETAILS } from "./publication";
import type { EditionInput } from "./edition-input";

const META = "发布人:法务与规划发展处  发布时间:2025-12-08   浏览次数:10";

function field(key: string, label: string, value: string) {
  const from = META.indexOf(value);
  return { key, label, value, from, to: from + value.length };
}

function paragraph(
  id: string,
  given: Partial<SourceParagraph> & { text: string },
): EditionInput["paragraphs"][number] {
  return {
    id,
    kind: "body",
    level: null,
    marker: null,
    runIn: null,
    table: null,
    fields: [],
    ...given,
  };
}

const NOTHING_KNOWN = {
  version: 1,
  title: null,
  column: null,
  issuingBody: null,
  documentNumber: null,
  publisher: null,
  date: null,
  source: null,
  sourceAddress: null,
} as const;

function translation(paragraphId: string, text: string, field = "") {
  const target = richTextFromPlain(text, { supplied: true });
  return {
    paragraphId,
    field,
    target,
    status: "translated" as const,
    stale: false,
  };
}

const INPUT: EditionInput = {
  documentId: "00000000-0000-4000-8000-00000000d0c0",
  sha256: "ab".repeat(32),
  details: NO_DETAILS,
  introduction: null,
  conventions: null,
  remarks: false,
  publication: null,
  title: "衢州.txt",
  metadata: NOTHING_KNOWN,
  notes: [],
  terms: [],
  matcher: buildMatcher([]),
  style: DEFAULT_STYLE,
  suppressed: [],
  asOf: "2026-11-22T08:00:00.000Z",
  paragraphs: [
    paragraph("t", { kind: "title", text: "关于制定“十五五”规划的建议" }),
    paragraph("m", {
      kind: "meta",
      text: META,
      fields: [
        field("publisher", "发布人", "法务与规划发展处"),
        field("date", "发布时间", "2025-12-08"),
        field("views", "浏览次数", "10"),
      ],
    }),
    paragraph("h", {
      kind: "heading",
      level: 1,
      marker: "一、",
      text: "一、重大意义",
    }),
    paragraph("n", {
      kind: "numbered",
      marker: "1.",
      runIn: "取得重大成就。",
      text: "1. 取得重大成就。面对严峻形势,全市上下同心。",
    }),
  ],
  translations: [
    translation("t", "Recommendations for the 15th Five-Year Plan"),
    translation("m", "8 December 2025", "date"),
    translation(
      "n",
      "1. Major achievements [were made]. The city stood as one.",
    ),
  ],
};

describe("an assembled edition", () => {
  const edition = assembleEdition(INPUT);

  it("has the form that is kept when editions are frozen", () => {
    expect(EditionSchema.parse(edition)).toEqual(edition);
  });

  it("takes the title out of the body, in both languages", () => {
    expect(edition.title.source).toBe("关于制定“十五五”规划的建议");
    expect(plainText(edition.title.target!)).toBe(
      "Recommendations for the 15th Five-Year Plan",
    );
    expect(edition.paragraphs.map(({ id }) => id)).toEqual(["h", "n"]);
  });

  it("lists metadata field by field and leaves counts of views out", () => {
    expect(
      edition.metadata.map(({ key, label, source, target }) => [
        key,
        label.source,
        label.target,
        source,
        target && plainText(target),
      ]),
    ).toEqual([
      ["publisher", "发布人", "Published by", "法务与规划发展处", null],
      ["date", "发布时间", "Date", "2025-12-08", "8 December 2025"],
    ]);
  });

  it("numbers paragraphs by their place in the whole document", () => {
    expect(edition.paragraphs.map(({ number }) => number)).toEqual([3, 4]);
    expect(edition.metadata.map(({ number }) => number)).toEqual([2, 2]);
  });

  it("puts the run-in heading of the English in bold, supplied words too", () => {
    const [block] = edition.paragraphs[1]!.target!.blocks;
    expect(block).toEqual({
      kind: "paragraph",
      runs: [
        {
          kind: "text",
          text: "1. Major achievements ",
          marks: ["bold"],
          href: null,
        },
        {
          kind: "text",
          text: "were made",
          marks: ["bold", "supplied"],
          href: null,
        },
        { kind: "text", text: ".", marks: ["bold"], href: null },
        {
          kind: "text",
          text: " The city stood as one.",
          marks: [],
          href: null,
        },
      ],
    });
  });

  it("counts a paragraph with several fields once, as far as the least of them", () => {
    expect(countEdition(edition)).toEqual({
      paragraphs: 4,
      untranslated: 2,
      unapproved: 2,
      notes: 0,
      unreviewedNotes: 0,
    });
    expect(countUntranslated(edition)).toBe(2);
  });

  it("names a document without a title after its file, and asks for no translation of that", () => {
    const untitled = assembleEdition({
      ...INPUT,
      paragraphs: INPUT.paragraphs.slice(2),
    });
    expect(untitled.title).toMatchObject({
      number: null,
      source: "衢州.txt",
      target: null,
    });
    expect(countEdition(untitled).paragraphs).toBe(2);
  });

  it("takes blank English for none", () => {
    const blank = assembleEdition({
      ...INPUT,
      translations: [
        translation("h", "  "),
        {
          ...translation("n", "a"),
          target: { version: 2, blocks: [{ kind: "paragraph", runs: [] }] },
        },
      ],
    });
    expect(blank.paragraphs.every(({ target }) => target === null)).toBe(true);
  });

  it("adds what was typed in at import, unless the text says it already", () => {
    const known = assembleEdition({
      ...INPUT,
      metadata: {
        ...NOTHING_KNOWN,
        issuingBody: "衢州市委",
        publisher: "法务与规划发展处",
        source: "重大意义",
        sourceAddress: "https://www.qz.gov.cn/a?b=1",
      },
    });
    expect(known.metadata.slice(2)).toMatchObject([
      { key: "issuingBody", number: null, source: "衢州市委", target: null },
      {
        key: "sourceAddress",
        number: null,
        source: "https://www.qz.gov.cn/a?b=1",
      },
    ]);
    const [block] = known.metadata[3]!.target!.blocks;
    expect(block).toMatchObject({
      runs: [{ href: "https://www.qz.gov.cn/a?b=1" }],
    });
  });
});
