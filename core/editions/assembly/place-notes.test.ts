import { describe, expect, it } from "vitest";
import { buildMatcher } from "@/core/glossary/matcher";
import { marksOf } from "@/core/notes/marks";
import { DEFAULT_STYLE } from "@/core/projects/style";
import type { SourceParagraph } from "@/core/source/paragraph";
import {
  plainText,
  richTextFromPlain,
  type RichText,
} from "@/core/text/rich-text";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import { assembleEdition } from "@/core/editions/assemble-edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { NO_DETAILS } from "@/core/editions/publication";
import { countExport, listUnplaced } from "@/core/editions/count-edition";
import { EditionSchema } from "@/core/editions/edition";
import type {
  EditionInput,
  GivenNote,
  GivenTerm,
} from "@/core/editions/edition-input";

const idOf = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

function paragraph(
  id: string,
  text: string,
  more: Partial<SourceParagraph> = {},
): EditionInput["paragraphs"][number] {
  return {
    id,
    kind: "body",
    level: null,
    marker: null,
    runIn: null,
    table: null,
    fields: [],
    text,
    ...more,
  };
}

/** English in which {1} or {1b} is a mark of note 1. */
function english(paragraphId: string, text: string, field = "") {
  const target: RichText = {
    version: 2,
    blocks: [
      {
        kind: "paragraph",
        runs: text.split(/(\{\d+[a-z]?\})/).map((piece) => {
          const [, number, turn = "a"] =
            /^\{(\d+)([a-z]?)\}$/.exec(piece) ?? [];
          return number === undefined
            ? { kind: "text", text: piece, marks: [], href: null }
            : {
                kind: "note",
                noteId: idOf(Number(number)),
                ref: `00000${turn === "" ? "a" : turn}`,
              };
        }),
      },
    ],
  };
  const runs = target.blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? block.runs.filter((run) => run.kind !== "text" || run.text !== "")
      : [],
  );
  return {
    paragraphId,
    field,
    target: { ...target, blocks: [{ kind: "paragraph" as const, runs }] },
    status: "approved" as const,
    stale: false,
  };
}

function note(number: number, more: Partial<GivenNote> = {}): GivenNote {
  return {
    id: idOf(number),
    documentId: "document",
    kind: "background",
    status: "reviewed",
    body: richTextFromPlain(`Note ${number}.`),
    citations: [],
    anchor: null,
    author: null,
    createdAt: "2026-11-22T08:00:00.000Z",
    deletedAt: null,
    term: null,
    ...more,
  };
}

function anchor(paragraphId: string, from: number, to: number, field = "") {
  const quote = { exact: "x", prefix: "", suffix: "" };
  return {
    version: 1 as const,
    paragraphId,
    field,
    quote,
    position: { from, to },
  };
}

const term = (
  id: string,
  source: string,
  target: string,
  status: GivenTerm["status"] = "approved",
): GivenTerm => ({
  id,
  source,
  target,
  status,
  pinyin: "pīnyīn",
  category: "term",
});

function assemble(
  given: Pick<EditionInput, "paragraphs" | "translations"> &
    Partial<EditionInput>,
) {
  const terms = given.terms ?? [];
  const input: EditionInput = {
    documentId: "00000000-0000-4000-8000-00000000d0c0",
    sha256: "ab".repeat(32),
    details: NO_DETAILS,
    introduction: null,
    conventions: null,
    remarks: false,
    publication: null,
    title: "文件",
    metadata: {
      version: 1,
      title: null,
      column: null,
      issuingBody: null,
      documentNumber: null,
      publisher: null,
      date: null,
      source: null,
      sourceAddress: null,
    },
    notes: [],
    terms,
    matcher: buildMatcher(terms),
    style: DEFAULT_STYLE,
    suppressed: [],
    asOf: "2026-11-22T08:00:00.000Z",
    ...given,
  };
  const edition = assembleEdition(input);
  expect(EditionSchema.parse(edition)).toEqual(edition);
  return { edition, input };
}

const numbersOf = ({ notes }: { notes: readonly { id: string }[] }) =>
  notes.map(({ id }) => Number(id.slice(-12)));

const marks = (target: RichText | null) =>
  target === null
    ? []
    : marksOf(target).map(({ noteId }) => Number(noteId.slice(-12)));

