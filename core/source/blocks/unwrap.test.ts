import { describe, expect, it } from "vitest";
import { blocksFromText } from "./from-text";

const lines = (text: string) => blocksFromText(text).map((block) => block.text);

/** Wraps a paragraph by hand after so many characters. */
function wrap(text: string, width: number, indent = ""): string {
  const whole = indent + text;
  const pieces: string[] = [];
  for (let at = 0; at < whole.length; at += width)
    pieces.push(whole.slice(at, at + width));
  return pieces.join("\n");
}

const ONE =
  "中国共产党衢州市第八届委员会第十一次全体会议，深入学习贯彻党的二十届四中全会和省委十五届八次全会精神，紧密结合衢州实际，就制定我市国民经济和社会发展“十五五”规划提出以下建议。";
const TWO =
  "坚持“工业强市、产业兴市”战略不动摇，持续深入打好“五链”融合组合拳，加快构建具有衢州特色的先进制造业集群，大力发展现代服务业和现代农业，推动三次产业协调发展。2025年全市生产总值达到2400亿元，人均突破10万元，收入倍差缩小至1.75左右。";

describe("a text wrapped by hand", () => {
  it("is joined where empty lines part the paragraphs", () => {
    expect(lines(`${wrap(ONE, 30)}\n\n${wrap(TWO, 30)}`)).toEqual([ONE, TWO]);
  });

  it("is joined where indents part the paragraphs", () => {
    expect(lines(`${wrap(ONE, 28, "　　")}\n${wrap(TWO, 28, "　　")}`)).toEqual(
      [ONE, TWO],
    );
  });

  it("is joined over a line that happens to begin with a number", () => {
    const text = `\u3000\u3000${"推动产业发展协调推进各项任务落实".repeat(2)}达到\n2025年的目标还需要继续努力做好各方面的工作${"落实".repeat(7)}，收\n1.75左右的倍差${"还要继续缩小不断努力".repeat(3)}，\n推动协调发展。`;
    expect(lines(text)).toHaveLength(1);
  });

  it("keeps headings apart from the text above and below them", () => {
    expect(
      lines(
        `一、总体要求\n${wrap(ONE, 32, "　　")}\n二、重点任务\n${wrap(TWO, 32, "　　")}`,
      ),
    ).toEqual(["一、总体要求", ONE, "二、重点任务", TWO]);
  });

  it("gets its spaces back between Latin words", () => {
    const english =
      "The Quzhou Municipal Committee puts forward the following recommendations\nfor formulating the 15th Five-Year Plan for the economic and social\ndevelopment of the city and for the long-range objectives through the\nyear 2035.";
    expect(lines(english)).toEqual([english.replaceAll("\n", " ")]);
  });
});

describe("a text of one paragraph a line", () => {
  it("is left as it is, empty lines or not", () => {
    expect(lines(`${ONE}\n${TWO}\n${ONE}`)).toEqual([ONE, TWO, ONE]);
    expect(lines(`${ONE}\n\n\u00a0\n${TWO}`)).toEqual([ONE, TWO]);
  });

  it("is left as it is where its lines are short sentences of one length", () => {
    const list = [
      "坚持党的全面领导是根本保证，必须始终坚持。",
      "坚持人民至上是根本立场，也必须始终坚持。",
      "坚持高质量发展是首要任务，必须始终坚持。",
      "坚持全面深化改革是根本动力，要始终坚持。",
    ];
    expect(lines(list.join("\n"))).toEqual(list);
  });

  it("is left as it is where its lines are names and verses", () => {
    const verse = ["白日依山尽", "黄河入海流", "欲穷千里目", "更上一层楼"];
    expect(lines(verse.join("\n"))).toEqual(verse);
  });

  it("is cut at every kind of line end", () => {
    expect(lines("甲\r\n乙\r丙\u2028丁\f戊")).toEqual([
      "甲",
      "乙",
      "丙",
      "丁",
      "戊",
    ]);
  });
});
