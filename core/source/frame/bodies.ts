const SUFFIXES =
  "委员会|人民政府|政府|办公室|办公厅|秘书处|总局|[^结格大布]局|[^大客餐]厅|[省市县区党工州镇乡]委|部|国务院|法院|检察院|研究院|学院|医院|人大|大会|常委会|代表大会|全会|[^好到深]处|总署|公署|中心|公司|集团|大学|学校|党组|纪委监委|纪委|监委|领导小组|指挥部|协会|学会|总工会|工会|联合会|妇联|团委|银行|管委会|政协|联席会议|专班|党中央|中共中央|出版社|通讯社|社|组织部|宣传部";
const BODY = new RegExp(
  `(?:${SUFFIXES})(?:（[^（）]{1,20}）|\\([^()]{1,20}\\))?$`,
);
const BETWEEN = /(?:关于|印发|转发|批转|公布|发布)/;

/** Tells whether a short line names a body that issues documents ("中共衢州市委办公室"). */
export function isIssuingBody(text: string): boolean {
  const bare = text.trim();
  return (
    bare.length >= 3 &&
    bare.length <= 60 &&
    !/[。，；：:！？!?]/.test(bare) &&
    BODY.test(bare)
  );
}

/** Finds the issuing body that a title opens with: 中共衢州市委 of 中共衢州市委关于制定…的建议. */
export function issuingBodyOfTitle(title: string): string | null {
  const match = BETWEEN.exec(title.slice(0, 80));
  if (match === null || match.index < 3) return null;
  const body = title.slice(0, match.index).trim();
  return isIssuingBody(body) ? body : null;
}
