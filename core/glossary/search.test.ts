import { describe, expect, it } from "vitest";
import { filterTerms, makeSearchable, orderTerms, searchTerms } from "./search";
import type { TermView } from "./term";

const TERMS: readonly TermView[] = [
  {
    id: "1",
    source: "“五链”融合",
    pinyin: "wǔ liàn rónghé",
    target: "Five-Chain Integration",
    note: "",
    status: "approved",
    category: "term",
  },
  {
    id: "2",
    source: "绿水青山",
    pinyin: "lǜshuǐ qīngshān",
    target: "lucid waters and lush mountains",
    note: "See Xi 2005.",
    status: "proposed",
    category: "term",
  },
  {
    id: "3",
    source: "8090+",
    pinyin: "",
    target: "post-80s and post-90s lecturers",
    note: "",
    status: "approved",
    category: "term",
  },
];

const found = (query: string) =>
  searchTerms(makeSearchable(TERMS), query).map(({ id }) => id);

describe("searching a glossary", () => {
  it.each([
    ["", ["1", "2", "3"]],
    ["五链融合", ["1"]],
    ["「五链」", ["1"]],
    ["integration", ["1"]],
    ["FIVE–CHAIN", ["1"]],
    ["wulian", ["1"]],
    ["wǔ liàn", ["1"]],
    ["rong he", ["1"]],
    ["lüshui", ["2"]],
    ["lvshui", ["2"]],
    ["lǜ", ["2"]],
    ["xi 2005", ["2"]],
    ["８０９０", ["3"]],
    ["桥头堡", []],
    ["!", []],
  ])("finds by %j the terms %j", (query, ids) => {
    expect(found(query)).toEqual(ids);
  });
});

describe("filtering and ordering", () => {
  it("keeps terms of one status, or those that do not occur", () => {
    const ids = (filter: "approved" | "proposed" | "unused" | "names") =>
      filterTerms(TERMS, filter, { "2": 4 }).map(({ id }) => id);
    expect(ids("approved")).toEqual(["1", "3"]);
    expect(ids("proposed")).toEqual(["2"]);
    expect(ids("unused")).toEqual(["1", "3"]);
    expect(ids("names")).toEqual([]);
    const named = TERMS.with(1, { ...TERMS[1]!, category: "place" });
    expect(filterTerms(named, "names", null)).toEqual([named[1]]);
    expect(filterTerms(TERMS, "unused", null)).toEqual(TERMS);
  });

  it("orders by age, pinyin, English and use", () => {
    const ids = (order: "newest" | "pinyin" | "target" | "uses") =>
      orderTerms(TERMS, order, { "2": 4, "3": 1 })
        .map(({ id }) => id)
        .join("");
    expect([ids("newest"), ids("pinyin"), ids("target"), ids("uses")]).toEqual([
      "321",
      "321",
      "123",
      "231",
    ]);
  });
});
