import { describe, expect, it } from "vitest";
import { blocksFromText } from "./blocks/from-text";
import { parseSource } from "./parse-source";

/** A text's structure, one line a paragraph: kind, level, marker, run-in heading (or -). */
function structure(text: string): readonly string[] {
  return parseSource(blocksFromText(text)).paragraphs.map(
    ({ kind, level, marker, runIn }) =>
      `${kind} ${level ?? "-"} ${marker ?? "-"} ${runIn ?? "-"}`,
  );
}

const metadata = (text: string) => parseSource(blocksFromText(text)).metadata;
const BODY =
  "各级各部门要深入学习领会，结合实际抓好贯彻落实，确保各项任务落到实处、见到成效。";
/** Lines under a title, so that the head of the document is out of the way. */
const under = (...lines: string[]) =>
  structure(["关于做好有关工作的通知", ...lines].join("\n")).slice(1);

describe("headings and their levels", () => {
  it("counts levels by the depth of the markers that the document uses", () => {
    expect(
      under(
        "一、总体要求",
        BODY,
        "（一）指导思想",
        BODY,
        "1. 坚持党的领导",
        BODY,
        "（1）压实责任",
        BODY,
        "①明确分工",
        BODY,
      ),
    ).toEqual([
      "heading 1 一、 -",
      "body - - -",
      "heading 2 （一） -",
      "body - - -",
      "heading 3 1. -",
      "body - - -",
      "heading 4 （1） -",
      "body - - -",
      "heading 5 ① -",
      "body - - -",
    ]);
  });

  it("starts at level 1 with whatever marker is the shallowest", () => {
    expect(
      under(
        "(一)总体要求",
        BODY,
        "1、坚持党的领导",
        BODY,
        "(二)重点任务",
        BODY,
        "1．夯实基础",
        BODY,
      ),
    ).toEqual([
      "heading 1 (一) -",
      "body - - -",
      "heading 2 1、 -",
      "body - - -",
      "heading 1 (二) -",
      "body - - -",
      "heading 2 1． -",
      "body - - -",
    ]);
  });

  it("knows 编, 章 and 节 and keeps articles as numbered paragraphs", () => {
    expect(
      under(
        "第一编　总论",
        "第一章　总则",
        "第一条　为了规范数据处理活动，保障数据安全，制定本法。",
        "第二条　在中华人民共和国境内开展数据处理活动，适用本法。国家另有规定的，从其规定。",
        "第二章　数据安全制度",
        "第一节　分类分级",
        "第三条　国家建立数据分类分级保护制度。",
      ),
    ).toEqual([
      "heading 1 第一编 -",
      "heading 2 第一章 -",
      "numbered - 第一条 -",
      "numbered - 第二条 -",
      "heading 2 第二章 -",
      "heading 3 第一节 -",
      "numbered - 第三条 -",
    ]);
  });

  it("takes an article alone on a short line for a heading", () => {
    expect(under("第一条 定义", BODY, "第二条 合作内容", BODY)).toEqual([
      "heading 1 第一条 -",
      "body - - -",
      "heading 1 第二条 -",
      "body - - -",
    ]);
  });

  it("takes what stands in lenticular brackets for an article's heading", () => {
    expect(
      under(
        "第一条 【立法目的】为了规范管理，制定本办法。",
        "第二条 【适用范围】本市行政区域内适用本办法。",
      ),
    ).toEqual([
      "numbered - 第一条 【立法目的】",
      "numbered - 第二条 【适用范围】",
    ]);
  });

  it("counts decimal numbers by their parts", () => {
    expect(
      under(
        "1 范围",
        BODY,
        "1.1 一般规定",
        BODY,
        "1.1.1 术语",
        BODY,
        "1.1.2 符号",
        BODY,
        "1.2 适用",
        BODY,
        "2 要求",
        BODY,
      ),
    ).toEqual([
      "heading 1 1 -",
      "body - - -",
      "heading 2 1.1 -",
      "body - - -",
      "heading 3 1.1.1 -",
      "body - - -",
      "heading 3 1.1.2 -",
      "body - - -",
      "heading 2 1.2 -",
      "body - - -",
      "heading 1 2 -",
      "body - - -",
    ]);
  });

  it("puts 1.1 one below 1.", () => {
    expect(
      under(
        "1. 总则",
        "1.1 目的",
        BODY,
        "1.2 依据",
        BODY,
        "2. 职责",
        "2.1 领导小组",
        BODY,
      ),
    ).toEqual([
      "heading 1 1. -",
      "heading 2 1.1 -",
      "body - - -",
      "heading 2 1.2 -",
      "body - - -",
      "heading 1 2. -",
      "heading 2 2.1 -",
      "body - - -",
    ]);
  });

  it("accepts headings that end in a full stop where text of their own follows", () => {
    expect(
      under(
        "一、提高政治站位。",
        BODY,
        "（一）加强组织领导。",
        BODY,
        "（二）强化督促检查。",
        BODY,
      ),
    ).toEqual([
      "heading 1 一、 -",
      "body - - -",
      "heading 2 （一） -",
      "body - - -",
      "heading 2 （二） -",
      "body - - -",
    ]);
  });

  it("accepts a heading as long as a sentence", () => {
    const long =
      "一、深入践行“八八战略”、全面贯彻殷殷嘱托,加快建设四省边际中心城市、打造长三角内陆开放桥头堡,奋力书写中国式现代化衢州实践的新篇章";
    expect(under(long, BODY, "二、健全机制", BODY)).toEqual([
      "heading 1 一、 -",
      "body - - -",
      "heading 1 二、 -",
      "body - - -",
    ]);
  });

  it("knows the words that are headings by themselves", () => {
    expect(under("前　言", BODY, "一、现状", BODY, "结语", BODY)).toEqual([
      "heading 1 - -",
      "body - - -",
      "heading 1 一、 -",
      "body - - -",
      "heading 1 - -",
      "body - - -",
    ]);
  });
});

