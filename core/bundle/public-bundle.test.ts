import { describe, expect, it } from "vitest";
import { editionOfBundle } from "@/core/editions/edition-of-bundle";
import { blocksFromText } from "@/core/source/blocks/from-text";
import { parseSource } from "@/core/source/parse-source";
import { plainText, richTextFromPlain } from "@/core/text/rich-text";
import type { Bundle, BundleNote, BundleTerm } from "./bundle";
import { pairDocument } from "./pair-document";
import { publicBundle } from "./public-bundle";
import { readBundle } from "./read-bundle";
import { writeBundle } from "./write-bundle";

const idOf = (count: number) =>
  `019afb42-0800-7000-8000-${count.toString(16).padStart(12, "0")}`;

const SOURCE = [
  "1. 坚持“五链”融合。推动创新链、产业链深度融合，加快建设四省边际中心城市。",
  "2. 加快建设四省边际中心城市，预计2025年全市生产总值达到2400亿元。",
].join("\n");

const explained = (
  id: number,
  kind: "term" | "doubt",
  text: string,
): BundleTerm["explanation"] => ({
  id: idOf(id),
  kind,
  status: "reviewed",
  body: richTextFromPlain(text),
  citations: [],
});

const term = (
  source: string,
  target: string,
  more: Partial<BundleTerm> = {},
): BundleTerm => ({
  source,
  pinyin: "pīnyīn",
  target,
  note: "SECRET: for translators",
  status: "approved",
  category: "term",
  explanation: null,
  ...more,
});

function build(): Bundle {
  let count = 0;
  const bundle = pairDocument({
    source: parseSource(blocksFromText(SOURCE)),
    sourceText: SOURCE,
    fileName: "SECRET draft.txt",
    targetLines: [
      "1. Five-chain integration[^a]. A central city of the border region.",
      "2. A central city of the border region[^b].",
      "",
      "[^a]: Of industry and talent.",
      "[^b]: SECRET: is this right?",
      "[^c]: SECRET: nobody refers to it.",
    ],
    terms: [
      term("五链融合", "five-chain integration", {
        explanation: explained(500, "term", "Five chains."),
      }),
      term("四省边际中心城市", "central city of the border region", {
        explanation: explained(501, "doubt", "SECRET: which provinces?"),
      }),
      term("创新链", "SECRET proposal", { status: "proposed" }),
      term("农业", "SECRET agriculture"),
    ],
    ids: () => idOf((count += 1)),
  });
  const [document] = bundle.documents;
  if (document === undefined) throw new Error("No document.");
  const doubts = (note: BundleNote): BundleNote =>
    plainText(note.body).includes("right") ? { ...note, kind: "doubt" } : note;
  return {
    ...bundle,
    project: { ...bundle.project, name: "SECRET project" },
    documents: [
      { ...document, notes: document.notes.map(doubts) },
      { ...document, id: idOf(900), title: "SECRET document" },
    ],
  };
}

describe("what everyone may have of a project", () => {
  const bundle = build();
  const [document] = bundle.documents;
  const shared = publicBundle(bundle, document!.id);

  it("is one document with the notes that are printed and the terms that occur", () => {
    expect(shared.documents.map(({ id }) => id)).toEqual([document!.id]);
    expect(
      shared.documents[0]!.notes.map(({ body }) => plainText(body)),
    ).toEqual(["Of industry and talent."]);
    expect(shared.terms.map(({ source }) => source)).toEqual([
      "五链融合",
      "四省边际中心城市",
    ]);
    expect(shared.terms[0]!.explanation).not.toBeNull();
  });

  it("has nothing that is between the people who work on it", () => {
    expect(writeBundle(shared)).not.toContain("SECRET");
  });

  it("can be read, and gives the same edition", () => {
    const text = writeBundle(shared);
    const read = readBundle(text);
    expect(writeBundle(read)).toBe(text);
    const moment = { asOf: "2026-11-22T08:00:00.000Z", sha256: "" };
    expect(editionOfBundle(read, read.documents[0]!, moment)).toEqual(
      editionOfBundle(bundle, document!, moment),
    );
  });

  it("refuses a document that is not there", () => {
    expect(() => publicBundle(bundle, idOf(999))).toThrow();
  });
});
