import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BundleSchema } from "@/core/bundle/bundle";
import type { TermView } from "@/core/glossary/term";
import { DEFAULT_STYLE, type ProjectStyle } from "@/core/projects/style";
import {
  plainText,
  RichTextSchema,
  type RichText,
} from "@/core/text/rich-text";
import { beginNotes, type Beginning } from "./beginnings";
import { runsOf } from "./marks";
import { CitationSchema } from "./note";

const bundle = BundleSchema.parse(
  JSON.parse(
    readFileSync(
      new URL("../../samples/quzhou-15th-fyp/bundle.json", import.meta.url),
      "utf8",
    ),
  ),
);
const [sample] = bundle.documents;
if (sample === undefined) throw new Error("The sample has no document");
const { metadata } = sample.source;
const TERMS: readonly TermView[] = bundle.terms.map(
  ({ explanation: _explanation, ...term }, index) => ({
    id: String(index),
    ...term,
  }),
);
const RATED: ProjectStyle = {
  ...DEFAULT_STYLE,
  exchangeRate: {
    yuanPerDollar: 7.0764,
    date: "2025-12-08",
    source: "China Foreign Exchange Trade System",
  },
};

/** Beginnings on the words between ⟦ and ⟧, or on the whole text. */
function begin(
  marked: string,
  { terms = TERMS, style = DEFAULT_STYLE } = {},
): readonly Beginning[] {
  const source = marked.replace(/[⟦⟧]/g, "");
  const from = Math.max(0, marked.indexOf("⟦"));
  const to = marked.includes("⟧") ? marked.indexOf("⟧") - 1 : source.length;
  return beginNotes({
    selection: { from, to },
    source,
    terms,
    metadata,
    style,
  });
}

function written(text: RichText): string {
  return runsOf(text.blocks)
    .map((runs) =>
      runs
        .map((run) => {
          if (run.kind !== "text") return "";
          return run.marks.includes("italic") ? `*${run.text}*` : run.text;
        })
        .join(""),
    )
    .join("\n");
}

function only(
  marked: string,
  reason: Beginning["reason"],
  style = DEFAULT_STYLE,
): readonly string[] {
  return begin(marked, { style })
    .filter((each) => each.reason === reason)
    .map(({ body }) => written(body));
}

const term = (
  source: string,
  target: string,
  note: string,
  pinyin = "",
): TermView => ({
  id: source,
  source,
  target,
  note,
  pinyin,
  status: "approved",
  category: "term",
});

describe("beginnings from terms", () => {
  it("give the rendering, its sound, its characters, what it is", () => {
    const [first] = begin("持续深入打好⟦“五链”融合⟧组合拳");
    expect(first).toMatchObject({
      reason: "term",
      kind: "term",
      needs: null,
      citations: [],
    });
    expect(first && written(first.body)).toBe(
      "Five-chain integration (*wǔliàn rónghé*, 五链融合): the industrial, innovation, talent, capital and service chains.",
    );
  });

  it("name the official source and cite it", () => {
    const [first] = begin("深入践行⟦“八八战略”⟧");
    expect(first && written(first.body)).toBe(
      "Double-Eight Strategy (*bābā zhànlüè*, 八八战略). The English is the official rendering.",
    );
    expect(first?.citations).toEqual([
      {
        title: "State Council Information Office press conference",
        publisher: "",
        date: "30 April 2021",
        address:
          "http://english.scio.gov.cn/pressroom/2021-04/30/content_77456336_4.htm",
        archivedAddress: "",
      },
    ]);
  });

  it.each([
    [
      "keep it identical throughout",
      "Quzhou’s main positioning; keep it identical throughout.",
      "Center (中心): Quzhou’s main positioning.",
    ],
    ["leave the figures", "Leave the figures.", "Center (中心)."],
    ["use after", "A goal. Use after “support”.", "Center (中心): a goal."],
    ["nothing", "", "Center (中心)."],
  ])("leave out what is said to translators: %s", (_, note, expected) => {
    const [first] = begin("中心", { terms: [term("中心", "center", note)] });
    expect(first && written(first.body)).toBe(expected);
  });

  it("put the term that is the selection before those that it lies in or holds, each once", () => {
    const sources = (marked: string) =>
      only(marked, "term").map((text) => text.slice(0, 12));
    expect(sources("推动⟦共同富裕⟧和科技创新,共同富裕")).toEqual([
      "Common prosp",
    ]);
    expect(sources("⟦推动共同富裕和科技创新,共同富裕⟧")).toHaveLength(2);
    expect(sources("推动共同富裕,⟦发展⟧农业")).toEqual([]);
    expect(begin("共⟦同富⟧裕")).toHaveLength(1);
  });

  it("tell what places and bodies are", () => {
    expect(only("⟦柯城区⟧、江山市调出", "name")).toEqual([
      "Kecheng District (*kēchéng qū*, 柯城区) is a district (区) of a city, on the level of a county. The English is the official rendering.",
    ]);
    expect(only("在⟦中共浙江省委⟧的坚强领导下", "name")).toEqual([
      "CPC Zhejiang Provincial Committee (*zhōnggòng zhèjiāng shěngwěi*, 中共浙江省委) is the committee that leads the Communist Party of China in the province. The English is the official rendering.",
    ]);
    const [name] = begin("⟦柯城区⟧");
    expect(name?.kind).toBe("background");
  });

  it.each([
    ["综合保税区", "integrated bonded areas", ""],
    ["新时代文化名市", "renowned cultural city of the new era", ""],
    ["县城", "county seats", ""],
    ["两个大局", "two overall contexts", "Born of reform."],
    ["南孔", "Southern Kong", "A clan."],
  ])("do not take %s for a name", (source, target, note) => {
    const [first] = begin(source, { terms: [term(source, target, note)] });
    expect(first?.reason).toBe("term");
  });

  it("take a term for a person only if its note says so", () => {
    const person = term(
      "孔子",
      "Confucius",
      "Philosopher, 551–479 BCE.",
      "kǒngzǐ",
    );
    const [first] = begin("孔子", { terms: [person] });
    expect(first?.reason).toBe("name");
    expect(first && written(first.body)).toBe(
      "Confucius (*kǒngzǐ*, 孔子): Philosopher, 551–479 BCE.",
    );
    const [other] = begin("孔子", { terms: [{ ...person, note: "" }] });
    expect(other?.reason).toBe("term");
  });
});

