import { randomBytes } from "node:crypto";
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  Textbox,
  VerticalMergeType,
} from "docx";
import { describe, expect, it } from "vitest";
import { parseSource } from "@/core/source/parse-source";
import { packDocx, packZip } from "./fixtures/zip";
import { readSource } from "./read-source";

const level = (
  index: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
) => ({ level: index, format, text, alignment: AlignmentType.START });
const numbered = (
  text: string,
  ilvl: number,
  reference = "official",
  instance = 0,
) => new Paragraph({ text, numbering: { reference, level: ilvl, instance } });
const textOf = (text: string) =>
  `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr>${textOf(text)}</w:p>`;

async function read(bytes: Uint8Array) {
  const source = await readSource(bytes, "文件.docx");
  return parseSource(source.blocks, source.known).paragraphs;
}

async function readBuilt(
  children: readonly (Paragraph | Table)[],
  footnotes: Record<string, { children: Paragraph[] }> = {},
) {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: "official",
          levels: [
            level(0, LevelFormat.CHINESE_COUNTING, "%1、"),
            level(1, LevelFormat.CHINESE_COUNTING, "（%2）"),
            level(2, LevelFormat.DECIMAL, "%3."),
            level(3, LevelFormat.DECIMAL, "%3.%4"),
          ],
        },
        {
          reference: "bullets",
          levels: [level(0, LevelFormat.BULLET, "\uf0b7")],
        },
        {
          reference: "articles",
          levels: [level(0, LevelFormat.CHINESE_COUNTING, "第%1条")],
        },
      ],
    },
    footnotes,
    sections: [{ children: [...children] }],
  });
  return read(await Packer.toBuffer(document));
}

const BODY = "各级各部门要深入学习领会，结合实际抓好贯彻落实。";

