import { describe, expect, it } from "vitest";
import { parseSource } from "@/core/source/parse-source";
import { readSource } from "@/server/import/read-source";

const AROUND = "<p>各级各部门要深入学习领会，结合实际抓好贯彻落实。</p>";

/** The paragraphs of a page after its title and first paragraph, and its remarks as kind and detail. */
async function read(body: string, head = "") {
  const source = await readSource(
    Buffer.from(
      `<!DOCTYPE html><html><head>${head}</head><body><h1>关于促进低空经济发展的意见</h1>${AROUND}${body}</body></html>`,
    ),
    "page.html",
  );
  const { paragraphs, remarks } = parseSource(source.blocks, source.known);
  return {
    texts: paragraphs.slice(2).map(({ text }) => text),
    remarks: remarks.map(({ kind, detail }) => [kind, detail]),
    places: remarks.map(({ index, at }) =>
      at === null ? null : paragraphs[index]?.text.slice(at),
    ),
  };
}

describe("struck-out text of a page", () => {
  it.each([
    "<del>2025年</del>",
    "<s>2025年</s>",
    "<strike>2025年</strike>",
    '<span style="text-decoration: line-through">2025年</span>',
    '<span style="color:red;TEXT-DECORATION-LINE:Line-Through">2025年</span>',
    '<span class="a old">2025年</span>',
    '<font id="gone">20<b>25</b>年</font>',
  ])("is left out with a remark: %s", async (struck) => {
    const { texts, remarks, places } = await read(
      `<p>&emsp;&emsp;试点工作于${struck}<ins>2027年</ins>完成。</p>`,
      "<style>/* a */ .x, span.old { text-decoration : line-through red } @media screen { #gone{text-decoration:line-through} }</style>",
    );
    expect(texts).toEqual(["试点工作于2027年完成。"]);
    expect(remarks).toEqual([["struck-out", "2025年"]]);
    expect(places).toEqual(["2027年完成。"]);
  });

  it("may be whole paragraphs, entries and cells", async () => {
    const { texts, remarks } = await read(
      "<p><del>第一段废止。</del></p><del><p>第二段废止。</p></del><ol><li>保留。</li><li><s>删去。</s></li></ol><table><tr><td>甲</td><td><s>乙</s></td></tr><tr><td>丙</td><td>丁</td></tr></table>",
    );
    expect(texts).toEqual(["1. 保留。", "甲\t\n丙\t丁"]);
    expect(remarks.map(([, detail]) => detail)).toEqual([
      "第一段废止。",
      "第二段废止。",
      "删去。",
      "乙",
    ]);
  });

  it("is text where the rule is for print alone, or says none", async () => {
    const { texts, remarks } = await read(
      '<p class="a">试点<span style="text-decoration:none">工作</span>完成。</p>',
      "<style>@media print { .a { text-decoration: line-through } }</style>",
    );
    expect([texts, remarks]).toEqual([["试点工作完成。"], []]);
  });
});

describe("hidden text of a page", () => {
  it.each([
    "<span hidden>旧版</span>",
    '<span style="display:none">旧版</span>',
    '<span style="visibility: hidden">旧版</span>',
    '<span class="h">旧版</span>',
  ])("is left out with a remark: %s", async (hidden) => {
    const { texts, remarks } = await read(
      `<p>试点${hidden}工作完成。</p>`,
      "<style>.h{display:none!important}</style>",
    );
    expect(texts).toEqual(["试点工作完成。"]);
    expect(remarks).toEqual([["hidden", "旧版"]]);
  });

  it("is not said of furniture, of scripts or of nothing", async () => {
    const { texts, remarks } = await read(
      '<p>试点工作完成。<span hidden> </span></p><div class="share" style="display:none">分享到微信</div><div hidden><script>var a = "旧版";</script></div>',
      "<style>body{display:none}</style>",
    );
    expect([texts, remarks]).toEqual([["试点工作完成。"], []]);
  });
});

