import { describe, expect, it } from "vitest";
import { cutSource } from "./cut-source";

const strong = (text: string) => ({ kind: "text", text, strong: true });
const plain = (text: string) => ({ kind: "text", text, strong: false });
const note = (noteId: string) => ({ kind: "note", noteId });

describe("the Chinese that a reader sees", () => {
  it("has the number of a note behind the words it explains", () => {
    const notes = [
      { noteId: "b", from: 6, to: 8 },
      { noteId: "a", from: 0, to: 4 },
    ];
    expect(cutSource("五链融合发展格局。", null, notes)).toEqual([
      plain("五链融合"),
      note("a"),
      plain("发展格局"),
      note("b"),
      plain("。"),
    ]);
  });

  it("has a strong run-in heading, though a note stands in it", () => {
    const notes = [{ noteId: "a", from: 3, to: 5 }];
    expect(cutSource("1. 坚持党建。各级", "坚持党建。", notes)).toEqual([
      strong("1. 坚持"),
      note("a"),
      strong("党建。"),
      plain("各级"),
    ]);
  });

  it("loses no words, wherever notes claim to stand", () => {
    const text = "坚持党建引领。";
    for (let to = 1; to < 12; to += 1)
      expect(
        cutSource(text, "坚持", [{ noteId: "a", from: 0, to }])
          .map((piece) => (piece.kind === "text" ? piece.text : ""))
          .join(""),
      ).toBe(text);
  });
});
