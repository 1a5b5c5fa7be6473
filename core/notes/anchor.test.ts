import { describe, expect, it } from "vitest";
import {
  findAnchor,
  makeAnchor,
  settleAnchor,
  type AnchorText,
} from "./anchor";
import { SourceAnchorSchema, type SourceAnchor } from "./note";

const ONE = "00000000-0000-4000-8000-000000000001";
const TWO = "00000000-0000-4000-8000-000000000002";

const THREE = "00000000-0000-4000-8000-000000000003";

/** Words between ⟦ and ⟧ are what the anchor is on, or where it is found. */
function anchored(marked: string, paragraphId = ONE): SourceAnchor {
  const from = marked.indexOf("⟦");
  const to = marked.indexOf("⟧") - 1;
  const text = marked.replace(/[⟦⟧]/g, "");
  const anchor = makeAnchor(text, { paragraphId, field: "", from, to });
  if (anchor === null) throw new Error(`No anchor in ${marked}`);
  return anchor;
}

function text(words: string, paragraphId = ONE): AnchorText {
  return { paragraphId, field: "", text: words };
}

/** The text in which the anchor was found, with the words marked; null where it was not. */
function found(
  anchor: SourceAnchor,
  ...texts: readonly AnchorText[]
): string | null {
  const place = findAnchor(anchor, texts);
  const inside = texts.find(
    ({ paragraphId }) => paragraphId === place?.paragraphId,
  )?.text;
  if (place === null || inside === undefined) return null;
  const { from, to } = place;
  return `${inside.slice(0, from)}⟦${inside.slice(from, to)}⟧${inside.slice(to)}`;
}

const LONG =
  "坚持“工业强市、产业兴市”战略不动摇,持续深入打好“⟦五链⟧”融合组合拳,加快构建具有衢州特色的先进制造业集群,大力发展现代服务业、现代农业,增强产业体系整体竞争力。";
const PLAIN = LONG.replace(/[⟦⟧]/g, "");

describe("makeAnchor", () => {
  it("keeps the words, 64 units on either side, the place and the fingerprint of the whole", () => {
    const anchor = anchored(LONG);
    expect(anchor).toMatchObject({
      version: 1,
      paragraphId: ONE,
      quote: { exact: "五链", prefix: PLAIN.slice(0, 26) },
      position: { from: 26, to: 28 },
      whole: { length: PLAIN.length },
    });
    expect(anchor.quote.suffix).toHaveLength(PLAIN.length - 28);
    expect(SourceAnchorSchema.parse(anchor)).toEqual(anchor);
    const middle = anchored(`${"前".repeat(90)}⟦中⟧${"后".repeat(90)}`);
    expect(middle.quote.prefix).toBe("前".repeat(64));
    expect(middle.quote.suffix).toBe("后".repeat(64));
  });

  it.each([
    ["empty", 2, 2],
    ["turned round", 4, 2],
    ["before the text", -1, 2],
    ["behind the text", 2, 9],
    ["half a character at its start", 1, 3],
    ["half a character at its end", 0, 1],
    ["no number", NaN, 2],
  ])("refuses a part that is %s", (_, from, to) => {
    const at = { paragraphId: ONE, field: "", from, to };
    expect(makeAnchor("𠮷衢州市", at)).toBeNull();
  });

  it("refuses a part that is longer than one may store", () => {
    const at = { paragraphId: ONE, field: "", from: 0, to: 20_001 };
    expect(makeAnchor("衢".repeat(30_000), at)).toBeNull();
    expect(
      makeAnchor("衢".repeat(30_000), { ...at, to: 20_000 }),
    ).not.toBeNull();
  });
});

