import { describe, expect, it } from "vitest";
import { richTextFromPlain } from "@/core/text/rich-text";
import { findAbbreviations } from "./abbreviations";

const find = (...texts: readonly string[]) =>
  findAbbreviations(
    texts.map((text, index) => ({
      number: index + 1,
      target: text === "" ? null : richTextFromPlain(text),
    })),
  );

const pairs = (text: string) =>
  find(text).map(({ short, long }) => [short, long]);

describe("abbreviations that a text explains", () => {
  it.each([
    [
      "growth of the gross domestic product (GDP) of the city",
      "GDP",
      "gross domestic product",
    ],
    [
      "the Communist Party of China (CPC) leads",
      "CPC",
      "Communist Party of China",
    ],
    [
      "spending on research and development (R&D) rose",
      "R&D",
      "research and development",
    ],
    [
      "joined the World Trade Organization (WTO; 世贸组织) then",
      "WTO",
      "World Trade Organization",
    ],
    ["the “Internet of Things” (IoT) grows", "IoT", "Internet of Things"],
    [
      "small and medium-sized enterprises (SMEs) prosper",
      "SMEs",
      "small and medium-sized enterprises",
    ],
    ["fine particulate matter (PM2.5) falls", null, null],
    [
      "under the Belt and Road Initiative (BRI), trade",
      "BRI",
      "Belt and Road Initiative",
    ],
    [
      "the Regional Comprehensive Economic Partnership (RCEP)",
      "RCEP",
      "Regional Comprehensive Economic Partnership",
    ],
    ["It grew. Big data (AI) is not its long form", null, null],
    ["five-chain integration (五链融合) is Chinese", null, null],
    ["in the year (2025) and the plan (II) and (a)", null, null],
    ["fifth place (15th) in the province", null, null],
    ["GDP (GDP) said twice", null, null],
  ] as const)("reads %j", (text, short, long) => {
    expect(pairs(text)).toEqual(short === null ? [] : [[short, long]]);
  });

  it("are listed once, where they come first, by the short form", () => {
    expect(
      find(
        "research and development (R&D)",
        "",
        "gross domestic product (GDP) and research & development (R&D)",
      ),
    ).toEqual([
      { short: "GDP", long: "gross domestic product", number: 3 },
      { short: "R&D", long: "research and development", number: 1 },
    ]);
  });

  it("are found in texts of any make in little time", () => {
    find(`${"(A".repeat(50_000)}`);
    find(`${"(AB) ".repeat(20_000)}`);
    find(`${"a ".repeat(50_000)}(AA)`);
  });
});
