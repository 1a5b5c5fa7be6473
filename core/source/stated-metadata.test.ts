import { expect, it } from "vitest";
import {
  translationParts,
  type SourceMetadata,
  type SourceParagraph,
} from "./paragraph";
import { withStatedMetadata } from "./stated-metadata";

const NOTHING: SourceMetadata = {
  version: 1,
  title: null,
  column: null,
  issuingBody: null,
  documentNumber: null,
  publisher: null,
  date: null,
  source: null,
  sourceAddress: null,
};
const BASE = {
  level: null,
  marker: null,
  runIn: null,
  table: null,
  fields: [],
} as const;
const TITLE: SourceParagraph = {
  ...BASE,
  fields: [],
  kind: "title",
  text: "中共衢州市委关于制定规划的建议",
};
const META: SourceParagraph = {
  ...BASE,
  kind: "meta",
  text: "来源:《衢州发布》",
  fields: [
    { key: "source", label: "来源", value: "《衢州发布》", from: 3, to: 9 },
  ],
};

it("gives the title the issuing body that it names, at its place", () => {
  const [title] = withStatedMetadata([TITLE, META], {
    ...NOTHING,
    issuingBody: "中共衢州市委",
  });
  expect(title?.fields).toEqual([
    { key: "issuingBody", label: null, value: "中共衢州市委", from: 0, to: 6 },
  ]);
});

it("gives the title what was typed in and stands in no text", () => {
  const [title] = withStatedMetadata([TITLE, META], {
    ...NOTHING,
    publisher: "法务与规划发展处",
  });
  expect(title?.fields).toEqual([
    {
      key: "publisher",
      label: null,
      value: "法务与规划发展处",
      from: 0,
      to: 0,
    },
  ]);
});

it("leaves out what a line of metadata prints, and addresses, which need no translation", () => {
  const paragraphs = [TITLE, META];
  expect(
    withStatedMetadata(paragraphs, {
      ...NOTHING,
      source: "《衢州发布》",
      sourceAddress: "https://example.org/1",
    }),
  ).toBe(paragraphs);
});

it("leaves a document without a title as it is", () => {
  const paragraphs = [META];
  expect(
    withStatedMetadata(paragraphs, { ...NOTHING, publisher: "某处" }),
  ).toBe(paragraphs);
});

it("makes a part of translation of the title whole, and one of each of its fields", () => {
  const [title] = withStatedMetadata([TITLE], {
    ...NOTHING,
    issuingBody: "中共衢州市委",
  });
  expect(translationParts(title ?? TITLE)).toEqual([
    { field: "", label: null, text: TITLE.text },
    { field: "issuingBody", label: null, text: "中共衢州市委" },
  ]);
});
