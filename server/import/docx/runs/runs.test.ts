import { describe, expect, it } from "vitest";
import {
  field,
  para,
  readBody,
  readRuns,
  run,
  runOf,
  table,
} from "@/server/import/fixtures/word";

const SUP = '<w:vertAlign w:val="superscript"/>';
const SUB = '<w:vertAlign w:val="subscript"/>';
const STYLES = `<w:styles NS>
  <w:style w:type="character" w:styleId="up"><w:rPr>${SUP}</w:rPr></w:style>
  <w:style w:type="character" w:styleId="upper"><w:basedOn w:val="up"/></w:style>
  <w:style w:type="character" w:styleId="gone"><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="goneToo"><w:rPr><w:strike/></w:rPr></w:style>
  <w:style w:type="table" w:styleId="grid"><w:tblStylePr w:type="firstRow"><w:rPr><w:strike/></w:rPr></w:tblStylePr></w:style>
</w:styles>`;

describe("raised characters of a Word file", () => {
  it("stay raised, by run, by style and by position", async () => {
    const text = (content: string) =>
      readRuns(content, { "styles.xml": STYLES });
    expect(await text(run("蓄水10") + run("7", SUP) + run("立方米"))).toBe(
      "蓄水10⁷立方米",
    );
    expect(await text(run("H") + run("2", SUB) + run("O"))).toBe("H₂O");
    expect(await text(run("2") + run("10", '<w:rStyle w:val="upper"/>'))).toBe(
      "2¹⁰",
    );
    expect(
      await text(
        run("2") +
          run("0", `<w:rStyle w:val="up"/><w:vertAlign w:val="baseline"/>`),
      ),
    ).toBe("20");
    expect(
      await text(run("面积5m") + run("2", '<w:position w:val="8"/>')),
    ).toBe("面积5m²");
    expect(
      await text(run("标题") + run("第二行", '<w:position w:val="8"/>')),
    ).toBe("标题第二行");
  });

  it("of several runs are one power", async () => {
    expect(
      await readRuns(run("10") + run("1", SUP) + run("2", `${SUP}<w:b/>`)),
    ).toBe("10¹²");
    const { texts, remarks } = await readBody(
      para(run("2") + run("n", `${SUP}<w:i/>`) + run("/3", SUP) + run("倍")),
    );
    expect(texts).toEqual(["2^(n/3)倍"]);
    expect(remarks).toEqual(["superscript 1: n/3"]);
  });

  it("in cells and notes stay so, too", async () => {
    const cell = para(run("3m") + run("2", SUP));
    const { texts } = await readBody(
      table([
        [cell, cell],
        [cell, cell],
      ]),
    );
    expect(texts).toEqual(["3m²\t3m²\n3m²\t3m²"]);
  });

  it("that are a whole paragraph are only laid out", async () => {
    expect(await readRuns(run("注：以上为初步数据。", SUP))).toBe(
      "注：以上为初步数据。",
    );
  });
});

describe("text that is struck out or hidden", () => {
  it("is left out and remarked on", async () => {
    const { texts, remarks } = await readBody(
      para(
        run("每年") +
          run("审核", "<w:strike/>") +
          run("一次", "<w:dstrike/>") +
          run("检查") +
          run("内部", "<w:vanish/>") +
          run("两次", '<w:strike w:val="0"/>'),
      ),
    );
    expect(texts).toEqual(["每年检查两次"]);
    expect(remarks).toEqual(["struck-out 2: 审核一次", "hidden 4: 内部"]);
  });

  it("by style is left out, and two styles cancel each other out", async () => {
    const { texts, remarks } = await readBody(
      para(run("保留") + run("删去", '<w:rStyle w:val="gone"/>')) +
        para(
          run("全删") +
            run("不删", '<w:rStyle w:val="gone"/>') +
            run("也不删", "<w:strike w:val='false'/>"),
          '<w:pStyle w:val="goneToo"/>',
        ),
      { "styles.xml": STYLES },
    );
    expect(texts).toEqual(["保留", "不删也不删"]);
    expect(remarks).toEqual(["struck-out 2: 删去", "struck-out 0: 全删"]);
  });

  it("is remarked on where nothing of its paragraph is left", async () => {
    const { texts, remarks } = await readBody(
      para(run("废止", "<w:strike/>")) + para(run("现行有效。")),
    );
    expect(texts).toEqual(["现行有效。"]);
    expect(remarks).toEqual(["struck-out -: 废止"]);
  });
});

