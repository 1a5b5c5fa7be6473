import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { parseSource } from "@/core/source/parse-source";
import { readSource } from "./read-source";

const LINES = readFileSync("samples/quzhou-15th-fyp/source.zh.txt", "utf8")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line !== "");
const [COLUMN = "", TITLE = "", META = "", ...TEXT] = LINES;

async function read(html: string) {
  const source = await readSource(Buffer.from(html), "page.html");
  return parseSource(source.blocks, source.known);
}

const MENU = ["首页", "新闻中心", "政务公开", "办事服务", "政民互动"]
  .map((name) => `<li><a href="/${name}">${name}</a></li>`)
  .join("");
const RELATED = [
  "衢州市人民政府关于印发规划的通知",
  "一图读懂“十五五”规划建议",
  "全市经济工作会议召开，部署明年工作",
]
  .map((name) => `<li><a href="#">${name}</a><span>2025-12-09</span></li>`)
  .join("");

/** A page as government sites make them: menus, breadcrumbs, a title and metadata outside the text, a footer. */
function page(article: string, head = ""): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}-衢州市人民政府</title>${head}<style>p{color:red}</style></head>
<body onload="steal()"><script>document.write("<p>不要这一句。</p>")</script>
<div class="top"><ul>${MENU}</ul><form><input value="搜索"></form></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; <a href="/zcfg">${COLUMN}</a></div>
<div class="main"><div class="box"><h1>${TITLE}</h1><div class="info"><span>${META}</span></div><div id="zoom" class="TRS_Editor">${article}</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div></div>
<div class="side"><h3>相关新闻</h3><ul>${RELATED}</ul></div></div>
<div class="footer"><p>主办单位：衢州市人民政府办公室，承办单位：衢州市数据局</p><p>浙ICP备05000000号</p></div></body></html>`;
}

describe("a web page", () => {
  it("gives the whole article with its title and metadata line, without what stands around it", async () => {
    const { metadata, paragraphs } = await read(
      page(TEXT.map((line) => `<p>\u3000\u3000${line}</p>`).join("\n")),
    );
    expect(metadata).toMatchObject({
      title: TITLE,
      column: COLUMN,
      publisher: "法务与规划发展处",
      date: "2025-12-08",
      source: "《衢州发布》",
      issuingBody: "中共衢州市委",
    });
    const counts = (kind: string) =>
      paragraphs.filter((paragraph) => paragraph.kind === kind).length;
    expect([
      counts("title"),
      counts("heading"),
      counts("numbered"),
      counts("item"),
      counts("body"),
    ]).toEqual([1, 12, 52, 7, 14]);
    const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
    for (const line of TEXT) expect(text).toContain(line);
    for (const word of [
      "不要这一句",
      "新闻中心",
      "一图读懂",
      "ICP备",
      "搜索",
      "微博",
      "steal",
      "color",
    ])
      expect(text).not.toContain(word);
  });

  it("gives the same where lines are parted by breaks alone, and where the page is laid out with tables", async () => {
    const broken = await read(page(TEXT.join("<br>\n<br/>")));
    expect(
      broken.paragraphs.filter(({ kind }) => kind === "numbered"),
    ).toHaveLength(52);
    const laidOut = `<table><tr><td><table><tr><td><a href="/">首页</a></td></tr></table></td></tr><tr><td><h1>${TITLE}</h1><p>${META}</p>${TEXT.map((line) => `<p>${line}</p>`).join("")}</td></tr></table>`;
    expect(
      (await read(laidOut)).paragraphs.filter(
        ({ kind }) => kind === "numbered",
      ),
    ).toHaveLength(52);
  });

  it("keeps headings, lists and tables of the article", async () => {
    const { paragraphs } = await read(
      page(`<h2>一、总体要求</h2><p>各级各部门要<b>深入学习</b>领会，结合实际抓好贯彻落实。</p><ul><li>坚持创新发展，完善机制</li></ul>
      <ol start="3"><li>夯实基础。加快建设新型基础设施，完善布局。</li><li>培育产业。加快壮大数字产业集群，提升能级。</li></ol>
      <table border="1"><tr><th>指标</th><th colspan="2">目标</th></tr><tr><td rowspan="2">经济</td><td>总量</td><td>4000亿元</td></tr><tr><td>人均</td><td>17万元</td></tr></table>
      <p>附注：H<sub>2</sub>O，&ldquo;五链&rdquo;&nbsp;融合&#12290;</p>`),
    );
    expect(
      paragraphs
        .slice(3)
        .map(({ kind, marker, text }) => [kind, marker, text.slice(0, 12)]),
    ).toEqual([
      ["heading", "一、", "一、总体要求"],
      ["body", null, "各级各部门要深入学习领会"],
      ["item", null, "坚持创新发展，完善机制"],
      ["numbered", "3.", "3. 夯实基础。加快建设"],
      ["numbered", "4.", "4. 培育产业。加快壮大"],
      ["table", null, "指标\t目标\n经济\t总量\t"],
      ["body", null, "附注：H₂O，“五链”\u00a0"],
    ]);
    expect(paragraphs[8]?.table?.rows[1]?.[0]).toMatchObject({
      rowspan: 2,
      text: "经济",
    });
  });

  it("takes the title from the page where its text has none, and the address from its links", async () => {
    const body = TEXT.slice(0, 8)
      .map((line) => `<p>${line}</p>`)
      .join("");
    const { metadata } = await read(
      `<html><head><title>${TITLE}_政策法规_衢州市人民政府</title><link rel="canonical" href="https://www.qz.gov.cn/art/1.html"><meta name="PubDate" content="2025-12-08 10:22"><meta name="ContentSource" content="衢州发布"></head><body><div>${body}</div></body></html>`,
    );
    expect(metadata).toMatchObject({
      sourceAddress: "https://www.qz.gov.cn/art/1.html",
      date: "2025-12-08",
      source: "衢州发布",
    });
    expect(metadata.title).toContain(TITLE);
  });

  it("reads labelled cells as metadata", async () => {
    const { metadata } = await read(
      page(
        `<table><tr><td>索引号：</td><td>11330800</td><td>文号：</td><td>衢政发〔2025〕3号</td></tr><tr><td>发文机关：</td><td>衢州市人民政府</td><td>成文日期：</td><td>2025-11-30</td></tr></table>${TEXT.slice(
          0,
          8,
        )
          .map((line) => `<p>${line}</p>`)
          .join("")}`,
      ),
    );
    expect(metadata.documentNumber).toBe("衢政发〔2025〕3号");
  });

  it("is decoded by the charset it names", async () => {
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>中文</p><p>规划</p></body></html>`;
    const source = await readSource(iconv.encode(html, "gb18030"), "page.htm");
    expect(source).toMatchObject({ encoding: "gb18030", text: "中文\n规划" });
  });

  it("is text of one paragraph, or a piece of a page, all the same", async () => {
    expect(
      (
        await read("<div><p>全市上下要团结奋斗，把蓝图变成现实。</p></div>")
      ).paragraphs.map(({ text }) => text),
    ).toEqual(["全市上下要团结奋斗，把蓝图变成现实。"]);
    expect(
      (
        await read("全市上下要团结奋斗，<i>把蓝图变成现实</i>。<p>第二段")
      ).paragraphs.map(({ text }) => text),
    ).toEqual(["全市上下要团结奋斗，把蓝图变成现实。", "第二段"]);
  });

  it("keeps nothing that could run", async () => {
    const { paragraphs } = await read(
      page(
        `<p onclick="a()">正文一，<img src=x onerror=alert(1)>到此。</p><svg><script>b()</script></svg><iframe src="//x"></iframe><p>正文二，<a href="javascript:c()">到此</a>。</p>`,
      ),
    );
    expect(paragraphs.slice(3).map(({ text }) => text)).toEqual([
      "正文一，〔图〕到此。",
      "〔图〕〔对象〕",
      "正文二，到此。",
    ]);
  });

  it.each([
    ["elements nested without end", "<div>".repeat(300_000)],
    [
      "elements closed without end",
      `${"<b>".repeat(1000)}${"</i>".repeat(300_000)}正文`,
    ],
    ["tables in tables", "<table><tr><td>".repeat(600) + "正文，到此。"],
    ["lists in lists", "<ul><li>".repeat(900) + "正文，到此。"],
    ["attributes without end", `<p ${"a=b ".repeat(300_000)}>正文，到此。`],
    ["an open comment", `正文<!--${"-".repeat(1_000_000)}`],
  ])("is not held up by %s", async (_, html) => {
    await read(`<html><body>${html}`).catch((error: unknown) =>
      expect(error).toMatchObject({ code: "invalid" }),
    );
  });
});