describe("a Word file", () => {
  it("gets the markers that Word's numbering puts before its paragraphs", async () => {
    const paragraphs = await readBuilt([
      new Paragraph({
        text: "衢州市数字经济发展规划",
        heading: HeadingLevel.TITLE,
      }),
      numbered("总体要求", 0),
      new Paragraph(BODY),
      numbered("指导思想", 1),
      new Paragraph(BODY),
      numbered("基本原则", 1),
      numbered("坚持创新。加快建设创新体系，完善机制。", 2),
      numbered("坚持开放。加快建设开放平台，完善机制。", 2),
      numbered("重点任务", 0),
      numbered("产业数字化", 1),
      new Paragraph(BODY),
    ]);
    expect(
      paragraphs.map(({ kind, level: depth, marker, text }) => [
        kind,
        depth,
        marker,
        text.slice(0, 7),
      ]),
    ).toEqual([
      ["title", null, null, "衢州市数字经济"],
      ["heading", 1, "一、", "一、总体要求"],
      ["body", null, null, "各级各部门要深"],
      ["heading", 2, "（一）", "（一）指导思想"],
      ["body", null, null, "各级各部门要深"],
      ["heading", 2, "（二）", "（二）基本原则"],
      ["numbered", null, "1.", "1. 坚持创新"],
      ["numbered", null, "2.", "2. 坚持开放"],
      ["heading", 1, "二、", "二、重点任务"],
      ["heading", 2, "（一）", "（一）产业数字"],
      ["body", null, null, "各级各部门要深"],
    ]);
  });

  it("counts articles and bullets as Word shows them", async () => {
    const paragraphs = await readBuilt([
      new Paragraph({ text: "管理办法", heading: HeadingLevel.TITLE }),
      ...Array.from({ length: 12 }, () =>
        numbered("为了规范管理，制定本办法。", 0, "articles"),
      ),
      numbered("综合实力显著提升", 0, "bullets"),
    ]);
    expect(paragraphs[11]).toMatchObject({
      kind: "numbered",
      marker: "第十一条",
      text: "第十一条 为了规范管理，制定本办法。",
    });
    expect(paragraphs.at(-1)).toMatchObject({
      kind: "item",
      marker: null,
      text: "综合实力显著提升",
    });
  });

  it("gets its headings by style", async () => {
    const paragraphs = await readBuilt([
      new Paragraph({ text: "工作报告", heading: HeadingLevel.TITLE }),
      new Paragraph({ text: "现状", heading: HeadingLevel.HEADING_1 }),
      new Paragraph(BODY),
      new Paragraph({ text: "问题", heading: HeadingLevel.HEADING_2 }),
      new Paragraph(BODY),
    ]);
    expect(paragraphs.map(({ kind, level: depth }) => [kind, depth])).toEqual([
      ["title", null],
      ["heading", 1],
      ["body", null],
      ["heading", 2],
      ["body", null],
    ]);
  });

  it("takes what stands in bold before the text for the run-in heading", async () => {
    const paragraphs = await readBuilt([
      new Paragraph({ text: "工作报告", heading: HeadingLevel.TITLE }),
      new Paragraph({
        children: [
          new TextRun({ text: "1. 主要目标：", bold: true }),
          new TextRun(`到2030年，${BODY}`),
        ],
      }),
    ]);
    expect(paragraphs[1]).toMatchObject({
      kind: "numbered",
      marker: "1.",
      runIn: "主要目标：",
    });
  });

  it("keeps tables with their merged cells", async () => {
    const cell = (text: string, options: object = {}) =>
      new TableCell({ children: [new Paragraph(text)], ...options });
    const table = new Table({
      rows: [
        new TableRow({
          tableHeader: true,
          children: [cell("指标"), cell("目标", { columnSpan: 2 })],
        }),
        new TableRow({
          children: [
            cell("经济", { verticalMerge: VerticalMergeType.RESTART }),
            cell("生产总值"),
            cell("4000亿元"),
          ],
        }),
        new TableRow({
          children: [
            cell("", { verticalMerge: VerticalMergeType.CONTINUE }),
            cell("人均"),
            cell("17万元"),
          ],
        }),
      ],
    });
    const paragraphs = await readBuilt([
      new Paragraph({ text: "规划", heading: HeadingLevel.TITLE }),
      new Paragraph(BODY),
      table,
    ]);
    expect(paragraphs[2]).toMatchObject({
      kind: "table",
      text: "指标\t目标\n经济\t生产总值\t4000亿元\n人均\t17万元",
    });
    expect(paragraphs[2]?.table?.rows).toEqual([
      [
        { text: "指标", header: true, colspan: 1, rowspan: 1 },
        { text: "目标", header: true, colspan: 2, rowspan: 1 },
      ],
      [
        { text: "经济", header: false, colspan: 1, rowspan: 2 },
        { text: "生产总值", header: false, colspan: 1, rowspan: 1 },
        { text: "4000亿元", header: false, colspan: 1, rowspan: 1 },
      ],
      [
        { text: "人均", header: false, colspan: 1, rowspan: 1 },
        { text: "17万元", header: false, colspan: 1, rowspan: 1 },
      ],
    ]);
  });

  it("keeps footnotes and text boxes as text", async () => {
    const paragraphs = await readBuilt(
      [
        new Paragraph({ text: "规划", heading: HeadingLevel.TITLE }),
        new Paragraph({
          children: [
            new TextRun("推进“五链”融合"),
            new FootnoteReferenceRun(1),
            new TextRun("发展。"),
          ],
        }),
        new Paragraph({
          children: [
            new Textbox({ children: [new Paragraph("专栏一　重大项目。")] }),
          ],
        }),
        new Paragraph(BODY),
      ],
      {
        1: {
          children: [
            new Paragraph("指产业链、创新链、人才链、资金链、服务链。"),
          ],
        },
      },
    );
    const texts = paragraphs.map(({ text }) => text);
    expect(texts[1]).toBe("推进“五链”融合[1]发展。");
    expect(texts[2]).toBe("[1] 指产业链、创新链、人才链、资金链、服务链。");
    expect(texts.at(-1)).toBe(BODY);
  });

  it("keeps a text box once, though the file has it twice", async () => {
    const box = `<w:txbxContent>${paragraph("专栏：重大项目清单如下。")}</w:txbxContent>`;
    const anchored = `<w:p>${textOf(BODY)}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const paragraphs = await read(packDocx(anchored + paragraph(BODY)));
    expect(paragraphs.map(({ text }) => text)).toEqual([
      BODY,
      "专栏：重大项目清单如下。",
      BODY,
    ]);
  });

  it("leaves out what was deleted or hidden, and keeps what was inserted", async () => {
    const runs = `<w:del>${textOf("旧")}</w:del><w:ins>${textOf("新的")}</w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>${textOf("要求已经明确。")}<w:r><w:instrText>PAGE</w:instrText></w:r>`;
    expect((await read(packDocx(`<w:p>${runs}</w:p>`)))[0]?.text).toBe(
      "新的要求已经明确。",
    );
  });

  it("finds the level of a paragraph whose style alone is numbered, and starts again where the file says so", async () => {
    const numbering = `<w:numbering NS><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="H1"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1章"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H2"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="20"/></w:lvlOverride></w:num></w:numbering>`;
    const styles = `<w:styles NS><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="小节"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`;
    const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
    const body = [
      paragraph("总则", style("H1")),
      paragraph("目的", style("H2")),
      paragraph(BODY),
      paragraph("依据", style("H2")),
      paragraph(BODY),
      paragraph(
        "附则",
        `${style("H1")}<w:numPr><w:numId w:val="4"/></w:numPr>`,
      ),
      paragraph(
        "不编号",
        `${style("H1")}<w:numPr><w:numId w:val="0"/></w:numPr>`,
      ),
      paragraph(BODY),
    ].join("");
    const paragraphs = await read(
      packDocx(body, { "numbering.xml": numbering, "styles.xml": styles }),
    );
    expect(
      paragraphs.map(({ kind, level: depth, text }) => [
        kind,
        depth,
        text.slice(0, 6),
      ]),
    ).toEqual([
      ["heading", 1, "第一章总则"],
      ["heading", 2, "1.1 目的"],
      ["body", null, "各级各部门要"],
      ["heading", 2, "1.2 依据"],
      ["body", null, "各级各部门要"],
      ["heading", 1, "第二十章附则"],
      ["heading", 1, "不编号"],
      ["body", null, "各级各部门要"],
    ]);
  });

  it("reads strict files, whose namespaces differ", async () => {
    const strict = packZip([
      { name: "[Content_Types].xml", body: "<Types/>" },
      {
        name: "word/document.xml",
        body: `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>${BODY}</x:t></x:r></x:p></x:body></x:document>`,
      },
    ]);
    expect((await read(strict))[0]?.text).toBe(BODY);
  });
});

describe("a hostile or broken Word file", () => {
  const refused = (bytes: Uint8Array, message: string, code = "invalid") =>
    expect(readSource(bytes, "文件.docx")).rejects.toMatchObject({
      message,
      code,
    });

  it("is refused where it unpacks without end, whatever size it declares", async () => {
    const bomb = packZip([
      { name: "[Content_Types].xml", body: "<Types/>" },
      {
        name: "word/document.xml",
        body: Buffer.concat([
          Buffer.from("<a>"),
          Buffer.alloc(230 * 1024 * 1024, 32),
        ]),
        declared: 100,
      },
    ]);
    expect(bomb.length).toBeLessThan(400_000);
    await refused(bomb, "source_unpacked_too_large", "too_large");
  }, 60_000);

  it("is refused where it declares a document type, with entities or without", async () => {
    const entities = '<!DOCTYPE a [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;">]>';
    for (const doctype of [
      entities,
      "<!DOCTYPE a>",
      '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    ]) {
      await refused(
        packZip([
          { name: "[Content_Types].xml", body: "<Types/>" },
          { name: "word/document.xml", body: `${doctype}<a>&b;</a>` },
        ]),
        "source_unreadable",
      );
    }
  });

  it("is refused where its parts or its XML are damaged", async () => {
    const whole = packDocx(paragraph(BODY));
    await refused(whole.subarray(0, whole.length - 30), "source_unreadable");
    await refused(
      Buffer.concat([Buffer.from("PK\x03\x04"), randomBytes(5000)]),
      "source_unreadable",
    );
    await refused(packDocx("<w:p><w:r>"), "source_unreadable");
    await refused(packDocx("<w:p>".repeat(5000)), "source_unreadable");
    const flipped = Buffer.from(whole);
    flipped.fill(0xff, 60, 120);
    await refused(flipped, "source_unreadable");
  });

  it("is refused where it is another kind of archive, or encrypted", async () => {
    await refused(
      packZip([{ name: "photo.jpg", body: "x" }]),
      "source_unsupported",
    );
    await refused(
      packZip([
        { name: "[Content_Types].xml", body: "<Types/>" },
        { name: "xl/workbook.xml", body: "<a/>" },
      ]),
      "source_unsupported",
    );
    await refused(
      packZip([
        { name: "[Content_Types].xml", body: "<Types/>", flags: 0 },
        { name: "word/document.xml", body: "<a/>", flags: 1 },
      ]),
      "source_encrypted",
    );
    const compound = Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(512),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    await refused(compound, "source_encrypted");
  });

  it("is refused where it holds no text", async () => {
    await refused(packDocx("<w:p/>"), "source_empty");
  });

  it("keeps to levels and numbers that make sense", async () => {
    const numbering = `<w:numbering NS><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="99999999"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%9%8."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const mark = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const paragraphs = await read(
      packDocx(
        paragraph("正文一。", mark) +
          paragraph(
            "正文二。",
            '<w:numPr><w:ilvl w:val="77"/><w:numId w:val="1"/></w:numPr>',
          ),
        { "numbering.xml": numbering },
      ),
    );
    expect(paragraphs.map(({ text }) => text)).toEqual([
      "99999999II. 正文一。",
      "正文二。",
    ]);
  });
});