describe("symbols of a Word file", () => {
  const sym = (font: string, char: string) =>
    runOf(`<w:sym w:font="${font}" w:char="${char}"/>`);

  it.each([
    ["Wingdings 2", "F052", "☑"],
    ["Wingdings 2", "F0A3", "□"],
    ["Wingdings 2", "0052", "☑"],
    ["Wingdings", "F0FE", "☑"],
    ["Wingdings", "F0FD", "☒"],
    ["Wingdings", "F0A8", "□"],
    ["Wingdings", "F06F", "□"],
    ["Wingdings", "F0FC", "✓"],
    ["Wingdings", "F081", "①"],
    ["Wingdings", "F0E0", "→"],
    ["Symbol", "F0B0", "°"],
    ["Symbol", "F0B3", "≥"],
    ["Symbol", "F0B4", "×"],
    ["Symbol", "F061", "α"],
    ["Symbol", "F057", "Ω"],
    ["Webdings", "F061", "✓"],
    ["MT Extra", "F04C", "⋯"],
    ["Zapf Dingbats", "F033", "✓"],
    ["宋体", "2103", "℃"],
    ["Times New Roman", "F0B1", "±"],
  ])("are read: %s %s", async (font, char, text) => {
    expect(await readRuns(run("甲") + sym(font, char) + run("乙"))).toBe(
      `甲${text}乙`,
    );
  });

  it("that cannot be read leave a sign and a remark", async () => {
    const { texts, remarks } = await readBody(
      para(run("强度") + sym("MT Extra", "F0FF") + run("，厚度\uf0ff毫米")),
    );
    expect(texts).toEqual(["强度〔?〕，厚度〔?〕毫米"]);
    expect(remarks).toEqual(["symbol 2: MT Extra F0FF", "symbol 8: F0FF"]);
  });

  it("typed in a symbol font are read, and Chinese beside them is not touched", async () => {
    const font = (name: string) =>
      `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;
    expect(
      await readRuns(
        run("R", font("Wingdings 2")) +
          run("\uf0a3变更", font("Wingdings 2")) +
          run("a + b", font("Symbol")) +
          run("R", font("Arial")),
      ),
    ).toBe("☑□变更α + βR");
  });

  it("have hyphens, line ends and capitals as Word shows them", async () => {
    expect(
      await readRuns(
        run("0570") +
          runOf("<w:noBreakHyphen/>") +
          run("12") +
          runOf("<w:softHyphen/>") +
          run("34") +
          run("gdp", "<w:caps/>") +
          runOf("<w:cr/>") +
          run("下行"),
      ),
    ).toBe("0570-1234GDP\n下行");
  });
});

describe("fields of a Word file", () => {
  it.each([
    [field(" REF _Ref1 \\r \\h ", run("三")), "三"],
    [field(" HYPERLINK &quot;http://a.cn&quot; ", run("网站")), "网站"],
    [
      '<w:fldSimple w:instr=" SEQ 图 "><w:r><w:t>4</w:t></w:r></w:fldSimple>',
      "4",
    ],
    [field(" SYMBOL 82 \\f &quot;Wingdings 2&quot; \\s 12 "), "☑"],
    [field(" SYMBOL 0xB3 \\f Symbol ", run("x")), "≥"],
    [field(" eq \\o\\ac(○,5) "), "⑤"],
    [field(" EQ \\o\\ac(○,23)"), "㉓"],
    [field(" eq \\o\\ac(〇,印) "), "㊞"],
    [field(" eq \\o\\ac(□,√) "), "☑"],
    [field(" EQ \\f(1,2) "), "1/2"],
    [field(" EQ \\f(a+b,c) "), "(a+b)/c"],
    [field(" EQ \\r(3,x) "), "∛x"],
    [field(" EQ 10\\s\\up8(6) "), "10⁶"],
    [field(" EQ CO\\s\\do3(2) "), "CO₂"],
    [field(" EQ \\b\\bc\\{(x) "), "{x}"],
    [field(" MACROBUTTON NoMacro 点击输入 "), "点击输入"],
    [field(" PAGEREF _Toc1 \\h ", run("12")), "12"],
    [field(" XE &quot;索引&quot; "), ""],
    [field(` IF ${""}1 = 1 `, run("是")), "是"],
  ])("show what Word shows %#", async (content, text) => {
    expect(await readRuns(run("甲") + content + run("乙"))).toBe(`甲${text}乙`);
  });

  it("within the code of a field are no text", async () => {
    const sign = (type: string) =>
      runOf(`<w:fldChar w:fldCharType="${type}"/>`);
    const nested = `${sign("begin")}${runOf("<w:instrText> IF </w:instrText>")}${field(" DOCPROPERTY a ", run("值"))}${runOf("<w:instrText> = 值 </w:instrText>")}${sign("separate")}${run("显示")}${sign("end")}`;
    expect(await readRuns(nested + run("。"))).toBe("显示。");
  });

  it("without a result leave a sign and a remark", async () => {
    const { texts, remarks } = await readBody(
      para(run("见第") + field(" REF _Ref9 \\r ") + run("条")),
    );
    expect(texts).toEqual(["见第〔?〕条"]);
    expect(remarks).toEqual(["field 2: REF _Ref9 \\r"]);
  });

  it("of forms show what is ticked and chosen", async () => {
    const form = (data: string, code: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r>${runOf(`<w:instrText> ${code} </w:instrText>`)}${runOf('<w:fldChar w:fldCharType="separate"/>')}${runOf('<w:fldChar w:fldCharType="end"/>')}`;
    const box = (state: string) =>
      form(`<w:checkBox><w:sizeAuto/>${state}</w:checkBox>`, "FORMCHECKBOX");
    expect(
      await readRuns(
        `${box('<w:default w:val="0"/><w:checked/>')}${run("新设 ")}${box('<w:default w:val="0"/>')}${run("变更 ")}${box("<w:default/>")}${run("注销 ")}${form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="男"/><w:listEntry w:val="女"/></w:ddList>', "FORMDROPDOWN")}`,
      ),
    ).toBe("☑新设 □变更 ☑注销 女");
  });

  it("that are content controls show their signs", async () => {
    const control = (state: string, content: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${state}"/></w14:checkbox></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(
      await readRuns(
        `${control("1", run("☒"))}${run("是")}${control("1", "")}${run("否")}${control("0", "")}`,
      ),
    ).toBe("☒是☑否□");
  });

  it("and ruby keep the characters without their readings", async () => {
    const ruby = `<w:ruby><w:rt>${run("qú")}</w:rt><w:rubyBase>${run("衢")}</w:rubyBase></w:ruby>`;
    const { texts, remarks } = await readBody(
      para(
        runOf(ruby) +
          run("州，") +
          field(
            " EQ \\* jc2 \\* &quot;Font:宋体&quot; \\* hps10 \\o\\ad(\\s\\up 9(lóng),龙)",
          ) +
          run("游。"),
      ),
    );
    expect(texts).toEqual(["衢州，龙游。"]);
    expect(remarks).toEqual(["ruby 0: qú", "ruby 3: lóng"]);
  });
});

