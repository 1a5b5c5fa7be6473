import { describe, expect, it } from "vitest";
import {
  para,
  readBody,
  run,
  runOf,
  table,
} from "@/server/import/fixtures/word";

const NUMBERING = `<w:numbering NS><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
const NUM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const del = (text: string) =>
  `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const END = (kind: string) => `<w:rPr><w:${kind} w:id="2"/></w:rPr>`;
const read = (body: string) => readBody(body, { "numbering.xml": NUMBERING });

describe("tracked changes of a Word file", () => {
  it("do not count a paragraph that was deleted", async () => {
    const { texts, remarks } = await read(
      para(run("甲。"), NUM) +
        para(del("旧的一条。"), NUM + END("del")) +
        para(run("乙。"), NUM) +
        para("", NUM) +
        para(run("丙。"), NUM),
    );
    expect(texts).toEqual(["第一条 甲。", "第二条 乙。", "第四条 丙。"]);
    expect(remarks).toEqual(["deleted-change 4: 旧的一条。"]);
  });

  it("join a paragraph whose end was deleted with the next, more than once", async () => {
    const { texts } = await read(
      para(run("应当按照规定，"), NUM + END("del")) +
        para(run("在规定的时间，") + del("并"), END("del")) +
        para(run("完成作业。")) +
        para(run("下一条。"), NUM),
    );
    expect(texts).toEqual([
      "第一条 应当按照规定，在规定的时间，完成作业。",
      "第二条 下一条。",
    ]);
  });

  it("keep what was inserted or moved here, and leave out what was moved away", async () => {
    const { texts, remarks } = await read(
      para(`<w:moveFrom>${run("移走。")}</w:moveFrom>`, NUM + END("moveFrom")) +
        para(`<w:ins>${run("新增。")}</w:ins>`, NUM + END("ins")) +
        para(`<w:moveTo>${run("移来。")}</w:moveTo>`, NUM + END("moveTo")),
    );
    expect(texts).toEqual(["第一条 新增。", "第二条 移来。"]);
    expect(remarks).toEqual([]);
  });

  it("do not bring back properties that were changed", async () => {
    const { texts } = await read(
      para(
        `<w:r><w:rPr><w:rPrChange><w:rPr><w:strike/><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>保留。</w:t></w:r>`,
        `<w:pPrChange><w:pPr>${NUM}</w:pPr></w:pPrChange>`,
      ),
    );
    expect(texts).toEqual(["保留。"]);
  });

  it("leave out rows and cells that were deleted", async () => {
    const cell = (text: string, properties = "") =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${para(run(text))}</w:tc>`;
    const row = (cells: string, properties = "") =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
    const { texts, remarks } = await read(
      para(run("表前。")) +
        `<w:tbl>${row(cell("项目") + cell("旧", "<w:cellDel/>") + cell("面积"))}${row(cell("废行") + cell("1"), "<w:del/>")}${row(cell("茶园") + cell("2", "<w:cellIns/>"), "<w:ins/>")}</w:tbl>`,
    );
    expect(texts).toEqual(["表前。", "项目\t面积\n茶园\t2"]);
    expect(remarks.map((one) => one.split(":")[1])).toEqual([" 旧", " 废行1"]);
  });

  it("leave out a table of which every row was deleted", async () => {
    const { texts } = await read(
      para(run("表前。")) +
        `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${para(del("废"))}</w:tc></w:tr></w:tbl>` +
        para(run("表后。")),
    );
    expect(texts).toEqual(["表前。", "表后。"]);
  });

  it("are settled in cells and text boxes, and end with them", async () => {
    const parted = para(run("前半，"), END("del")) + para(run("后半。"));
    const open = para(run("没有下文"), END("del"));
    const box = runOf(
      `<w:pict><v:textbox><w:txbxContent>${parted}</w:txbxContent></v:textbox></w:pict>`,
    );
    const { texts } = await read(
      para(run("正文。") + box) +
        open +
        table([
          [parted, para(run("乙"))],
          [open, para(run("丁"))],
        ]) +
        open,
    );
    expect(texts).toEqual([
      "正文。",
      "前半，后半。",
      "没有下文",
      "前半，后半。\t乙\n没有下文\t丁",
      "没有下文",
    ]);
  });

  it("tell of comments and their words", async () => {
    const { texts, remarks } = await readBody(
      para(run("重开湿地公园") + runOf('<w:commentReference w:id="0"/>')),
      {
        "comments.xml": `<w:comments NS><w:comment w:id="0">${para(run("请核对年份"))}</w:comment></w:comments>`,
      },
    );
    expect(texts).toEqual(["重开湿地公园"]);
    expect(remarks).toEqual(["comment 6: 请核对年份"]);
  });
});
