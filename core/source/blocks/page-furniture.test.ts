import { describe, expect, it } from "vitest";
import { parseSource } from "@/core/source/parse-source";
import { blocksFromText } from "./from-text";

const TITLE = "青溪市农村饮水安全管理办法";
/** A wrapped text of 30 characters a line; [n] stands for a page end. */
const WRAPPED = `${TITLE}

第一条 为了加强农村饮水安全管理，保障农村居民饮用水安全，根
据有关法律法规，结合本市实际，制定本办法，请各乡镇人民政府遵
照执行。
第二条 本市行政区域内农村供水工程的规划、建设、运行和管理适
用本办法。农村供水工程是指向农村居民提供生活用水的集中供水工
程和分散供水工程，包括水源、净水构筑物、输水管道、配水管网以
[1]
及附属的计量设施。
第三条 农村供水工程实行统一规划、分级管理、社会参与的原则，
鼓励和支持社会资本投资建设，供水单位应当每季度公布一次水质检
测结果，接受群众监督，并将结果报送水行政主管部门备案。
第四条 供水单位应当建立水质检测制度，配备与供水规模相适应的
检验人员和仪器设备，发现水质不符合国家标准的，应当立即采取措
[2]
施并向所在地乡镇人民政府报告。
第五条 本办法自2026年3月1日起施行。`;
/** The same text of one paragraph a line, cut by page ends alone. */
const WHOLE = `${TITLE}
第一条 为了加强农村饮水安全管理，保障农村居民饮用水安全，制定本办法。
第二条 本市行政区域内农村供水工程的规划、建设、运行和管理适用本办法，包括水源、净水构筑物以
[1]
及附属的计量设施，不包括工业供水。
第三条 农村供水工程实行统一规划、分级管理、社会参与的原则。
第四条 供水单位应当建立水质检测制度，配备与供水规模相适应的检验人员，应当立即采取措
[2]
施，并向所在地乡镇人民政府报告。
第五条 本办法自2026年3月1日起施行。`;

const at = (text: string, write: (page: number) => string) =>
  text.replace(/\[(\d)\]/g, (_, page) => write(Number(page)));
const texts = (text: string) =>
  parseSource(blocksFromText(text)).paragraphs.map((one) => one.text);
const kinds = (text: string) =>
  parseSource(blocksFromText(text)).remarks.map((one) => one.kind);
const control = (text: string) =>
  texts(text.replace(text === WHOLE ? /\n\[\d\]\n/g : /\[\d\]\n/g, ""));

describe("the furniture of a text taken from pages", () => {
  it.each([
    ["dashes", (n: number) => `— ${n} —`],
    ["hyphens", (n: number) => `- ${n} -`],
    ["full-width hyphens", (n: number) => `－${n}－`],
    ["full-width digits", (n: number) => `— ${"０１２"[n]} —`],
    ["第 页 共 页", (n: number) => `第 ${n} 页 共 10 页`],
    ["第 页", (n: number) => `第${n}页`],
    ["第一页", (n: number) => `第${"零一二"[n]}页`],
    ["slash", (n: number) => `第${n}页/共3页`],
    ["共 页 第 页", (n: number) => `共3页，第${n}页`],
    ["English", (n: number) => `Page ${n} of 3`],
    ["digits alone", (n: number) => String(n)],
    ["digits of a later part", (n: number) => String(n + 40)],
    ["a fraction", (n: number) => `${n}/3`],
    ["empty lines around", (n: number) => `\n\n— ${n} —\n\n`],
    ["indented", (n: number) => `               ${n}`],
    ["a form feed below", (n: number) => `- ${n} -\n\f`],
    ["a form feed and digits", (n: number) => `\n${n}\n\f`],
    ["a form feed alone", () => "\n\f"],
    ["a running head", (n: number) => `— ${n} —\n${TITLE}`],
    ["a head of two lines", (n: number) => `— ${n} —\n青溪市水务局\n文件汇编`],
    ["a head that counts", (n: number) => `青溪市人民政府公报 · ${n} ·`],
    ["a head above the number", (n: number) => `青溪市人民政府公报\n${n}`],
  ] as const)("does not part a sentence: %s", (_, write) => {
    for (const text of [WRAPPED, WHOLE])
      expect(texts(at(text, write))).toEqual(control(text));
  });

  it("does not part a sentence where a running head alone is at the page ends", () => {
    const text = at(WRAPPED, () => "青溪市人民政府公报");
    expect(texts(text)).toEqual(control(WRAPPED));
  });

  it("is kept as remarks, each with its words, and each seam is marked", () => {
    const { paragraphs, remarks } = parseSource(
      blocksFromText(at(WRAPPED, (n) => `— ${n} —\n${TITLE}`)),
    );
    expect(remarks.map(({ kind, detail }) => [kind, detail])).toEqual([
      ["page-furniture", "— 1 —"],
      ["page-furniture", TITLE],
      ["rejoined", null],
      ["page-furniture", "— 2 —"],
      ["page-furniture", TITLE],
      ["rejoined", null],
    ]);
    const seam = remarks[2];
    const text = paragraphs[seam?.index ?? 0]?.text ?? "";
    expect(text.slice(seam?.at ?? 0)).toBe("及附属的计量设施。");
  });

  it("is left out between paragraphs without a doubt about a seam", () => {
    const text = `${TITLE}\n第一条 制定本办法。\n— 1 —\n第二条 本办法适用于全市。\n— 2 —`;
    expect(texts(text)).toHaveLength(3);
    expect(kinds(text)).toEqual(["page-furniture", "page-furniture"]);
  });

  it("does not join a heading or a title to the text of the next page", () => {
    const heading = "一、深入践行新发展理念奋力谱写高质量发展崭新篇章";
    const title =
      "青溪市人民政府办公室关于印发青溪市农村饮水安全管理办法的通知";
    const body = "各乡镇人民政府要抓好落实，确保见效。";
    expect(
      texts(`${title}\n— 1 —\n${body}\n${heading}\n— 2 —\n${body}`),
    ).toEqual([title, body, heading, body]);
  });
});

