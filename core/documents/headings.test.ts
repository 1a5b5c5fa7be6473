import { describe, expect, it } from "vitest";
import { englishHeading, sourceHeading } from "./headings";

const heading = { kind: "heading", marker: "二、", runIn: null } as const;
const numbered = {
  kind: "numbered",
  marker: "5.",
  runIn: "着力打造先进制造业集群。",
} as const;

describe("what an outline calls a paragraph", () => {
  it("is a heading's text or a run-in heading, without marker and stop", () => {
    expect(
      sourceHeading({ ...heading, text: "二、坚持以“五链”融合为牵引" }),
    ).toBe("坚持以“五链”融合为牵引");
    expect(
      sourceHeading({
        ...numbered,
        text: "5.  着力打造先进制造业集群。扎实推进新型工业化。",
      }),
    ).toBe("着力打造先进制造业集群");
  });

  it("takes the marker off a run-in heading that holds it", () => {
    const runIn = "第五条 着力打造集群。";
    expect(
      sourceHeading({ kind: "numbered", marker: "第五条", runIn, text: runIn }),
    ).toBe("着力打造集群");
  });

  it("is the English of the same words", () => {
    expect(
      englishHeading({
        ...heading,
        english: "II. Taking five-chain integration as the driving force",
      }),
    ).toBe("Taking five-chain integration as the driving force");
    expect(
      englishHeading({
        ...numbered,
        english:
          "5. Working hard to build advanced manufacturing clusters. We will make solid progress.",
      }),
    ).toBe("Working hard to build advanced manufacturing clusters");
  });

  it("is nothing for what is not translated and for running text", () => {
    expect(englishHeading({ ...heading, english: "" })).toBeNull();
    expect(englishHeading({ ...heading, english: "II. " })).toBeNull();
    const body = { kind: "body", marker: null, runIn: null } as const;
    expect(sourceHeading({ ...body, text: "正文。" })).toBeNull();
    expect(englishHeading({ ...body, english: "Text." })).toBeNull();
  });
});
