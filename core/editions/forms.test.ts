import { describe, expect, it } from "vitest";
import {
  plainText,
  richTextFromPlain,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import type { FirstUseForm } from "@/core/projects/style";
import { placeForms, writeForms, type FormUse } from "./forms";

const apply = (
  target: RichText,
  uses: readonly FormUse[],
  form: FirstUseForm,
) => writeForms(target, placeForms(target, uses), form);

const CHAIN: FormUse = {
  rendering: "five-chain integration",
  source: "五链融合",
  pinyin: "wǔliàn rónghé",
};
const INTEGRATION: FormUse = {
  rendering: "integration",
  source: "融合",
  pinyin: "rónghé",
};

const write = (
  text: string,
  uses: readonly FormUse[],
  form: "rendering" | "characters" | "pinyin_characters" = "characters",
) => plainText(apply(richTextFromPlain(text), uses, form));

describe("the form of a term at first use", () => {
  it("is the rendering alone, with characters, or with pinyin in italics and characters", () => {
    const text = richTextFromPlain("We pursue five-chain integration.");
    expect(apply(text, [CHAIN], "rendering")).toBe(text);
    expect(plainText(apply(text, [CHAIN], "characters"))).toBe(
      "We pursue five-chain integration (五链融合).",
    );
    const [block] = apply(text, [CHAIN], "pinyin_characters").blocks;
    expect(block).toMatchObject({
      runs: [
        { text: "We pursue five-chain integration" },
        { text: " (", marks: [] },
        { text: "wǔliàn rónghé", marks: ["italic"] },
        { text: ", 五链融合)", marks: [] },
        { text: "." },
      ],
    });
  });

  it("has no pinyin where the glossary has none", () => {
    expect(
      write(
        "We pursue five-chain integration.",
        [{ ...CHAIN, pinyin: "" }],
        "pinyin_characters",
      ),
    ).toBe("We pursue five-chain integration (五链融合).");
  });

  it("stands before the number of a note behind the words", () => {
    const mark: Run = {
      kind: "note",
      noteId: "00000000-0000-4000-8000-000000000001",
      ref: "firstuse",
    };
    const text = richTextFromPlain("Five-chain integration");
    const [block] = text.blocks;
    if (block?.kind !== "paragraph") throw new Error("No paragraph.");
    const noted = {
      ...text,
      blocks: [{ ...block, runs: [...block.runs, mark] }],
    };
    const [written] = apply(noted, [CHAIN], "characters").blocks;
    expect(written).toMatchObject({
      runs: [
        { text: "Five-chain integration" },
        { text: " (五链融合)" },
        { kind: "note" },
      ],
    });
  });

  it("takes the longest term and looks for none inside of it", () => {
    expect(
      write("Five-chain integration needs integration.", [INTEGRATION, CHAIN]),
    ).toBe("Five-chain integration (五链融合) needs integration (融合).");
    expect(write("Five-chain integration.", [INTEGRATION, CHAIN])).toBe(
      "Five-chain integration (五链融合).",
    );
  });

  it.each([
    "We pursue five-chain integration (五链融合) here.",
    "We pursue five-chain integration 五链融合 here.",
    "We pursue five-chain integration (“五链”融合) here.",
    "We pursue five-chain integration (wulian ronghe) here.",
    "We pursue five-chain integration (Wǔ liàn rónghé, in pinyin) here.",
    "We pursue five-chain integration (that is, 五链融合) here.",
  ])("adds nothing to what the translator has written: %s", (text) => {
    expect(write(text, [CHAIN], "pinyin_characters")).toBe(text);
  });

  it("is added where a bracket says something else", () => {
    expect(write("We pursue five-chain integration (a slogan).", [CHAIN])).toBe(
      "We pursue five-chain integration (五链融合) (a slogan).",
    );
  });

  it("is none for a term without characters, or where the rendering is not there", () => {
    for (const use of [
      { rendering: "GDP", source: "GDP", pinyin: "" },
      { ...CHAIN, rendering: "another rendering" },
    ])
      expect(write("GDP and five-chain integration", [use])).toBe(
        "GDP and five-chain integration",
      );
  });
});