describe("what is no page furniture", () => {
  const isKept = (lines: readonly string[]) => {
    const text = lines.join("\n");
    expect(texts(text).join("").replace(/\s/g, "")).toBe(
      text.replace(/\s/g, ""),
    );
    expect(kinds(text)).toEqual([]);
  };
  const BODY = "各乡镇人民政府要加强组织领导，压实工作责任。";

  it("keeps a list whose numbers are on lines of their own", () => {
    isKept(["工作要点", "1", BODY, "2", BODY, "3", BODY]);
    isKept([
      "1",
      "关于加强农村饮水安全管理工作的若干意见",
      "2",
      "关于促进低空经济高质量发展的若干措施",
      "3",
      "关于优化营商环境的实施方案（试行）",
    ]);
  });

  it("keeps the digits of a table that was copied cell by cell", () => {
    isKept(["项目", "1", "2", "3", "合计", "4", "5", "6", BODY]);
    isKept(["水厂", "12", "管网", "13", "泵站", "14", BODY]);
  });

  it("keeps years alone on their lines", () => {
    isKept([
      "大事记",
      "2023",
      BODY,
      BODY,
      BODY,
      BODY,
      "2024",
      BODY,
      BODY,
      BODY,
      BODY,
      "2025",
      BODY,
    ]);
  });

  it("keeps lines that come again in the text", () => {
    const measures = [1, 2, 3, 4].flatMap((n) => [
      `${n}. 第${n}项措施。`,
      "责任单位：市水务局",
      "完成时限：2026年",
    ]);
    isKept(["责任清单", ...measures]);
    isKept([
      "采访实录",
      "主持人",
      BODY,
      "市民代表",
      BODY,
      "主持人",
      BODY,
      "市民代表",
      BODY,
    ]);
  });

  it("keeps a repeated line that is beside a page number once by chance", () => {
    const text = [
      "责任清单",
      ...[1, 2, 3, 4].flatMap((n) => [`${n}. 第${n}项措施。`, "市水务局牵头"]),
      "— 1 —",
      "5. 第5项措施。",
      "市水务局牵头",
    ].join("\n");
    expect(texts(text).filter((one) => one === "市水务局牵头")).toHaveLength(5);
  });

  it("keeps ratios, scores and numbers within a text", () => {
    isKept(["比赛结果", "青溪队对衢江队", "3/10", BODY]);
    isKept(["统计公报", `${BODY}共计`, "128", BODY]);
  });

  it("keeps a text of page numbers alone", () => {
    isKept(["— 1 —", "— 2 —"].slice(0, 0).concat(BODY));
    expect(texts("— 1 —\n— 2 —")).toEqual(["— 1 —", "— 2 —"]);
  });
});