describe("numbered paragraphs", () => {
  it("takes the first sentence for a run-in heading where text follows it", () => {
    expect(
      under(`（一）加强组织领导。${BODY}`, `（二）强化督促检查。${BODY}`),
    ).toEqual([
      "numbered - （一） 加强组织领导。",
      "numbered - （二） 强化督促检查。",
    ]);
  });

  it("finds the end of a run-in heading outside of quotation marks", () => {
    expect(under(`1. 弘扬“崇贤有礼。开放自信”精神！${BODY}`)).toEqual([
      "numbered - 1. 弘扬“崇贤有礼。开放自信”精神！",
    ]);
  });

  it("finds a run-in heading that a half-width full stop ends", () => {
    expect(under(`1.加快发展现代农业.${BODY}`)).toEqual([
      "numbered - 1. 加快发展现代农业.",
    ]);
  });

  it("sees no run-in heading in a single sentence", () => {
    expect(
      under(
        "1. 申请人的身份证明。",
        "2. 房屋权属证明。",
        "3. 其他需要提交的材料。",
      ),
    ).toEqual(["numbered - 1. -", "numbered - 2. -", "numbered - 3. -"]);
  });

  it("sees no run-in heading where the first sentence is one like the next", () => {
    expect(
      under(
        "1. 申请人应当提交书面申请。申请书应当载明下列事项。",
        "2. 2025年全市生产总值增长5.5%。其中，第一产业增长3%。",
        "3. 本办法自发布之日起施行。原办法同时废止。",
      ),
    ).toEqual(["numbered - 1. -", "numbered - 2. -", "numbered - 3. -"]);
  });

  it("keeps a list that a colon leads in as numbered paragraphs", () => {
    expect(
      under(
        "申请时提交以下材料：",
        "1. 身份证",
        "2. 户口簿",
        "3. 申请表",
        BODY,
      ),
    ).toEqual([
      "body - - -",
      "numbered - 1. -",
      "numbered - 2. -",
      "numbered - 3. -",
      "body - - -",
    ]);
  });

  it("keeps clauses that end in a semicolon as numbered paragraphs", () => {
    expect(
      under(
        "（一）年满十八周岁；",
        "（二）具有完全民事行为能力；",
        "（三）法律规定的其他条件。",
      ),
    ).toEqual([
      "numbered - （一） -",
      "numbered - （二） -",
      "numbered - （三） -",
    ]);
  });

  it("reads markers of any width, with any space after them", () => {
    expect(
      under(
        `１．加强领导。${BODY}`,
        `2、\u3000强化保障。${BODY}`,
        `3.\u00a0\u00a0压实责任。${BODY}`,
        `（４）严格考核。${BODY}`,
        `㈠落实政策。${BODY}`,
        `⑴统筹推进。${BODY}`,
        `⒈做好宣传。${BODY}`,
        `十一 、健全机制。${BODY}`,
      ).map((line) => line.split(" ")[2]),
    ).toEqual(["１．", "2、", "3.", "（４）", "㈠", "⑴", "⒈", "十一"]);
  });
});

