import { describe, expect, it } from "vitest";
import type { SourceParagraph } from "@/core/source/paragraph";
import { readKey } from "./correction-keys";

const PARAGRAPH: SourceParagraph = {
  kind: "numbered",
  level: null,
  marker: "1.",
  runIn: "加快发展。",
  text: "1. 加快发展。完善机制。",
  table: null,
  fields: [],
};
const key = (code: string, held: object = {}) => ({
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});

describe("the keys of a paragraph", () => {
  it("correct it by the place of the key, whatever an input method makes of it", () => {
    expect(readKey(key("KeyH"), 4, PARAGRAPH)).toEqual({
      kind: "correct",
      correction: { kind: "set-kind", index: 4, to: "heading" },
    });
    expect(readKey(key("Digit2"), 4, PARAGRAPH)).toEqual({
      kind: "correct",
      correction: { kind: "set-level", index: 4, level: 2 },
    });
    expect(readKey(key("KeyR"), 4, PARAGRAPH)).toEqual({
      kind: "correct",
      correction: { kind: "set-run-in", index: 4, on: false },
    });
    expect(readKey(key("ArrowUp"), 4, PARAGRAPH)).toEqual({
      kind: "move",
      by: -1,
    });
    expect(readKey(key("KeyS"), 4, PARAGRAPH)).toEqual({ kind: "cut" });
  });

  it("do nothing while an input method composes, with another key held, or where they mean nothing", () => {
    expect(
      readKey(key("KeyH", { isComposing: true }), 4, PARAGRAPH),
    ).toBeNull();
    expect(readKey(key("KeyB", { ctrlKey: true }), 4, PARAGRAPH)).toBeNull();
    expect(readKey(key("KeyN", { metaKey: true }), 4, PARAGRAPH)).toBeNull();
    expect(readKey(key("KeyQ"), 4, PARAGRAPH)).toBeNull();
    const table = { version: 1 as const, rows: [] };
    expect(
      readKey(key("KeyS"), 4, { ...PARAGRAPH, kind: "table", table }),
    ).toBeNull();
  });
});
