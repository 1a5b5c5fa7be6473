import { describe, expect, it } from "vitest";
import { readDocx } from "@/server/import/read-docx";
import {
  para,
  readBody,
  run,
  runOf,
  table,
} from "@/server/import/fixtures/word";
import { packDocx } from "@/server/import/fixtures/zip";

const SUP = '<w:vertAlign w:val="superscript"/>';
const footnotes = (...notes: string[]) =>
  `<w:footnotes NS><w:footnote w:type="separator" w:id="-1">${para(run("——"))}</w:footnote>${notes.map((note, index) => `<w:footnote w:id="${index + 1}">${note}</w:footnote>`).join("")}</w:footnotes>`;
const note = (text: string) => para(runOf("<w:footnoteRef/>") + run(text));
const ref = (id: number) => runOf(`<w:footnoteReference w:id="${id}"/>`, SUP);
const custom = (id: number, mark: string) =>
  runOf(
    `<w:footnoteReference w:customMarkFollows="1" w:id="${id}"/><w:t>${mark}</w:t>`,
    SUP,
  );
const settings = (props: string) =>
  `<w:settings NS><w:footnotePr>${props}</w:footnotePr></w:settings>`;
const format = (value: string) => `<w:numFmt w:val="${value}"/>`;

describe("notes of a Word file", () => {
  it.each([
    ["decimal", "[1]", "[2]"],
    ["decimalEnclosedCircleChinese", "①", "②"],
    ["decimalEnclosedCircle", "①", "②"],
    ["chineseCounting", "[一]", "[二]"],
    ["lowerLetter", "[a]", "[b]"],
    ["upperRoman", "[I]", "[II]"],
    ["chicago", "*", "†"],
  ])("have the marks that Word shows: %s", async (name, first, second) => {
    const { texts } = await readBody(
      para(run("甲") + ref(1) + run("乙") + ref(2) + run("。")),
      {
        "settings.xml": settings(format(name)),
        "footnotes.xml": footnotes(note("注甲。"), note("注乙。")),
      },
    );
    expect(texts).toEqual([
      `甲${first}乙${second}。`,
      `${first} 注甲。`,
      `${second} 注乙。`,
    ]);
  });

  it("have the marks that their authors typed, which are not counted", async () => {
    const { texts } = await readBody(
      para(
        run("甲") + ref(1) + run("乙") + custom(2, "＊") + run("丙") + ref(3),
      ) + para(run("丁") + custom(4, "a") + run("。")),
      {
        "footnotes.xml": footnotes(
          note("注甲。"),
          para(run("* 注乙。")),
          note("注丙。"),
          para(run("注丁。")),
        ),
      },
    );
    expect(texts).toEqual([
      "甲[1]乙＊丙[2]",
      "[1] 注甲。",
      "* 注乙。",
      "[2] 注丙。",
      "丁[a]。",
      "[a] 注丁。",
    ]);
  });

  it("in a table leave only their marks in the cells, and follow the table", async () => {
    const cell = (text: string, more = "") => para(run(text) + more);
    const blocks = await readDocx(
      packDocx(
        table([
          [cell("项目"), cell("面积", ref(1))],
          [cell("茶园", custom(2, "＊")), cell("200亩", ref(3))],
        ]) + para(run("表后。")),
        {
          "footnotes.xml": footnotes(
            note("注一。"),
            para(run("＊ 初步数。")),
            note("注三甲。") + para(run("注三乙。")),
          ),
        },
      ),
    );
    expect(
      blocks[0]?.table?.rows.map((row) => row.map(({ text }) => text)),
    ).toEqual([
      ["项目", "面积[1]"],
      ["茶园＊", "200亩[2]"],
    ]);
    expect(blocks.slice(1).map(({ role, text }) => [role, text])).toEqual([
      ["note", "[1] 注一。"],
      ["note", "＊ 初步数。"],
      ["note", "[2] 注三甲。"],
      ["note", "注三乙。"],
      [null, "表后。"],
    ]);
  });

  it("are numbered section by section where the file says so", async () => {
    const section = (props: string) =>
      `<w:sectPr><w:footnotePr>${props}</w:footnotePr></w:sectPr>`;
    const again = '<w:numRestart w:val="eachSect"/>';
    const { texts } = await readBody(
      para(run("甲") + ref(1) + ref(2)) +
        para(
          run("乙") + ref(3),
          section(`${format("upperLetter")}<w:numStart w:val="3"/>${again}`),
        ) +
        para(run("丙") + ref(4)) +
        section(again + format("decimalEnclosedCircle")),
      {
        "footnotes.xml": footnotes(
          note("一"),
          note("二"),
          note("三"),
          note("四"),
        ),
      },
    );
    expect(texts.filter((text) => /^[甲乙丙]/.test(text))).toEqual([
      "甲[C][D]",
      "乙[E]",
      "丙①",
    ]);
  });

  it("that begin anew on each page do so where the file marks pages, with a doubt", async () => {
    const { texts, remarks } = await readBody(
      para(run("甲") + ref(1)) +
        para(runOf("<w:lastRenderedPageBreak/>") + run("乙") + ref(2)),
      {
        "settings.xml": settings(
          `${format("decimalEnclosedCircle")}<w:numRestart w:val="eachPage"/>`,
        ),
        "footnotes.xml": footnotes(note("一"), note("二")),
      },
    );
    expect(texts).toEqual(["甲①", "① 一", "乙①", "① 二"]);
    expect(remarks).toEqual(["footnote 1: ①", "footnote 1: ①"]);
  });

  it("at the end have Roman numbers unless the file says otherwise, and their formatting", async () => {
    const { texts } = await readBody(
      para(run("数据") + runOf('<w:endnoteReference w:id="1"/>') + run("。")),
      {
        "endnotes.xml": `<w:endnotes NS><w:endnote w:id="1">${para(
          runOf("<w:endnoteRef/>") +
            run(" 约10") +
            run("8", SUP) +
            "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>" +
            run("吨，") +
            runOf('<w:sym w:font="Symbol" w:char="F0B3"/>') +
            run("1。"),
        )}</w:endnote></w:endnotes>`,
      },
    );
    expect(texts).toEqual(["数据[i]。", "[i] 约10⁸吨，≥1。"]);
  });

  it("that were deleted or are hidden are not counted", async () => {
    const { texts } = await readBody(
      para(
        run("甲") +
          `<w:del>${ref(1)}</w:del>` +
          runOf('<w:footnoteReference w:id="2"/>', "<w:vanish/>") +
          ref(3),
      ),
      { "footnotes.xml": footnotes(note("一"), note("二"), note("三")) },
    );
    expect(texts).toEqual(["甲[1]", "[1] 三"]);
  });
});