describe("what merely begins like a marker", () => {
  it.each([
    "2025年，全市经济运行稳中向好，主要指标增速高于全省平均水平。",
    "10万元以上的项目，由市政府常务会议研究决定。",
    "3.5%的增速来之不易，要倍加珍惜。",
    "1.75左右的收入倍差，是全省最低水平之一。",
    "22.5平方公里的建成区面积为历年之最。",
    "5.1劳动节期间，全市接待游客再创新高。",
    "12.8 国家公祭日前后，各地开展纪念活动，参加人数众多。",
    "一是坚持党的全面领导，二是坚持以人民为中心。",
    "一、二、三产业融合发展取得新的进展，农民收入持续增加。",
    "一、二级保护动物的栖息地得到有效修复，种群数量稳步回升。",
    "1、2号楼已经封顶，预计明年交付使用。",
    "第一条经验是坚持党的领导，这是做好一切工作的根本保证。",
    "第三条规定的情形，由县级以上人民政府处理，并报上级备案。",
    "第一节课上，老师给同学们讲了衢州的历史，大家听得津津有味。",
    "第十五个五年规划是承上启下的规划，意义十分重大。",
    "（二十届四中全会）提出的各项任务，要逐条逐项抓好落实。",
    "（一）（二）项所列材料，由申请人一并提交。",
    "①②两项合并计算，不得重复申报。",
    "附件中所列的事项，由各责任单位按照职责分工负责落实。",
    "4+1重要要求为衢州发展指明了方向，必须长期坚持。",
    "8090+新时代理论宣讲工作成果持续放大，影响不断扩大。",
    "1-6月份，全市规上工业增加值同比增长8.2%。",
    "1/3以上的委员提议，可以召开临时会议。",
    "三大差距持续缩小，城乡居民收入倍差逐年下降。",
  ])("is running text: %s", (line) => {
    expect(under(BODY, line, BODY)).toEqual([
      "body - - -",
      "body - - -",
      "body - - -",
    ]);
  });

  it("is a marker all the same where a date or a number of things follows it", () => {
    expect(
      under(
        `1、2025年目标。${BODY}`,
        `2.“十五五”目标。${BODY}`,
        "二、三大任务",
        BODY,
      ).map((line) => line.slice(0, 14)),
    ).toEqual(
      [
        "numbered - 1、 ",
        "numbered - 2. ",
        "heading 1 二、 -",
        "body - - -",
      ].map((line) => line.slice(0, 14)),
    );
  });

  it("is a marker where it continues a sequence, spaces or not", () => {
    expect(
      under("第一条为了规范管理，制定本办法。", "第二条本市范围内适用本办法。"),
    ).toEqual(["numbered - 第一条 -", "numbered - 第二条 -"]);
  });
});