describe("notes of an edition", () => {
  it("are numbered by their first marks as they are printed, title first", () => {
    const { edition } = assemble({
      paragraphs: [
        paragraph("c", "栏目", { kind: "meta" }),
        paragraph("t", "建议", { kind: "title" }),
        paragraph("a", "甲乙"),
        paragraph("b", "丙"),
      ],
      translations: [
        english("b", "C{1}{3}."),
        english("a", "A{2}, B{1b}."),
        english("t", "Recommendations{4}"),
        english("c", "Column{5}"),
      ],
      notes: [1, 2, 3, 4, 5].map((number) => note(number)),
    });
    expect(numbersOf(edition)).toEqual([4, 5, 2, 1, 3]);
    expect(edition.notes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it("are those for readers alone: no doubts, none deleted, none that nobody knows, no doubles", () => {
    const { edition, input } = assemble({
      paragraphs: [paragraph("a", "甲")],
      translations: [english("a", "A{1}{2}{3}{4}{1}{1b}.")],
      notes: [
        note(1),
        note(2, { kind: "doubt" }),
        note(3, { deletedAt: "2026-11-22T08:00:00.000Z" }),
        note(5),
        note(6, { kind: "doubt" }),
      ],
    });
    expect(numbersOf(edition)).toEqual([1]);
    expect(marks(edition.paragraphs[0]!.target)).toEqual([1, 1]);
    expect(listUnplaced(edition, input.notes).map(({ id }) => id)).toEqual([
      idOf(5),
    ]);
  });

  it("are counted with those that have no place, and those not reviewed", () => {
    const { edition, input } = assemble({
      paragraphs: [paragraph("a", "甲"), paragraph("b", "乙")],
      // A mark without words: there is no English that it could stand in.
      translations: [english("a", "A{1}."), english("b", "{2}")],
      notes: [
        note(1, { status: "draft" }),
        note(2, { status: "draft" }),
        note(3),
        note(4, { documentId: null, term: { id: null } }),
      ],
    });
    expect(countExport(edition, input.notes)).toMatchObject({
      notes: 3,
      unplacedNotes: 2,
      unreviewedNotes: 2,
    });
  });

  it("keep their marks under a bold run-in heading", () => {
    const { edition } = assemble({
      paragraphs: [
        paragraph("a", "1. 甲。乙。", {
          kind: "numbered",
          marker: "1.",
          runIn: "甲。",
        }),
      ],
      translations: [english("a", "1. Heading{1} here.{2} Then more.")],
      notes: [note(1), note(2)],
    });
    const [block] = edition.paragraphs[0]!.target!.blocks;
    expect(block).toMatchObject({
      runs: [
        { text: "1. Heading", marks: ["bold"] },
        { kind: "note" },
        { text: " here.", marks: ["bold"] },
        { kind: "note" },
        { text: " Then more.", marks: [] },
      ],
    });
  });

  it("have no marks in their own bodies", () => {
    const body = english("x", "Body{1}.").target;
    const { edition } = assemble({
      paragraphs: [paragraph("a", "甲")],
      translations: [english("a", "A{1}.")],
      notes: [note(1, { body })],
    });
    expect(marksOf(edition.notes[0]!.body)).toEqual([]);
  });

  it("stand in the Chinese at their anchors, sorted; not in texts they do not reach", () => {
    const { edition } = assemble({
      paragraphs: [paragraph("a", "甲乙丙𠮷丁")],
      translations: [english("a", "A{1}{2}{3}{4}{5}{6}.")],
      notes: [
        note(1, { anchor: anchor("a", 2, 3) }),
        note(2, { anchor: anchor("a", 0, 3) }),
        note(3, { anchor: anchor("a", 0, 1) }),
        note(4, { anchor: anchor("a", 3, 99) }),
        note(5, { anchor: { ...anchor("a", 0, 1), position: null } }),
        // Between the halves of a character.
        note(6, { anchor: anchor("a", 2, 4) }),
      ],
    });
    expect(
      edition.paragraphs[0]!.source.notes.map(({ noteId, to }) => [
        Number(noteId.slice(-12)),
        to,
      ]),
    ).toEqual([
      [3, 1],
      [1, 3],
      [2, 3],
      [6, 5],
    ]);
  });

  it("stand in metadata fields and in the title", () => {
    const field = { key: "date", label: "日期", value: "2025", from: 0, to: 4 };
    const { edition } = assemble({
      paragraphs: [
        paragraph("t", "建议", { kind: "title" }),
        paragraph("m", "2025", { kind: "meta", fields: [field] }),
      ],
      translations: [english("t", "R{1}"), english("m", "2025{2}", "date")],
      notes: [
        note(1, { anchor: anchor("t", 0, 2) }),
        note(2, { anchor: anchor("m", 0, 4, "date") }),
      ],
    });
    expect(edition.title.sourceNotes).toMatchObject([{ to: 2 }]);
    expect(edition.metadata[0]!.sourceNotes).toMatchObject([{ to: 4 }]);
  });
});

describe("the note of a term", () => {
  const terms = [term("five", "五链融合", "five-chain integration")];
  const explained = note(9, { documentId: null, term: { id: "five" } });
  const paragraphs = [
    paragraph("h", "一、五链融合", { kind: "heading", level: 1 }),
    paragraph("a", "推动五链融合。"),
    paragraph("b", "再推五链融合。"),
  ];
  const translations = [
    english("h", "I. Five-chain integration"),
    english("a", "Promote five-chain integration now."),
    english("b", "Five-chain integration again."),
  ];

  it("stands behind the rendering at the first use in running text, and behind the term in the Chinese", () => {
    const { edition } = assemble({
      paragraphs,
      translations,
      terms,
      notes: [explained],
    });
    expect(edition.paragraphs.map(({ target }) => marks(target))).toEqual([
      [],
      [9],
      [],
    ]);
    expect(edition.paragraphs[1]!.source.notes).toMatchObject([
      { from: 2, to: 6 },
    ]);
    const [block] = edition.paragraphs[1]!.target!.blocks;
    expect(block).toMatchObject({
      runs: [
        { text: "Promote five-chain integration" },
        { kind: "note" },
        { text: " now." },
      ],
    });
  });

  it("follows when paragraphs move", () => {
    const [heading, a, b] = paragraphs;
    const { edition } = assemble({
      paragraphs: [heading!, b!, a!],
      translations,
      terms,
      notes: [explained],
    });
    expect(
      edition.paragraphs.map(({ id, target }) => [id, marks(target)]),
    ).toEqual([
      ["h", []],
      ["b", [9]],
      ["a", []],
    ]);
  });

  it("stands where it was moved to, in both texts", () => {
    const { edition } = assemble({
      paragraphs,
      translations: [
        ...translations.slice(0, 2),
        english("b", "Five-chain integration{9} again."),
      ],
      terms,
      notes: [explained],
    });
    expect(edition.paragraphs.map(({ target }) => marks(target))).toEqual([
      [],
      [],
      [9],
    ]);
    expect(edition.paragraphs[2]!.source.notes).toMatchObject([
      { from: 2, to: 6 },
    ]);
  });

  it.each([
    ["is not wanted here", { suppressed: [idOf(9)] }],
    [
      "explains a term that is only proposed",
      { terms: [{ ...terms[0]!, status: "proposed" as const }] },
    ],
    [
      "explains a term that is gone",
      { notes: [{ ...explained, term: { id: null } }] },
    ],
    [
      "was deleted",
      { notes: [{ ...explained, deletedAt: "2026-11-22T08:00:00.000Z" }] },
    ],
  ])("is not printed where it %s, and is not missing", (_, more) => {
    const { edition, input } = assemble({
      paragraphs,
      translations,
      terms,
      notes: [explained],
      ...more,
    });
    expect(edition.notes).toEqual([]);
    expect(countExport(edition, input.notes)).toMatchObject({
      notes: 0,
      unplacedNotes: 0,
    });
  });

  it("stands behind the bracket of the first use, which comes once in an edition", () => {
    const { edition: assembled } = assemble({
      paragraphs,
      translations,
      terms,
      notes: [explained],
      style: { ...DEFAULT_STYLE, firstUse: "pinyin_characters" },
    });
    const edition = prepareEdition(assembled, DEFAULT_OPTIONS);
    expect(edition.paragraphs.map(({ target }) => plainText(target!))).toEqual([
      "I. Five-chain integration",
      "Promote five-chain integration (pīnyīn, 五链融合) now.",
      "Five-chain integration again.",
    ]);
    const [block] = edition.paragraphs[1]!.target!.blocks;
    expect(block).toMatchObject({
      runs: [{}, {}, {}, { text: ", 五链融合)" }, { kind: "note" }, {}],
    });
  });

  it("has first uses of approved terms only", () => {
    const { edition: assembled } = assemble({
      paragraphs,
      translations,
      terms: [{ ...terms[0]!, status: "proposed" }],
      style: { ...DEFAULT_STYLE, firstUse: "characters" },
    });
    const edition = prepareEdition(assembled, DEFAULT_OPTIONS);
    expect(plainText(edition.paragraphs[1]!.target!)).toBe(
      "Promote five-chain integration now.",
    );
  });
});
