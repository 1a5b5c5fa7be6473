import { describe, expect, it } from "vitest";
import { cutSource, strongEnd } from "./source-pieces";

const TEXT = "5. 着力打造先进制造业集群。扎实推进新型工业化";

describe("strongEnd", () => {
  it("ends with the run-in heading, marker included", () => {
    expect(TEXT.slice(0, strongEnd(TEXT, "着力打造先进制造业集群。"))).toBe(
      "5. 着力打造先进制造业集群。",
    );
  });

  it("is 0 without a run-in heading, or with one that is not in the text", () => {
    expect(strongEnd(TEXT, null)).toBe(0);
    expect(strongEnd(TEXT, "别的")).toBe(0);
  });
});

describe("cutSource", () => {
  const whole = (stretches: ReturnType<typeof cutSource>) =>
    stretches.flatMap((s) => s.pieces.map((p) => p.text)).join("");

  it("loses no character and marks terms by their places", () => {
    const from = TEXT.indexOf("新型工业化");
    const stretches = cutSource(TEXT, 0, [{ termId: "t", from, to: from + 5 }]);
    expect(whole(stretches)).toBe(TEXT);
    expect(stretches.map((s) => s.termId)).toEqual([null, "t"]);
  });

  it("keeps a term whole that reaches over the end of the run-in heading", () => {
    const stretches = cutSource(TEXT, 13, [{ termId: "t", from: 9, to: 17 }]);
    const term = stretches.find((s) => s.termId === "t");
    expect(term?.pieces).toEqual([
      { text: TEXT.slice(9, 13), strong: true, noteIds: [] },
      { text: TEXT.slice(13, 17), strong: false, noteIds: [] },
    ]);
    expect(whole(stretches)).toBe(TEXT);
  });

  it("leaves out a match that overlaps the one before", () => {
    const stretches = cutSource(TEXT, 0, [
      { termId: "a", from: 3, to: 7 },
      { termId: "b", from: 5, to: 9 },
    ]);
    expect(stretches.map((s) => s.termId)).toEqual([null, "a", null]);
    expect(whole(stretches)).toBe(TEXT);
  });
});

describe("words with notes", () => {
  const note = (noteId: string, words: string) => {
    const from = TEXT.indexOf(words);
    return { noteId, from, to: from + words.length };
  };

  it("may overlap each other, terms and the run-in heading; no character is lost", () => {
    const heading = note("a", "先进制造业集群。扎实");
    const other = note("b", "集群。扎实推进新型");
    const from = TEXT.indexOf("新型工业化");
    const terms = [{ termId: "t", from, to: from + 5 }];
    const stretches = cutSource(TEXT, 15, terms, [heading, other]);
    const pieces = stretches.flatMap((stretch) => stretch.pieces);
    expect(pieces.map(({ text }) => text).join("")).toBe(TEXT);
    const wordsOf = (noteId: string) =>
      pieces
        .filter(({ noteIds }) => noteIds.includes(noteId))
        .map(({ text }) => text)
        .join("");
    expect(wordsOf("a")).toBe("先进制造业集群。扎实");
    expect(wordsOf("b")).toBe("集群。扎实推进新型");
  });

  it("have their number right behind them, in the middle of a term too, which stays one to the keyboard", () => {
    const from = TEXT.indexOf("新型工业化");
    const terms = [{ termId: "t", from, to: from + 5 }];
    const stretches = cutSource(TEXT, 0, terms, [note("a", "推进新型")]);
    const ending = stretches.findIndex(({ endingIds }) =>
      endingIds.includes("a"),
    );
    const before = stretches
      .slice(0, ending + 1)
      .flatMap(({ pieces }) => pieces.map(({ text }) => text))
      .join("");
    expect(before.endsWith("推进新型")).toBe(true);
    expect(
      stretches
        .filter(({ termId }) => termId === "t")
        .map(({ isTermStart }) => isTermStart),
    ).toEqual([true, false]);
  });
});