describe("items", () => {
  it.each(["——", "—", "――", "──", "－－", "--"])(
    "opens an item with %s",
    (dash) => {
      expect(under(BODY, `${dash}综合实力显著提升。`)).toEqual([
        "body - - -",
        `item - ${dash} -`,
      ]);
    },
  );

  it("opens an item with a bullet", () => {
    expect(
      under(
        BODY,
        "• 综合实力显著提升。",
        "● 科技创新支撑有力。",
        "- 改革开放不断深化。",
        "·城乡融合持续推进。",
      ),
    ).toEqual([
      "body - - -",
      "item - • -",
      "item - ● -",
      "item - - -",
      "item - · -",
    ]);
  });
});

describe("the head of a document", () => {
  it("has no title where the text begins at once", () => {
    expect(metadata(`${BODY}\n${BODY}`).title).toBeNull();
    expect(structure(`一、总体要求\n${BODY}`)).toEqual([
      "heading 1 一、 -",
      "body - - -",
    ]);
    expect(structure("")).toEqual([]);
    expect(structure("衢州")).toEqual(["body - - -"]);
  });

  it("reads an official document with its number, addressee, signature and date", () => {
    const text = [
      "中共衢州市委文件",
      "衢委发〔2025〕1号",
      "中共衢州市委　衢州市人民政府",
      "关于进一步优化营商环境的意见",
      "各县（市、区）党委和人民政府，市直属各单位：",
      BODY,
      "一、总体要求",
      BODY,
      "附件：1.重点任务清单",
      "2.责任分工表",
      "中共衢州市委",
      "衢州市人民政府",
      "二〇二五年十二月八日",
      "（此件公开发布）",
      "抄送：市人大常委会、市政协办公室。",
      "中共衢州市委办公室　2025年12月9日印发",
    ].join("\n");
    expect(metadata(text)).toMatchObject({
      title: "中共衢州市委　衢州市人民政府关于进一步优化营商环境的意见",
      issuingBody: "中共衢州市委　衢州市人民政府",
      documentNumber: "衢委发〔2025〕1号",
      date: "2025-12-08",
    });
    expect(structure(text).map((line) => line.split(" ")[0])).toEqual([
      "meta",
      "meta",
      "title",
      "body",
      "body",
      "heading",
      "body",
      "body",
      "numbered",
      "meta",
      "meta",
      "meta",
      "meta",
      "meta",
      "meta",
    ]);
  });

  it("finds the issuing body in a metadata line or in the signature where the title has none", () => {
    expect(
      metadata(
        `关于做好有关工作的通知\n发文机关：衢州市发展和改革委员会\n${BODY}`,
      ).issuingBody,
    ).toBe("衢州市发展和改革委员会");
    expect(
      metadata(`关于做好有关工作的通知\n${BODY}\n衢州市财政局\n2025年3月1日`),
    ).toMatchObject({
      issuingBody: "衢州市财政局",
      date: "2025-03-01",
    });
    expect(
      metadata(`国务院办公厅关于印发《方案》的通知\n${BODY}`).issuingBody,
    ).toBe("国务院办公厅");
    expect(metadata(`关于做好有关工作的通知\n${BODY}`).issuingBody).toBeNull();
  });

  it("joins a title that is broken over lines", () => {
    const text = `中共衢州市委关于制定衢州市国民经济和\n社会发展第十五个五年规划的建议\n${BODY}`;
    expect(metadata(text).title).toBe(
      "中共衢州市委关于制定衢州市国民经济和社会发展第十五个五年规划的建议",
    );
    expect(structure(text)).toHaveLength(2);
  });

  it("keeps a title's second line a title", () => {
    const text = `高举中国特色社会主义伟大旗帜 为全面建设社会主义现代化国家而团结奋斗\n——在中国共产党第二十次全国代表大会上的报告\n（2022年10月16日）\n习近平\n${BODY}`;
    expect(structure(text).map((line) => line.split(" ")[0])).toEqual([
      "title",
      "title",
      "meta",
      "meta",
      "body",
    ]);
    expect(metadata(text)).toMatchObject({ date: "2022-10-16" });
    expect(metadata(text).title).toContain("奋斗——在中国共产党");
  });

  it("reads the note that says how a law was adopted", () => {
    const text =
      "中华人民共和国数据安全法\n（2021年6月10日第十三届全国人民代表大会常务委员会第二十九次会议通过）\n第一章　总则\n第一条　为了规范数据处理活动，制定本法。";
    expect(metadata(text)).toMatchObject({
      title: "中华人民共和国数据安全法",
      date: "2021-06-10",
    });
    expect(structure(text)[1]).toBe("meta - - -");
  });

  it("reads the lines of a news site", () => {
    const text = `首页 > 政务公开 > 政策解读\n衢州“十五五”怎么干\n2025-12-08 10:22\u3000来源：衢州日报\u3000作者：张三\u3000责任编辑：李四\n【字号：大 中 小】\n${BODY}\n（来源：新华社）`;
    expect(metadata(text)).toMatchObject({
      title: "衢州“十五五”怎么干",
      date: "2025-12-08",
      source: "衢州日报",
      column: "政策解读",
    });
    expect(structure(text).map((line) => line.split(" ")[0])).toEqual([
      "meta",
      "title",
      "meta",
      "meta",
      "body",
      "meta",
    ]);
  });

  it("does not take a labelled sentence within the text for metadata", () => {
    expect(
      under(BODY, "时间：2025年12月8日上午9时，地点：市行政中心。", BODY),
    ).toEqual(["body - - -", "body - - -", "body - - -"]);
  });
});

