import { describe, expect, it } from "vitest";
import { plainBlock } from "@/core/source/block";
import { blocksFromText } from "@/core/source/blocks/from-text";
import { parseSource } from "@/core/source/parse-source";

const kindsOf = (...lines: string[]) =>
  parseSource(blocksFromText(["青溪市行政许可管理办法", ...lines].join("\n")))
    .paragraphs.slice(1)
    .map(({ kind, marker }) => `${kind} ${marker ?? "-"}`);
const BODY =
  "各级各部门要深入学习领会，结合实际抓好贯彻落实，确保各项任务落到实处、见到成效。";

describe("an article that opens a list", () => {
  it.each([
    "第二条 申请人应当提交下列材料：",
    "第二条 申请人应当提供：",
    "第二条 有下列情形之一的；",
    "第二条 禁止有：",
    "第二条 申请人应当提交下列材料",
    "第二条 申请材料包括:",
  ])("is text as its siblings are: %s", (lead) => {
    expect(
      kindsOf(
        "第一条 为了规范行政许可，制定本办法。",
        lead,
        "（一）营业执照复印件；",
        "（二）仓储设施证明。",
        "第三条 本办法自2026年1月1日起施行。",
      ),
    ).toEqual([
      "numbered 第一条",
      "numbered 第二条",
      "numbered （一）",
      "numbered （二）",
      "numbered 第三条",
    ]);
  });

  it("is text where it is the only article of its chapter", () => {
    expect(
      kindsOf(
        "第一章 总则",
        "第一条 为了规范行政许可，制定本办法。",
        "第二章 申请",
        "第二条 申请人应当提供：",
        "（一）营业执照复印件；",
        "（二）仓储设施证明。",
        "第三章 附则",
        "第三条 本办法自2026年1月1日起施行。",
      ).filter((line) => /条|章/.test(line)),
    ).toEqual([
      "heading 第一章",
      "numbered 第一条",
      "heading 第二章",
      "numbered 第二条",
      "heading 第三章",
      "numbered 第三条",
    ]);
  });

  it("is text where all articles open lists", () => {
    expect(
      kindsOf(
        "第一条 申请人应当提供：",
        "（一）营业执照；",
        "第二条 申请人不得有：",
        "（一）虚报数量；",
      ).filter((line) => line.includes("条")),
    ).toEqual(["numbered 第一条", "numbered 第二条"]);
  });

  it("is text where it was put in later (之一)", () => {
    expect(
      kindsOf(
        "第一条 为了规范行政许可，制定本办法。",
        "第二条 申请人应当如实提交材料。",
        "第二条之一 申请人应当说明：",
        "（一）用途；",
        "第三条 本办法自发布之日起施行。",
      ).filter((line) => line.includes("条")),
    ).toEqual([
      "numbered 第一条",
      "numbered 第二条",
      "numbered 第二条之一",
      "numbered 第三条",
    ]);
  });

  it("is text where the file's style calls it a heading", () => {
    const parsed = parseSource([
      plainBlock("青溪市行政许可管理办法", { heading: 1 }),
      plainBlock("第一条 申请人应当提交下列材料：", { heading: 3 }),
      plainBlock("（一）营业执照；"),
      plainBlock("第二条 本办法自发布之日起施行。", { heading: 3 }),
    ]);
    expect(parsed.paragraphs.map(({ kind }) => kind)).toEqual([
      "title",
      "numbered",
      "numbered",
      "numbered",
    ]);
  });
});

describe("an article with a title of its own", () => {
  it("is a heading as its siblings are, a list below it or not", () => {
    expect(
      kindsOf(
        "第一条 合同标的",
        BODY,
        "第二条 双方义务",
        "1. 甲方应当按时付款；",
        "2. 乙方应当按时交货。",
        "第三条 争议解决",
        BODY,
      ).filter((line) => line.includes("条")),
    ).toEqual(["heading 第一条", "heading 第二条", "heading 第三条"]);
  });

  it("does not make a heading of the one among them that has none", () => {
    expect(
      kindsOf(
        "第一条 合同标的",
        BODY,
        "第二条 乙方应当提供：",
        "（一）发票；",
        "第三条 争议解决",
        BODY,
        "第四条",
        BODY,
      ).filter((line) => line.includes("条")),
    ).toEqual([
      "heading 第一条",
      "numbered 第二条",
      "heading 第三条",
      "numbered 第四条",
    ]);
  });

  it("is judged apart in an annex that counts again", () => {
    expect(
      kindsOf(
        "第一条 为了规范行政许可，制定本办法。",
        "第二条 本办法自发布之日起施行。",
        "附件1",
        "服务合同",
        "第一条 合同标的",
        BODY,
        "第二条 争议解决",
        BODY,
      ).filter((line) => line.includes("条")),
    ).toEqual([
      "numbered 第一条",
      "numbered 第二条",
      "heading 第一条",
      "heading 第二条",
    ]);
  });
});

describe("the same fault in other families", () => {
  it("does not make a heading of the one sibling that opens a list", () => {
    expect(
      kindsOf(
        "（一）健全机制。各部门要压实责任，抓好落实。",
        "（二）做到三点：",
        "1. 台账清楚；",
        "2. 责任清楚。",
        "（三）强化督查。各部门要定期通报。",
      ),
    ).toEqual([
      "numbered （一）",
      "numbered （二）",
      "numbered 1.",
      "numbered 2.",
      "numbered （三）",
    ]);
  });

  it("keeps a short lead among headings a heading", () => {
    expect(
      kindsOf(
        "一、办理条件",
        BODY,
        "二、申请材料：",
        BODY,
        "三、办理流程",
        BODY,
      ),
    ).toEqual([
      "heading 一、",
      "body -",
      "heading 二、",
      "body -",
      "heading 三、",
      "body -",
    ]);
  });
});