describe("findAnchor", () => {
  it("says that nothing has changed", () => {
    expect(findAnchor(anchored(LONG), [text(PLAIN)])).toEqual({
      paragraphId: ONE,
      field: "",
      from: 26,
      to: 28,
      score: 1,
      reason: "unchanged",
    });
  });

  it.each([
    ["words are written far before it", LONG.replace("坚持", "坚持和完善")],
    [
      "words are written directly before it",
      LONG.replace("打好“", "打好新一轮“"),
    ],
    ["words are written directly behind it", LONG.replace("⟧", "⟧共同")],
    ["the words beside it are deleted", LONG.replace("”融合组合拳", "")],
    [
      "the sentence before it is deleted",
      LONG.replace("坚持“工业强市、产业兴市”战略不动摇,", ""),
    ],
    [
      "a sentence is written between",
      LONG.replace(
        "“⟦",
        "在省委坚强领导下全面推进乡村振兴各项重点任务落地见效,打好“⟦",
      ),
    ],
    ["a sentence follows", `${LONG}这是后来写的一句话。`],
  ])("finds words where %s", (_, expected) => {
    const after = text(expected.replace(/[⟦⟧]/g, ""));
    expect(found(anchored(LONG), after)).toBe(expected);
  });

  it.each([
    [
      "预计二〇二五年⟦全市生产总值达到2400亿元⟧,人均地区生产总值突破10万元。",
      "预计二〇二五年⟦全市生产总值达到3157亿元⟧,人均地区生产总值突破10万元。",
    ],
    [
      "预计二〇二五年⟦全市生产总值达到2400亿元⟧,人均地区生产总值突破10万元。",
      "预计二〇二五年⟦全市地区生产总值可以达到2400亿元⟧,人均地区生产总值突破10万元。",
    ],
    [
      "预计全市⟦生产总值达到2400⟧亿元,人均地区生产总值突破10万元大关。",
      "预计全市⟦生产总值达到3157⟧亿元,人均地区生产总值突破10万元大关。",
    ],
  ])(
    "follows words that changed a little themselves: %s",
    (before, expected) => {
      const after = text(expected.replace(/[⟦⟧]/g, ""));
      expect(found(anchored(before), after)).toBe(expected);
      const score = findAnchor(anchored(before), [after])?.score ?? 0;
      expect(score).toBeGreaterThan(0.7);
      expect(score).toBeLessThan(1);
    },
  );

  it("keeps to the right one of two that look alike", () => {
    const before =
      "持续推进数字乡村建设,加快形成示范效应;⟦持续推进平安乡村建设⟧,不断增强群众安全感;持续推进美丽乡村建设,打造诗画江南。";
    const after = before.replace("数字乡村", "数字新乡村");
    expect(found(anchored(before), text(after.replace(/[⟦⟧]/g, "")))).toBe(
      after,
    );
  });

  it.each([
    [
      "the look-alike stands in the same paragraph",
      "推进数字乡村⟦建设⟧,推进平安乡村建设,推进美丽乡村建设。",
      ["推进平安乡村建设,推进美丽乡村建设。"],
    ],
    [
      "the look-alike stands in another paragraph",
      "坚持统筹发展和安全。⟦推动形成齐心协力、团结奋斗的生动局面⟧,为全省大局作贡献。",
      [
        "坚持统筹发展和安全。为全省大局作贡献。",
        "充分调动全社会积极性。推动形成齐心协力、团结奋斗的生动局面。",
      ],
    ],
    [
      "its paragraph is gone and a look-alike differs by a figure",
      "⟦连续11年夺得五水共治“大禹鼎”⟧,高位创成国家生态文明示范市,生态环境不断优化,群众满意度不断提高。",
      [
        "",
        "连续12年夺得五水共治“大禹鼎”,高位创成国家生态文明示范市,生态环境不断优化,群众满意度不断提高。",
      ],
    ],
    [
      "its paragraph is gone and the words stand in another context",
      "要着力⟦推动高质量发展建设共同富裕示范区⟧取得新成效,让人民生活更加幸福,让社会更加和谐稳定。",
      ["", "各地要推动高质量发展建设共同富裕示范区,久久为功。"],
    ],
    [
      "a short text is gone and stands by itself elsewhere",
      "⟦保障措施⟧",
      ["", "保障措施"],
    ],
    [
      "the word stood once and was replaced by words that hold it",
      "深化改⟦革⟧,扩大对外开放,提高经济发展质量和效益,保障和改善民生。",
      [
        "深化体制变革与创新,扩大对外开放,提高经济发展质量和效益,保障和改善民生。",
      ],
    ],
    [
      "the look-alike is longer than what stood around the words",
      "健全监督机制。⟦推动形成齐心协力、团结奋斗的生动局面,为全省大局多作贡献⟧。完善考核办法。",
      [
        "健全监督机制。完善考核办法。各级党组织要认真贯彻,推动形成齐心协力、团结奋斗的生动局面,为全省大局多作贡献,确保规划落到实处。",
      ],
    ],
    [
      "the end of the words could be in either of two sentences",
      "健全政治监督具体化、精准化、常态化机制,全面推⟦进“清风护航”行动,增强巡察穿透力、震慑力、推动力。持续推进“清风助企”行⟧动,推动营造亲清新型政商关系。始终坚持严的主基调,健全正风肃纪常态化机制,巩固深化党纪学习教育成果。",
      [
        "健全政治监督具体化、精准化、常态化机制,全面推进“清风护航”行动,增强巡察穿透力、震慑力、推动力。持续推进“清风助企”行动,推动营造亲清新型政商关系,增强巡察穿透力、震慑力、推动力。持续推进“清风助企某行动,推动营造亲清新型政商关系。始终坚持严的主基调,健全正风肃纪常态化机制,巩固深化党纪学习教育成果。",
      ],
    ],
    ["all is new", "⟦五链融合⟧", ["乾坤震巽坎離艮兌"]],
  ])("does not take a look-alike where %s", (_, before, after) => {
    const texts = after.map((each, index) =>
      text(each, index === 0 ? ONE : TWO),
    );
    expect(found(anchored(before), ...texts)).toBeNull();
  });

  it("is not sure which of two equal halves was meant", () => {
    const before = "推进数字乡村建设,推进平安乡村⟦建设⟧,推进美丽乡村建设。";
    expect(
      found(anchored(before), text("推进数字乡村建设,推进美丽乡村建设。")),
    ).toBeNull();
  });

  it("follows a whole paragraph to another place and id, even the shortest of its words", () => {
    const anchor = anchored(LONG.replace(/[⟦⟧]/g, "").replace("链", "⟦链⟧"));
    const other = text("大力发展现代服务业、现代农业。", THREE);
    expect(findAnchor(anchor, [other, text(PLAIN, TWO)])).toMatchObject({
      paragraphId: TWO,
      from: 27,
      to: 28,
      reason: "moved",
    });
  });

  it("does not follow a paragraph that stands twice, or while its own is still there", () => {
    const anchor = anchored(LONG);
    expect(found(anchor, text(PLAIN, TWO), text(PLAIN, THREE))).toBeNull();
    expect(
      found(
        anchor,
        text("另一段话。"),
        text("再一段。", THREE),
        text(PLAIN, TWO),
      ),
    ).toBeNull();
  });

  it("is not sure of changed words that stand unchanged in another paragraph", () => {
    const changed = text(PLAIN.replace("打好“", "打好新一轮“"));
    expect(found(anchored(LONG), changed)).not.toBeNull();
    expect(found(anchored(LONG), changed, text(PLAIN, TWO))).toBeNull();
  });

  it("follows words into the second half of a parted paragraph, and into a joined one", () => {
    const [head, tail] = [PLAIN.slice(0, 20), PLAIN.slice(20)];
    expect(found(anchored(LONG), text(head), text(tail, TWO))).toBe(
      `${tail.slice(0, 6)}⟦五链⟧${tail.slice(8)}`,
    );
    expect(found(anchored(LONG), text(`第一段。${PLAIN}第三段。`, TWO))).toBe(
      `第一段。${LONG}第三段。`,
    );
  });

  it("does not find words that were parted", () => {
    const [head, tail] = [PLAIN.slice(0, 27), PLAIN.slice(27)];
    expect(found(anchored(LONG), text(head), text(tail, TWO))).toBeNull();
  });

  it("looks for a field in the field of the same key only", () => {
    const at = { paragraphId: ONE, field: "publisher", from: 0, to: 2 };
    const anchor = makeAnchor("法务与规划发展处", at);
    if (anchor === null) throw new Error("No anchor");
    const whole = text("法务与规划发展处");
    expect(findAnchor(anchor, [whole])).toBeNull();
    expect(
      findAnchor(anchor, [whole, { ...whole, field: "publisher" }]),
    ).toMatchObject({ field: "publisher", from: 0, to: 2 });
  });

  it("finds a long quotation by its ends", () => {
    const middle = Array.from(
      { length: 60 },
      (_, at) => `第${at}条规定如下;`,
    ).join("");
    const before = `总则。本办法自发布之日起施行。⟦${middle}⟧附则。由市人民政府负责解释。`;
    const after = before
      .replace("第30条规定如下;", "第30条另行规定;")
      .replace("总则。", "第一章总则。");
    expect(found(anchored(before), text(after.replace(/[⟦⟧]/g, "")))).toBe(
      after,
    );
  });

  it("never cuts a character in two", () => {
    const before = "上林湖⟦𠮷野家⟧旧址在越窑遗址公园的东北面,保存完好。";
    const after = "上林湖𠮸野家旧址在越窑遗址公园的东北面,保存完好。";
    const place = findAnchor(anchored(before), [text(after)]);
    if (place !== null)
      expect(after.slice(place.from, place.to)).toMatch(/^(𠮸)?野家$/u);
  });

  it("takes a bounded time on a paragraph of a million characters", () => {
    const huge = "发展改革创新开放合作共享".repeat(90_000);
    const anchor = anchored(
      `${huge.slice(0, 5000)}⟦改革⟧${huge.slice(0, 5000)}`,
    );
    for (let round = 0; round < 20; round += 1)
      expect(findAnchor(anchor, [text(huge)])).toBeNull();
  });
});

