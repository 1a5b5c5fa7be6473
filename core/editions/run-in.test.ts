import { describe, expect, it } from "vitest";
import { findOpening, headingWords, runInWords } from "./run-in";

describe("run-in headings", () => {
  it("finds the number and the first sentence of a numbered paragraph", () => {
    const text =
      "1. Quzhou made major achievements in its development during the 14th Five-Year Plan period. The 14th Five-Year Plan period was truly momentous.";
    const { markerTo, sentenceTo } = findOpening(text, true);
    expect(text.slice(0, markerTo)).toBe("1. ");
    expect(text.slice(markerTo, sentenceTo)).toBe(
      "Quzhou made major achievements in its development during the 14th Five-Year Plan period.",
    );
    expect(runInWords(text, true)).toBe(
      "Quzhou made major achievements in its development during the 14th Five-Year Plan period",
    );
  });

  it.each([
    [
      "Working with the U.S. Geological Survey. We will go on.",
      "Working with the U.S. Geological Survey",
    ],
    [
      "Carrying out Document No. 5 in full. We will go on.",
      "Carrying out Document No. 5 in full",
    ],
    [
      "Raising growth by 1.75 points. We will go on.",
      "Raising growth by 1.75 points",
    ],
    [
      "Building “Peaceful Quzhou.” We will go on.",
      "Building “Peaceful Quzhou.”",
    ],
    ["One sentence without a stop", "One sentence without a stop"],
  ])("reads the first sentence of %j", (text, words) => {
    expect(runInWords(`5. ${text}`, true)).toBe(words);
  });

  it.each([
    ["II. Taking the lead", "Taking the lead"],
    ["(3) Taking the lead", "Taking the lead"],
    ["Chapter 1 General provisions", "General provisions"],
    ["XIX. Taking the lead", "Taking the lead"],
    ["①Taking the lead", "Taking the lead"],
    ["1.2.3 Taking the lead", "Taking the lead"],
    ["—Taking the lead", "Taking the lead"],
    ["Civil. Not a number", "Civil. Not a number"],
    ["U.S. trade", "U.S. trade"],
  ])("takes the number off %j", (text, words) => {
    expect(headingWords(text, true)).toBe(words);
  });

  it("takes no figure for a number where the source has none", () => {
    expect(headingWords("1.75 percent", false)).toBe("1.75 percent");
    expect(headingWords("14. That is the age", false)).toBe(
      "14. That is the age",
    );
  });

  it("reads a very long text in linear time", () => {
    findOpening(`1. ${"a".repeat(200_000)}`, true);
    findOpening(`1. ${"Mr. ".repeat(50_000)}`, true);
    findOpening(`1. ${".".repeat(200_000)}a`, true);
    findOpening(`1. ${".”".repeat(100_000)}a`, true);
  });
});
