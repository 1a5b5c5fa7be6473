import { describe, expect, it } from "vitest";
import { rowsToDraw } from "./rows-to-draw";

const sketch = (...given: Parameters<typeof rowsToDraw>) =>
  rowsToDraw(...given).map((part) =>
    part.kind === "row" ? part.index : `${part.from}..${part.to}`,
  );

describe("rowsToDraw", () => {
  it("puts spaces where rows are not drawn, so that all rows keep their places", () => {
    expect(sketch({ from: 3, to: 5 }, -1, 9)).toEqual(["0..3", 3, 4, "5..9"]);
  });

  it("keeps the focused row in its place when it is out of view", () => {
    expect(sketch({ from: 6, to: 8 }, 2, 9)).toEqual([
      "0..2",
      2,
      "3..6",
      6,
      7,
      "8..9",
    ]);
    expect(sketch({ from: 0, to: 2 }, 7, 9)).toEqual([0, 1, "2..7", 7, "8..9"]);
  });

  it("draws the focused row once when it is in view", () => {
    expect(sketch({ from: 0, to: 3 }, 1, 3)).toEqual([0, 1, 2]);
  });

  it("draws nothing of an empty document", () => {
    expect(sketch({ from: 0, to: 14 }, -1, 0)).toEqual([]);
  });
});
