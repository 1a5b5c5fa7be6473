import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { characterEnd, fold, foldUnits } from "@/core/text/fold";
import { canBeginAt, canEndAt } from "./boundaries";
import { buildMatcher, matcherFor, matchTerms } from "./matcher";

function matcherOf(...sources: readonly string[]) {
  return buildMatcher(sources.map((source) => ({ id: source, source })));
}

/** What is underlined in a text, in order. */
function found(sources: readonly string[], text: string): readonly string[] {
  return matchTerms(matcherOf(...sources), text).map(({ from, to }) =>
    text.slice(from, to),
  );
}

/** Leftmost-longest by trying every term at every place. */
function naive(
  sources: readonly string[],
  text: string,
): readonly [string, number, number][] {
  const folded = foldUnits(text);
  const flat = fold(text).text;
  const terms = sources
    .map((source) => ({ source, folded: fold(source).text }))
    .filter((term) => term.folded !== "");
  const matches: [string, number, number][] = [];
  for (let at = 0; at < flat.length;) {
    let best: (typeof terms)[number] | null = null;
    for (const term of terms) {
      const fits =
        flat.startsWith(term.folded, at) &&
        canBeginAt(text, folded, at) &&
        canEndAt(text, folded, at + term.folded.length);
      if (fits && term.folded.length > (best?.folded.length ?? 0)) best = term;
    }
    if (best === null) {
      at += 1;
      continue;
    }
    const end = at + best.folded.length;
    matches.push([
      best.source,
      folded.starts[at] ?? 0,
      characterEnd(text, folded.starts[end - 1] ?? 0),
    ]);
    at = end;
  }
  return matches;
}