describe("settleAnchor", () => {
  it("returns an anchor that stands as itself", () => {
    const anchor = anchored(LONG);
    expect(settleAnchor(anchor, [text(PLAIN)])).toBe(anchor);
  });

  it("gives an anchor that moved the words as they are now", () => {
    const anchor = anchored(LONG);
    const settled = settleAnchor(anchor, [text(`如下:${PLAIN}`)]);
    expect(settled.position).toEqual({ from: 29, to: 31 });
    expect(settled.quote.prefix.startsWith("如下:坚持")).toBe(true);
    expect(settleAnchor(settled, [text(`如下:${PLAIN}`)])).toBe(settled);
  });

  it("keeps the words of an anchor that it cannot find, and finds it when they come back", () => {
    const anchor = anchored(LONG);
    const lost = settleAnchor(anchor, [text("另一段话。")]);
    expect(lost).toEqual({ ...anchor, position: null });
    expect(settleAnchor(lost, [text("另一段话。")])).toBe(lost);
    expect(settleAnchor(lost, [text(PLAIN)])).toEqual(anchor);
  });

  it("reads anchors that have no fingerprint", () => {
    const { whole: _, ...anchor } = anchored(LONG);
    expect(settleAnchor(anchor, [text(PLAIN)]).position).toEqual(
      anchor.position,
    );
    expect(settleAnchor(anchor, [text(PLAIN, TWO)]).position).toBeNull();
  });
});
