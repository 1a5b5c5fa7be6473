import { describe, expect, it } from "vitest";
import { buildMatcher, matchTerms } from "@/core/glossary/matcher";
import { findQuantities } from "@/core/notes/beginnings/quantities";
import { fold } from "./fold";
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

describe("raised text in matching", () => {
  it("equals its plain letters below the line, never above it", () => {
    expect(fold("CO₂").text).toBe(fold("CO2").text);
    expect(fold("PM₂.₅").text).toBe(fold("PM2.5").text);
    expect(fold("x₁₀").text).toBe("x10");
    expect(fold("10⁸").text).not.toBe(fold("108").text);
    expect(fold("m²").text).not.toBe(fold("m2").text);
    expect(fold("2¹⁰").text).not.toBe(fold("210").text);
  });

  it("stays below the line behind a digit, where it is the base of a number", () => {
    expect(fold("101₂").text).toBe("101₂");
    expect(fold("１０１₁₆").text).toBe("101₁₆");
    expect(fold("a₁101₂b₃").text).toBe("a1101₂b3");
  });

  it("is found by a term in plain letters, but numbers with powers by no other number", () => {
    const places = (term: string, text: string) =>
      matchTerms(buildMatcher([{ id: "1", source: term }]), text).map(
        ({ from, to }) => text.slice(from, to),
      );
    expect(places("CO2", "减少CO₂排放")).toEqual(["CO₂"]);
    expect(places("CO₂", "减少CO2排放")).toEqual(["CO2"]);
    expect(places("108", "蓄水10⁸立方米")).toEqual([]);
    expect(places("10", "蓄水10⁸立方米")).toEqual([]);
    expect(places("10", "二进制10₂")).toEqual([]);
    expect(places("10⁸", "蓄水10⁸立方米")).toEqual(["10⁸"]);
    expect(places("GDP", "GDP²增长")).toEqual(["GDP"]);
  });
});

describe("raised text in quantities and pinyin", () => {
  it("is no other number", () => {
    expect(findQuantities("蓄水10⁸万吨", "吨")).toEqual([]);
    expect(findQuantities("共10⁸5吨", "吨")).toEqual([]);
    expect(findQuantities("共3万吨", "吨")).toHaveLength(1);
  });
});