describe("what a page shows and has no words for", () => {
  it("leaves a placeholder at its place, with its description", async () => {
    const { texts, remarks } = await read(
      '<p>卫星影像<img src="a.jpg" alt="青溪市卫星影像">如上。</p><p><img src="W0202501.png" alt="W0202501.png"></p><p><video src="/v/1.mp4" title="发布会">旧浏览器不支持</video></p><p><object data="/map.swf"><p>地图</p></object></p><p><svg width="600"><title>不读</title><text>组织架构</text></svg></p>',
    );
    expect(texts).toEqual([
      "卫星影像〔图：青溪市卫星影像〕如上。",
      "〔图〕",
      "〔对象：发布会〕",
      "〔对象〕",
      "〔图〕",
    ]);
    expect(remarks).toEqual([
      ["picture", "青溪市卫星影像"],
      ["picture", null],
      ["embedded-object", "发布会"],
      ["embedded-object", "map.swf"],
      ["picture", null],
    ]);
  });

  it("becomes the character that a small picture stands for", async () => {
    const { texts, remarks } = await read(
      '<p>任命李<img src="c.gif" alt="𣲘" width="16">为局长。</p>',
    );
    expect(texts).toEqual(["任命李𣲘为局长。"]);
    expect(remarks).toEqual([["symbol", "𣲘"]]);
  });

  it("is nothing where it counts visits or marks a kind of file", async () => {
    const { texts, remarks } = await read(
      '<p>附表见<img src="/icon/pdf.gif">附表一。<img src="c.gif" width="1" height="1"><iframe src="/c" width="0"></iframe></p>',
    );
    expect([texts, remarks]).toEqual([["附表见附表一。"], []]);
  });

  it("keeps raised and lowered characters, formulas and boxes", async () => {
    const { texts, remarks } = await read(
      `<p>占地10<sup>8</sup>m<sup>2</sup>，CO<sub>2</sub>减排，见注<sup><a href="#1">[1]</a></sup>。</p>
       <p>按x<sup>审定</sup>计算。</p>
       <p><math><msup><mi>E</mi><mn>2</mn></msup><mo>=</mo><mi>m</mi></math>，<math alttext="a/b"><mfrac><mi>a</mi><mi>b</mi></mfrac></math>。</p>
       <p><input type="checkbox" checked>新设<input type="checkbox">变更</p>`,
    );
    expect(texts).toEqual([
      "占地10⁸m²，CO₂减排，见注[1]。",
      "按x^(审定)计算。",
      "E²=m，〔公式：a/b〕。",
      "☑新设□变更",
    ]);
    expect(remarks).toEqual([
      ["superscript", "审定"],
      ["formula", "a/b"],
    ]);
  });

  it("keeps the characters below a reading and says the reading", async () => {
    const { texts, remarks } = await read(
      "<p><ruby>衢<rp>（</rp><rt>qú</rt><rp>）</rp></ruby>州市。</p>",
    );
    expect(texts).toEqual(["衢州市。"]);
    expect(remarks).toEqual([["ruby", "qú"]]);
  });

  it("costs no more than a refusal where it comes without end", async () => {
    await expect(read("<img>".repeat(30_000))).rejects.toMatchObject({
      code: "too_large",
    });
  });
});

describe("the lists of a page", () => {
  const entries = (list: string, inner = "<li>甲</li><li>乙</li><li>丙</li>") =>
    read(`${list}${inner}</ol>`).then(({ texts }) =>
      texts.map((text) => text.slice(0, -1).trimEnd()),
    );

  it.each([
    ["<ol>", "1. 2. 3."],
    ['<ol start="9">', "9. 10. 11."],
    ['<ol start="0">', "0. 1. 2."],
    ["<ol reversed>", "3. 2. 1."],
    ['<ol reversed start="10">', "10. 9. 8."],
    ['<ol type="a">', "a. b. c."],
    ['<ol type="I">', "I. II. III."],
    ['<ol type="i" start="4">', "iv. v. vi."],
    ['<ol style="list-style-type: cjk-ideographic">', "一、 二、 三、"],
    [
      '<ol start="10" style="list-style:simp-chinese-informal inside">',
      "十、 十一、 十二、",
    ],
    [
      '<ol start="109" style="list-style:simp-chinese-informal">',
      "一百零九、 一百一十、 一百一十一、",
    ],
    ['<ol style="list-style-type: trad-chinese-formal">', "壹、 貳、 參、"],
    ['<ol style="list-style-type: simp-chinese-formal">', "壹、 贰、 叁、"],
    ['<ol style="list-style-type: cjk-earthly-branch">', "子、 丑、 寅、"],
    [
      '<ol style="list-style-type: cjk-heavenly-stem" start="9">',
      "壬、 癸、 一一、",
    ],
    [
      '<ol style="list-style-type: cjk-decimal" start="10">',
      "一〇、 一一、 一二、",
    ],
    ['<ol style="list-style-type: lower-alpha" start="26">', "z. aa. ab."],
    ['<ol style="list-style-type: upper-roman">', "I. II. III."],
    ['<ol style="list-style-type: decimal-leading-zero">', "01. 02. 03."],
    ['<ol style="list-style-type: lower-greek">', "α. β. γ."],
    [`<ol style="list-style-type: '※ '">`, "※ ※ ※"],
  ])("have the marks that a browser writes: %s", async (list, marks) => {
    expect((await entries(list)).join(" ")).toBe(marks);
  });

  it("go on where an entry has its own number, and where one continues another", async () => {
    const { texts } = await read(
      '<ol><li>甲</li><li value="5">乙</li><li>丙</li></ol><p>中间一段话。</p><ol start="7"><li>丁<ol type="a"><li>子</li></ol></li><li>戊</li></ol>',
    );
    expect(texts).toEqual([
      "1. 甲",
      "5. 乙",
      "6. 丙",
      "中间一段话。",
      "7. 丁",
      "a. 子",
      "8. 戊",
    ]);
  });

  it("take their style from the page's rules and their entries", async () => {
    const { texts } = await read(
      '<ol class="zh"><li>甲</li><li style="list-style-type:none">乙</li></ol><ul class="n"><li>丙</li></ul>',
      "<style>ol.zh{list-style-type:cjk-ideographic} .n{list-style:none}</style>",
    );
    expect(texts).toEqual(["一、甲", "乙", "丙"]);
  });

  it("have bare digits and a remark where a style is not known", async () => {
    const { texts, remarks } = await read(
      '<ol style="list-style-type: ethiopic-numeric"><li>甲</li></ol>',
    );
    expect(texts).toEqual(["1. 甲"]);
    expect(remarks).toEqual([["number-format", "ethiopic-numeric"]]);
  });
});