describe("finding terms", () => {
  it("finds the longest term that begins first, and none inside it", () => {
    expect(
      found(["五链", "五链融合", "融合发展", "发展"], "坚持五链融合发展"),
    ).toEqual(["五链融合", "发展"]);
  });

  it("takes the term that begins first even if a longer one overlaps it", () => {
    expect(found(["边际中心", "中心城市建设"], "四省边际中心城市建设")).toEqual(
      ["边际中心"],
    );
  });

  it("falls back to the shorter term where the longer one breaks off", () => {
    expect(found(["五链", "五链融合发展", "融合"], "五链融合组合拳")).toEqual([
      "五链",
      "融合",
    ]);
  });

  it.each([
    ["五链融合", "坚持“五链”融合发展", "“五链”融合"],
    ["“五链”融合", "坚持五链融合发展", "五链融合"],
    ["五链", "坚持“五链”融合发展", "五链"],
    ["五链融合", "“五链融合”", "五链融合"],
    ["“141”工作体系", "运用“141”工作体系", "“141”工作体系"],
    ["８０９０＋", "“8090+”新时代理论宣讲", "8090+"],
    ["约翰·密尔", "约翰•密尔说", "约翰•密尔"],
    ["一带一路", "共建⼀带⼀路", "⼀带⼀路"],
    ["四省边际", "四 省\u3000边际", "四 省\u3000边际"],
    ["𠮷野家", "在𠮷野家吃", "𠮷野家"],
    ["葛城", "葛\u{e0100}城\u{e0101}市", "葛\u{e0100}城\u{e0101}"],
    ["强城、兴村", "推进“强城”“兴村”", "“强城”“兴村”"],
    ["AI技术", "发展 AI 技术", "AI 技术"],
    ["五年规划", "第十五个五年\n规划", "五年\n规划"],
  ])("finds %s in %s as %s", (term, text, part) => {
    expect(found([term], text)).toEqual([part]);
  });

  it.each([
    ["强城兴村", "推进“强城”“兴村”融合"],
    ["甲乙", "甲\t乙"],
    ["乙丙", "甲\t乙\n丙\t丁"],
    ["e", "e\u0301"],
    ["x", "x\u0308"],
    ["“”", "“”"],
  ])("does not find %s in %s", (term, text) => {
    expect(found([term], text)).toEqual([]);
  });

  it.each([
    ["141", "2141", false],
    ["141", "1410", false],
    ["141", "141", true],
    ["141", "“141”工作体系", true],
    ["141", "推进141体系", true],
    ["141", "“141”“4+1”“8090+”", true],
    ["141", "约3.141亿元", false],
    ["141", "141.5亿元", false],
    ["141", "2,141人", false],
    ["141", "141,000人", false],
    ["141", "141,4+1", true],
    ["141", "141，500", true],
    ["141", "1.141体系", true],
    ["141", "A141", false],
    ["141", "第１４１号", true],
    ["4+1", "14+1", false],
    ["4+1", "4+10", false],
    ["4+1", "4+1+2", false],
    ["4+1", "“4+1”体系", true],
    ["8090+", "8090+宣讲团", true],
    ["8090+", "18090+", false],
    ["8090+", "8090+5", false],
    ["AI", "AIR", false],
    ["AI", "RAI", false],
    ["AI", "AI2", false],
    ["AI", "发展ai产业", true],
    ["AI", "“AI”PC", true],
    ["AI", "A\u00adI\u200bR", false],
    ["AI", "AI-based", true],
    ["AI", "AI's", true],
    ["AI技术", "AI技术B", true],
    ["G60", "G60科创走廊", true],
    ["一体", "一体化", true],
  ])("%s in %s: %s", (term, text, isFound) => {
    expect(found([term], text).length > 0).toBe(isFound);
  });

  it("tries the shorter term when the longer one would end inside a word", () => {
    expect(found(["4+1", "4+1体系A"], "4+1体系AB")).toEqual(["4+1"]);
  });

  it("keeps the first of two terms that are equal when folded", () => {
    const matcher = buildMatcher([
      { id: "a", source: "五链" },
      { id: "b", source: "“五链”" },
    ]);
    expect(matchTerms(matcher, "五链")).toEqual([
      { termId: "a", from: 0, to: 2 },
    ]);
  });

  it("finds nothing with an empty glossary or in an empty text", () => {
    expect(found([], "五链融合")).toEqual([]);
    expect(found(["五链"], "")).toEqual([]);
  });

  it("never lets two underlines overlap, whatever the quotation marks", () => {
    expect(found(['甲"乙', '丙"丁'], '甲"乙"丙"丁')).toEqual([
      '甲"乙"',
      '丙"丁',
    ]);
    expect(found(["、"], "”“”“")).toEqual(["”“", "”“"]);
  });

  it("agrees with trying every term at every place", () => {
    const letters = fc.constantFrom(..."一二三AaＡ1 １+“”、.é");
    const sources = fc.array(
      fc.string({ unit: letters, minLength: 1, maxLength: 5 }),
      { maxLength: 12 },
    );
    const texts = fc.string({ unit: letters, maxLength: 60 });
    fc.assert(
      fc.property(sources, texts, (terms, text) => {
        const folded = new Map<string, string>();
        for (const term of terms)
          if (!folded.has(fold(term).text)) folded.set(fold(term).text, term);
        const ours = matchTerms(matcherOf(...terms), text);
        const reference = naive([...folded.values()], text);
        expect(ours.map((match) => match.termId)).toEqual(
          reference.map(([source]) => source),
        );
        for (const [index, match] of ours.entries()) {
          const [, from, to] = reference[index] ?? ["", 0, 0];
          expect(match.from).toBeLessThanOrEqual(from);
          expect(match.to).toBeGreaterThanOrEqual(to);
          // Only quotation marks are ever added to what was found.
          expect(
            text.slice(match.from, from) + text.slice(to, match.to),
          ).toMatch(/^[“”]*$/);
          expect(match.from).toBeGreaterThanOrEqual(ours[index - 1]?.to ?? 0);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("agrees with it over every glossary of short words in two letters", () => {
    const words = [
      "a",
      "b",
      "aa",
      "ab",
      "ba",
      "bb",
      "aab",
      "aba",
      "bab",
      "abab",
    ].map((word) => word.replaceAll("a", "一").replaceAll("b", "二"));
    const texts = ["aaaaab", "abababab", "babaabba", "bbabaabab"].map((text) =>
      text.replaceAll("a", "一").replaceAll("b", "二"),
    );
    for (let set = 0; set < 1 << words.length; set += 1) {
      const terms = words.filter((_, index) => (set >> index) & 1);
      const matcher = matcherOf(...terms);
      for (const text of texts) {
        const ours = matchTerms(matcher, text).map(({ termId, from, to }) => [
          termId,
          from,
          to,
        ]);
        expect(ours).toEqual(naive(terms, text));
      }
    }
  });
});

describe("large and hostile glossaries", () => {
  it("finds each of 100,000 terms", () => {
    const terms = Array.from({ length: 100_000 }, (_, index) => {
      const high = String.fromCharCode(0x4e00 + (index % 317));
      return (
        high +
        String.fromCharCode(0x5e00 + Math.floor(index / 317)) +
        "规划".repeat(index % 3)
      );
    });
    const text = terms.slice(0, 5000).join("，");
    const matches = matchTerms(matcherOf(...terms), text);
    expect(matches.map((match) => match.termId)).toEqual(terms.slice(0, 5000));
  });

  // Work by the square of the text would take hours, far beyond the time limit of a test.
  it("matches a million characters of anything", () => {
    const runs = Array.from({ length: 200 }, (_, index) =>
      "一".repeat(index + 1),
    );
    const broken = Array.from(
      { length: 200 },
      (_, index) => `${"一".repeat(index + 1)}二`,
    );
    const words = Array.from(
      { length: 60 },
      (_, index) => "ab ".repeat(index + 1) + "a",
    );
    const matcher = matcherOf(...runs, ...broken, ...words);
    expect(matchTerms(matcher, "一".repeat(1_000_000))).toHaveLength(5000);
    expect(
      matchTerms(matcherOf(...broken), "一".repeat(1_000_000)),
    ).toHaveLength(0);
    expect(matchTerms(matcherOf(...words), "ab ".repeat(300_000))).toHaveLength(
      0,
    );
    expect(matchTerms(matcherOf("“a"), "“".repeat(1_000_000))).toHaveLength(0);
    expect(
      matchTerms(matcherOf("e\u0301"), `e${"\u0301".repeat(200_000)}`),
    ).toHaveLength(0);
  });
});

describe("sharing a matcher", () => {
  it("builds once for a key and again for another", () => {
    const terms = [{ id: "1", source: "五链" }];
    const first = matcherFor("project:1", terms);
    expect(matcherFor("project:1", terms)).toBe(first);
    expect(matcherFor("project:2", terms)).not.toBe(first);
  });

  it("lets go of what was not used for the longest time", () => {
    const first = matcherFor("kept", []);
    for (let index = 0; index < 100; index += 1) {
      matcherFor(`other:${index}`, []);
      if (index % 4 === 0) expect(matcherFor("kept", [])).toBe(first);
    }
    const dropped = matcherFor("other:0", []);
    expect(matcherFor("other:0", [])).toBe(dropped);
  });
});
