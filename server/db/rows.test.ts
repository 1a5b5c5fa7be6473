import { expect, it } from "vitest";
import { listFullRows, listSummaryRows } from "@/server/db/rows";
import { buildDocument } from "@/test/factories";

const META = "发布时间:2025-12-08 发布人:衢州发布";

// Printed in another order than that of the alphabet and of the keys' ids.
const FIELDS = [
  { key: "publisher", label: "发布人", value: "衢州发布" },
  { key: "date", label: "发布时间", value: "2025-12-08" },
].map((field) => {
  const from = META.indexOf(field.value);
  return { ...field, from, to: from + field.value.length };
});

async function buildMixed() {
  return buildDocument({
    paragraphs: [
      { text: "题目", kind: "title", target: "A title" },
      { text: META, kind: "meta", fields: FIELDS },
      {
        text: "一、总则",
        kind: "heading",
        level: 1,
        marker: "一、",
        target: "I. General",
      },
      { text: "正文一", target: "Body one" },
      { text: "正文二" },
    ],
  });
}

it("lists the fields of a paragraph in the order in which they are printed", async () => {
  const { versionId } = await buildMixed();
  const rows = await listSummaryRows(versionId);
  expect(rows.map(({ position, field }) => [position, field])).toEqual([
    [0, ""],
    [1, "publisher"],
    [1, "date"],
    [2, ""],
    [3, ""],
    [4, ""],
  ]);
});

it("cuts a window out of the same order, at every place", async () => {
  const { versionId } = await buildMixed();
  const all = (await listSummaryRows(versionId)).map(({ id }) => id);
  for (const [from, to] of [
    [0, 6],
    [1, 2],
    [2, 4],
    [5, 99],
    [6, 8],
  ] as const) {
    const rows = await listFullRows(versionId, from, to);
    expect(rows.map(({ id }) => id)).toEqual(all.slice(from, to));
  }
});

it("reads of the English only what an outline shows", async () => {
  const { versionId } = await buildMixed();
  const rows = await listSummaryRows(versionId);
  expect(rows.map(({ openingEnglish }) => openingEnglish)).toEqual([
    "A title",
    null,
    null,
    "I. General",
    null,
    null,
  ]);
});

it("does not mix documents", async () => {
  const one = await buildMixed();
  await buildMixed();
  expect(await listSummaryRows(one.versionId)).toHaveLength(6);
});