describe("real papers, shortened", () => {
  const kinds = (text: string) =>
    structure(text)
      .map((line) => line.split(" ")[0]?.slice(0, 4))
      .join(" ");

  it("reads a notice with red head, signature, annexes and imprint", () => {
    const text = `索 引 号：002618013/2025-00123
衢州市人民政府办公室文件
衢政办发〔2025〕18号
──────────
衢州市人民政府办公室关于印发衢州市推动低空经济发展若干政策的通知
各县（市、区）人民政府，市政府各部门、直属各单位：
\u3000\u3000《若干政策》已经市政府同意，现印发给你们，请认真贯彻执行。
\u3000\u3000附件：1.衢州市推动低空经济发展若干政策
\u3000\u3000      2.重点任务责任分工
衢州市人民政府办公室
2025年6月3日
（此件公开发布）
附件1
衢州市推动低空经济发展若干政策
为抢抓低空经济发展机遇，培育新质生产力，制定如下政策。
一、培育低空产业
（一）支持整机制造。对年产值首次达到1亿元的企业，给予50万元奖励。
二、附则
（二）本政策自2025年7月1日起施行，有效期至2027年12月31日。
抄送：市委各部门，市人大常委会、市政协办公室。
衢州市人民政府办公室\u3000\u30002025年6月3日印发`;
    expect(kinds(text)).toBe(
      "meta meta meta meta titl body body body numb meta meta meta head titl body head numb head numb meta meta",
    );
    expect(metadata(text)).toMatchObject({
      column: null,
      issuingBody: "衢州市人民政府办公室",
      documentNumber: "衢政办发〔2025〕18号",
      date: "2025-06-03",
    });
  });

  it("reads a law with its contents", () => {
    const text = `中华人民共和国民营经济促进法
（2025年4月30日第十四届全国人民代表大会常务委员会第十五次会议通过）
目\u3000\u3000录
第一章\u3000总\u3000\u3000则
第二章\u3000附\u3000\u3000则
第一章\u3000总\u3000\u3000则
第一条\u3000为优化民营经济发展环境，根据宪法，制定本法。
第二条\u3000促进民营经济发展工作坚持中国共产党的领导。坚持社会主义基本经济制度。
国家坚持依法鼓励、支持、引导民营经济发展。
有下列情形之一的，依法处理：
（一）滥用行政权力的；
（二）其他违法情形。
第二章\u3000附\u3000\u3000则
第三条\u3000本法自2025年5月20日起施行。`;
    expect(kinds(text)).toBe(
      "titl meta meta meta meta head numb numb body body numb numb head numb",
    );
    expect(
      parseSource(blocksFromText(text)).paragraphs.every(
        ({ runIn }) => runIn === null,
      ),
    ).toBe(true);
  });

  it("reads minutes, whose 一、 are sentences and not headings", () => {
    const text = `市政府第50次常务会议纪要
2025年11月5日，市长主持召开市政府第50次常务会议。现纪要如下：
一、会议听取了市发展改革委关于规划纲要编制情况的汇报，原则同意纲要草案。
二、会议审议了《衢州市数据条例（草案）》，要求修改完善后按程序报批。
出席：张三、李四、王五`;
    expect(kinds(text)).toBe("titl body numb numb body");
  });

  it("reads a report with the date in its second line", () => {
    const text = `政府工作报告
——2025年1月10日在衢州市第八届人民代表大会第五次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
（一）经济运行稳中向好。全市生产总值增长6.5%，收入增长5%。
二、2025年工作安排
（一）聚力产业升级
1.做强先进制造业。实施培育工程，推动产业集聚发展。`;
    expect(kinds(text)).toBe("titl titl body body head numb head head numb");
    expect(metadata(text).date).toBe("2025-01-10");
  });

  it("reads a contract, whose articles are headings and whose clauses are not", () => {
    const text = `技术服务合同
甲方：衢州某某公司
第一条 服务内容
1.1 乙方为甲方提供数据治理服务。
1.2 服务期限为12个月，自合同签订之日起计算。
第二条 争议解决
双方协商解决；协商不成的，向甲方所在地人民法院起诉。
甲方（盖章）：`;
    expect(kinds(text)).toBe("titl body head numb numb head body body");
  });
});