describe("pictures, objects and formulas of a Word file", () => {
  const picture = (properties: string, content = "<pic:pic/>") =>
    runOf(
      `<w:drawing><wp:inline><wp:docPr id="1" name="图片 1" ${properties}/><a:graphic>${content}</a:graphic></wp:inline></w:drawing>`,
    );

  it.each([
    [picture('descr="卫星影像"'), "〔图：卫星影像〕", "picture 1: 卫星影像"],
    [picture('title="水系图"'), "〔图：水系图〕", "picture 1: 水系图"],
    [picture('descr="C:\\图\\1.png"'), "〔图〕", "picture 1: "],
    [picture("", '<c:chart r:id="rId1"/>'), "〔图〕", "picture 1: "],
    [
      runOf(
        '<w:pict><v:shape alt="印章"><v:imagedata r:id="rId1"/></v:shape></w:pict>',
      ),
      "〔图：印章〕",
      "picture 1: 印章",
    ],
    [
      runOf(
        '<w:object><v:shape><v:imagedata r:id="rId1"/></v:shape><o:OLEObject ProgID="Equation.DSMT4"/></w:object>',
      ),
      "〔公式〕",
      "formula 1: ",
    ],
    [
      runOf('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>'),
      "〔对象〕",
      "embedded-object 1: Excel.Sheet.12",
    ],
  ])("leave a placeholder at their place %#", async (content, text, remark) => {
    const { texts, remarks } = await readBody(
      para(run("按") + content + run("计算。")),
    );
    expect(texts).toEqual([`按${text}计算。`]);
    expect(remarks).toEqual([remark]);
  });

  it("that are ornament leave none", async () => {
    const decorative = picture(
      'descr=""',
      '<a:ext><adec:decorative val="1"/></a:ext><pic:pic/>',
    );
    const line = picture("", "<wps:wsp/>");
    const rule = runOf("<w:pict><v:line/></w:pict>");
    const { texts, remarks } = await readBody(
      para(decorative + line + rule + run("正文。")),
    );
    expect(texts).toEqual(["正文。"]);
    expect(remarks).toEqual([]);
  });

  it("in a cell, a text box and a deleted run are where they belong", async () => {
    const box = runOf(
      `<w:drawing><wp:docPr descr="文本框"/><wps:txbx><w:txbxContent>${para(picture('descr="箱内"') + run("字"))}</w:txbxContent></wps:txbx></w:drawing>`,
    );
    const cell = para(picture('descr="格内"'));
    const { texts } = await readBody(
      para(run("正文") + box + `<w:del>${picture('descr="已删"')}</w:del>`) +
        table([
          [cell, para(run("乙"))],
          [cell, para(run("丙"))],
        ]),
    );
    expect(texts).toEqual([
      "正文",
      "〔图：箱内〕字",
      "〔图：格内〕\t乙\n〔图：格内〕\t丙",
    ]);
  });

  const mr = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
  const e = (text: string) => `<m:e>${mr(text)}</m:e>`;
  it.each([
    [mr("S=A×k"), "S=A×k", false],
    [`<m:sSup>${e("x")}<m:sup>${mr("2")}</m:sup></m:sSup>`, "x²", false],
    [`<m:sSub>${e("x")}<m:sub>${mr("1")}</m:sub></m:sSub>`, "x₁", false],
    [
      `<m:f><m:num>${mr("a+b")}</m:num><m:den>${mr("2")}</m:den></m:f>`,
      "(a+b)/2",
      true,
    ],
    [`<m:rad><m:deg/>${e("x")}</m:rad>`, "√x", true],
    [
      `<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>${e("y")}</m:d>`,
      "[y]",
      true,
    ],
    [
      `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${mr("i=1")}</m:sub><m:sup>${mr("n")}</m:sup>${e("x")}</m:nary>`,
      "∑ᵢ₌₁ⁿ x",
      true,
    ],
    [`${mr("a")}<w:del>${mr("b")}</w:del>`, "a", false],
  ])(
    "of Word's own formulas are one line %#",
    async (content, text, isRemarked) => {
      const { texts, remarks } = await readBody(
        para(run("按") + `<m:oMath>${content}</m:oMath>` + run("算")),
      );
      expect(texts).toEqual([`按${text}算`]);
      expect(remarks.some((one) => one.startsWith("formula"))).toBe(isRemarked);
    },
  );
});