describe("beginnings from units", () => {
  it.each([
    [
      "流转土地⟦3000亩⟧",
      "The *mu* (亩) is a Chinese unit of area equal to one-fifteenth of a hectare; 3,000 mu are 200 hectares.",
    ],
    [
      "建设高标准农田⟦120万亩⟧",
      "The *mu* (亩) is a Chinese unit of area equal to one-fifteenth of a hectare; 1.2 million mu are 80,000 hectares.",
    ],
    [
      "⟦1000亩左右⟧",
      "The *mu* (亩) is a Chinese unit of area equal to one-fifteenth of a hectare; about 1,000 mu are about 66.7 hectares.",
    ],
    [
      "深化“⟦亩⟧均论英雄”改革",
      "The *mu* (亩) is a Chinese unit of area equal to one-fifteenth of a hectare.",
    ],
    [
      "⟦几百亩⟧",
      "The *mu* (亩) is a Chinese unit of area equal to one-fifteenth of a hectare.",
    ],
    [
      "⟦3万至5万亩⟧",
      "The *mu* (亩) is a Chinese unit of area equal to one-fifteenth of a hectare; 30,000 to 50,000 mu are about 2,000 to 3,333 hectares.",
    ],
    [
      "新增⟦22.5平方公里⟧;",
      "22.5 square kilometers are about 8.69 square miles.",
    ],
    ["全长⟦1318公里⟧", "1,318 kilometers are about 819 miles."],
    [
      "九水六湾⟦百里⟧画廊",
      "The *li* (里) is a Chinese unit of length equal to half a kilometer; 100 li are 50 kilometers.",
    ],
    [
      "⟦五斤⟧",
      "The *jin* (斤) is a Chinese unit of weight equal to half a kilogram; 5 jin are 2.5 kilograms.",
    ],
    ["⟦千吨⟧级内河航道", "1,000 metric tons are about 1,102 short tons."],
    [
      "超过⟦50万吨⟧",
      "More than 500,000 metric tons are more than 551,000 short tons.",
    ],
    [
      "⟦三顷⟧",
      "The *qing* (顷) is a Chinese unit of area equal to 100 mu, or six and two-thirds hectares; 3 qing are 20 hectares.",
    ],
    ["⟦3.5公顷⟧", "3.5 hectares are about 8.65 acres."],
    [
      "⟦2亿立方米以上⟧",
      "More than 200 million cubic meters are more than 7.06 billion cubic feet.",
    ],
  ])("explain and convert %s", (marked, expected) => {
    expect(only(marked, "unit")).toEqual([expected]);
  });

  it.each(["这里的人民", "公里", "里程碑", "吨也没有", "⟦新增⟧22.5平方公里"])(
    "say nothing of %s",
    (marked) => {
      expect(only(marked, "unit")).toEqual([]);
    },
  );
});

