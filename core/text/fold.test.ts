import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold";

describe("folding", () => {
  it.each([
    ["“五链”融合", "五链融合"],
    ["「五链」融合『发』展﹁﹂", "五链融合发展"],
    ['"五链"＂融合＂', "五链融合"],
    ["ＡＩ　技术", "ai技术"],
    ["AI 技术", "ai技术"],
    ["４＋１，（一）", "4+1,(一)"],
    ["Belt  and\u00a0Road", "belt and road"],
    ["五 链\n融\u3000合", "五链融合"],
    ["  五链 ", "五链"],
    ["甲 \t乙", "甲\t乙"],
    ["甲\t乙\n丙\t丁", "甲\t乙\t丙\t丁"],
    ["约翰·密尔 约翰•密尔 约翰・密尔", "约翰·密尔约翰·密尔约翰·密尔"],
    ["2026–2030 2026‑2030", "2026-2030 2026-2030"],
    ["cafe\u0301 CAFÉ", "café café"],
    ["ｶﾞｽ", "ガス"],
    ["⼀带⼀路", "一带一路"],
    ["葛\u{e0100}城 葛\ufe00城", "葛城葛城"],
    ["五\u200b链\ufeff融\u00ad合", "五链融合"],
    ["𠮷 𠮷 野家", "𠮷𠮷野家"],
    ["ﬁnance", "finance"],
    ["《规划》", "《规划》"],
    ["10²", "10²"],
    ["①", "①"],
    ["\ud800五", "\ufffd五"],
  ])("makes %j into %j", (source, folded) => {
    expect(fold(source).text).toBe(folded);
  });

  it("keeps quotations that stand side by side apart, as the enumeration comma left out between them would", () => {
    expect(fold("“强城”“兴村”").text).toBe(fold("“强城”、“兴村”").text);
    expect(fold("“强城”“兴村”").text).not.toBe(fold("强城兴村").text);
  });

  it("maps every folded offset back to the character it came from", () => {
    const folded = fold("坚持“五链”融合");
    expect(folded.toSource(folded.text.indexOf("五"))).toBe(3);
    expect(folded.toSource(folded.text.indexOf("融"))).toBe(6);
    expect(folded.toSource(folded.text.length)).toBe(8);
    expect(folded.toSourceEnd(4)).toBe(5);
  });

  it("never parts a character: marks and the other half of a pair go along", () => {
    const source = "e\u0301x\u0308葛\u{e0100}𠮷";
    const folded = fold(source);
    const at = folded.text.indexOf("葛");
    expect(folded.toSourceRange(0, 1)).toEqual({ from: 0, to: 2 });
    expect(folded.toSourceRange(at, at + 1)).toEqual({ from: 4, to: 7 });
    expect(folded.toSourceRange(at + 1, folded.text.length)).toEqual({
      from: 7,
      to: 9,
    });
  });

  it("takes in a quotation mark's partner that is directly beside the part, and no other mark", () => {
    const range = (source: string, part: string): string => {
      const folded = fold(source);
      const at = folded.text.indexOf(part);
      const { from, to } = folded.toSourceRange(at, at + part.length);
      return source.slice(from, to);
    };
    expect(range("坚持“五链”融合发展", "五链融合")).toBe("“五链”融合");
    expect(range("打好融合“五链”组合拳", "融合五链")).toBe("融合“五链”");
    expect(range("坚持“五链”融合", "五链")).toBe("五链");
    expect(range("坚持“五链融合”", "五链融合")).toBe("五链融合");
    expect(range('坚持"五链"融合', "五链融合")).toBe('"五链"融合');
    expect(range("坚持”五链”融合", "五链融合")).toBe("”五链”融合");
    expect(range("‘西安’Xi’an路", "xian")).toBe("Xi’an");
    expect(range("“坚持五链”融合", "五链融合")).toBe("五链”融合");
  });

  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        ..."五链融合 AaＡ１1“”‘’\"'、，·•　\t\n\u0301\u200bﬁｶﾞ𠮷⼀葛+-–.",
      ),
      fc.constantFrom("\u{e0100}", "\ud842", "\udfb7", "e\u0301", "👍🏽"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
    maxLength: 40,
  });

  // A mark that stands on a quotation mark or a blank would stand on another character afterwards.
  const written = text.filter(
    (source) => !/[^\p{L}\p{M}][\p{M}\p{Emoji_Modifier}ﾞ]/u.test(source),
  );

  it("folds what is folded to itself", () => {
    fc.assert(
      fc.property(written, (source) => {
        const once = fold(source).text;
        expect(fold(once).text).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps offsets in order and inside the source, and every part's source folds to the part", () => {
    fc.assert(
      fc.property(text, (source) => {
        const folded = fold(source);
        let last = 0;
        for (let at = 0; at <= folded.text.length; at += 1) {
          const start = folded.toSource(at);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(start).toBeLessThanOrEqual(source.length);
          last = start;
        }
        const whole = folded.toSourceRange(0, folded.text.length);
        // A tab at an edge comes to nothing itself, and yet tells that line breaks part rows.
        const table = source.includes("\t") ? "\t" : "";
        const part = source.slice(whole.from, whole.to) + table;
        expect(fold(part).text).toBe(folded.text);
      }),
      { numRuns: 2000 },
    );
  });
});
