import { describe, expect, it } from "vitest";
import { raiseText } from "./raised";

const sup = (text: string) => raiseText(text, "superscript");
const sub = (text: string) => raiseText(text, "subscript");

describe("raised text", () => {
  it.each([
    ["8", "⁸"],
    ["10", "¹⁰"],
    ["-3", "⁻³"],
    ["−3", "⁻³"],
    ["－１２", "⁻¹²"],
    ["(n+1)", "⁽ⁿ⁺¹⁾"],
    ["th", "ᵗʰ"],
    ["2+", "²⁺"],
    ["T", "ᵀ"],
    [" 2 ", " ² "],
  ])("has the superscript characters of %s", (given, text) => {
    expect(sup(given)).toEqual({ text, isExact: true });
  });

  it.each([
    ["2", "₂"],
    ["12", "₁₂"],
    ["max", "ₘₐₓ"],
    ["i+1", "ᵢ₊₁"],
    ["２", "₂"],
  ])("has the subscript characters of %s", (given, text) => {
    expect(sub(given)).toEqual({ text, isExact: true });
  });

  it("keeps what has no raised form in sight", () => {
    expect(sup("n/3")).toEqual({ text: "^(n/3)", isExact: false });
    expect(sup("(n/3)")).toEqual({ text: "^(n/3)", isExact: false });
    expect(sup("2.5")).toEqual({ text: "^(2.5)", isExact: false });
    expect(sub("总量")).toEqual({ text: "_(总量)", isExact: false });
    expect(sub("PM")).toEqual({ text: "_(PM)", isExact: false });
    expect(sup("$&")).toEqual({ text: "^($&)", isExact: false });
    expect(sup("2ⁿ")).toEqual({ text: "^(2ⁿ)", isExact: false });
  });

  it.each([
    "[1]",
    "[12]",
    "〔3〕",
    "[1-3]",
    "[1,4]",
    "[1][2]",
    "①",
    "＊",
    "†",
    "®",
    "（注2）",
    "°",
    "′",
    "  ",
    "",
  ])("leaves the mark %j as it is", (mark) => {
    expect(sup(mark)).toEqual({ text: mark, isExact: true });
  });

  it("reads a raised o as degrees", () => {
    expect(sup("o").text).toBe("°");
    expect(sub("o").text).toBe("ₒ");
  });
});
