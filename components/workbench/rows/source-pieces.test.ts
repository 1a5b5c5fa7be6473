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
      { text: TEXT.slice(9, 13), strong: true },
      { text: TEXT.slice(13, 17), strong: false },
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