describe("beginnings from money", () => {
  const AT =
    "At the rate of 7.0764 yuan to the US dollar on 8 December 2025 (China Foreign Exchange Trade System),";

  it.each([
    ["达到⟦2400亿元⟧,", "240 billion yuan were about 33.9 billion US dollars."],
    [
      "突破⟦10万元⟧。",
      "more than 100,000 yuan were more than 14,100 US dollars.",
    ],
    [
      "规模超⟦千亿元⟧",
      "more than 100 billion yuan were more than 14.1 billion US dollars.",
    ],
    [
      "投资⟦1.2万亿元左右⟧",
      "about 1.2 trillion yuan were about 170 billion US dollars.",
    ],
    [
      "⟦3000至5000万元⟧",
      "30 million to 50 million yuan were about 4.24 million to 7.07 million US dollars.",
    ],
    ["不少于⟦三千元⟧", "more than 3,000 yuan were more than 424 US dollars."],
    ["⟦２４００亿元⟧", "240 billion yuan were about 33.9 billion US dollars."],
    ["总数⟦3,000元⟧", "3,000 yuan were about 424 US dollars."],
  ])("give %s in dollars at the project's rate", (marked, expected) => {
    expect(only(marked, "money", RATED)).toEqual([`${AT} ${expected}`]);
  });

  it("give the sum and say what is missing where the project has no rate", () => {
    const [first] = begin("生产总值达到⟦2400亿元⟧").filter(
      ({ reason }) => reason === "money",
    );
    expect(first).toMatchObject({ needs: "exchange_rate", kind: "background" });
    expect(first && written(first.body)).toBe("240 billion yuan (2400亿元).");
  });

  it.each([
    "多元化",
    "一元化领导",
    "3000万美元",
    "元旦",
    "数十万元",
    "十几亿元",
    "公元2025年",
  ])("say nothing of %s", (text) => {
    expect(only(text, "money", RATED)).toEqual([]);
  });
});

describe("beginnings from quotations", () => {
  it("give the quoted words with the document as their source", () => {
    const [first] = begin("首次夺得省⟦“科技创新鼎”⟧,", { terms: [] });
    expect(first).toMatchObject({ reason: "quotation", kind: "translator" });
    expect(first && written(first.body)).toBe("In the Chinese: “科技创新鼎”.");
    expect(first?.citations).toEqual([
      {
        title:
          "中共衢州市委关于制定衢州市国民经济和社会发展第十五个五年规划的建议",
        publisher: "中共衢州市委",
        date: "2025-12-08",
        address: "",
        archivedAddress: "",
      },
    ]);
  });

  it("give titles", () => {
    expect(only("来源:⟦《衢州发布》⟧", "quotation")).toEqual([
      "The Chinese title is 《衢州发布》.",
    ]);
  });

  it("take no address from the document that is not a web address", () => {
    const source = "“四治”";
    const [first] = beginNotes({
      selection: { from: 0, to: source.length },
      source,
      terms: [],
      metadata: { ...metadata, sourceAddress: "javascript:alert(1)" },
      style: DEFAULT_STYLE,
    });
    expect(first?.citations[0]?.address).toBe("");
  });
});

describe("beginnings of the whole sample", () => {
  it("are what may be stored, wherever one selects", () => {
    for (const { text } of sample.paragraphs)
      for (let at = 0; at < text.length; at += 37) {
        const beginnings = beginNotes({
          selection: { from: at, to: Math.min(text.length, at + 12) },
          source: text,
          terms: TERMS,
          metadata,
          style: RATED,
        });
        for (const { body, citations } of beginnings) {
          expect(RichTextSchema.parse(body)).toEqual(body);
          expect(plainText(body)).toMatch(/^[“\p{Lu}\p{N}].*[.!?][”’"]?$/u);
          expect(plainText(body)).not.toMatch(/ {2}|NaN|undefined|[;:]\.| \./);
          for (const citation of citations)
            expect(CitationSchema.parse(citation)).toEqual(citation);
        }
      }
  });

  it.each(["1", "1,", "１．", "一百"])(
    "are made at once of a text full of %j",
    (digits) => {
      begin(`${digits.repeat(20_000)}，其中⟦3000亩⟧耕地`);
    },
  );

  it("are none for nothing", () => {
    expect(begin("⟦⟧五链融合")).toEqual([]);
    expect(begin("")).toEqual([]);
  });
});