describe("contents and annexes", () => {
  it("sets a table of contents aside", () => {
    const text = [
      "衢州市综合交通运输发展规划",
      "目　录",
      "一、发展基础……………………1",
      "（一）现状..........2",
      "二、总体要求\t5",
      "一、发展基础",
      BODY,
      "（一）现状",
      BODY,
      "二、总体要求",
      BODY,
    ];
    expect(structure(text.join("\n")).map((line) => line.slice(0, 9))).toEqual([
      "title - -",
      "meta - - ",
      "meta - - ",
      "meta - - ",
      "meta - - ",
      "heading 1",
      "body - - ",
      "heading 2",
      "body - - ",
      "heading 1",
      "body - - ",
    ]);
  });

  it("sets a table of contents without page numbers aside", () => {
    expect(
      under(
        "目录",
        "一、发展基础",
        "二、总体要求",
        "一、发展基础",
        BODY,
        "二、总体要求",
        BODY,
      ).map((line) => line.slice(0, 9)),
    ).toEqual([
      "meta - - ",
      "meta - - ",
      "meta - - ",
      "heading 1",
      "body - - ",
      "heading 1",
      "body - - ",
    ]);
  });

  it("opens an annex at level 1 and counts what it holds below it", () => {
    expect(
      under(
        "一、总体要求",
        BODY,
        "（一）目标",
        BODY,
        "附件1",
        "重点任务清单",
        "一、产业",
        BODY,
        "附表2　主要指标",
        BODY,
      ),
    ).toEqual([
      "heading 1 一、 -",
      "body - - -",
      "heading 2 （一） -",
      "body - - -",
      "heading 1 附件1 -",
      "title - - -",
      "heading 2 一、 -",
      "body - - -",
      "heading 1 附表2 -",
      "body - - -",
    ]);
  });

  it("sees the title of a document that a notice passes on", () => {
    const text = [
      "衢州市人民政府关于印发《衢州市科技创新办法》的通知",
      "各县（市、区）人民政府：",
      BODY,
      "衢州市人民政府",
      "2025年12月8日",
      "衢州市科技创新办法",
      "第一章　总则",
      "第一条　为了鼓励创新，制定本办法。",
    ];
    expect(
      structure(text.join("\n")).map((line) => line.split(" ")[0]),
    ).toEqual([
      "title",
      "body",
      "body",
      "meta",
      "meta",
      "title",
      "heading",
      "numbered",
    ]);
    expect(metadata(text.join("\n")).title).toBe(text[0]);
  });
});
