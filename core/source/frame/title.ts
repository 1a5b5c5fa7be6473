import type { Line } from "@/core/source/line";
import { isNamedHeading } from "@/core/source/body/headings";
import { isIssuingBody } from "./bodies";
import { readNotice } from "./notices";

/** What official documents call themselves, at the end of their titles. */
const GENRE =
  /(?:建议|意见|决定|决议|命令|令|公报|公告|通告|通知|通报|报告|请示|批复|议案|函|纪要|办法|规定|条例|细则|规划|纲要|方案|计划|要点|指南|标准|规则|章程|法|准则|讲话|致辞|演讲|解读|清单|目录|说明|规范|制度|总结|倡议书|公约|宪法|预案|措施|政策|白皮书|声明|宣言|协定|合同|协议|书)(?:[（(][^（）()]{1,20}[）)])?$/;
const MAX_TITLE = 100;

/** Tells whether a line's words end as a title does ("…的建议", "…办法（试行）"). */
export function endsAsTitle(text: string): boolean {
  return GENRE.test(text.slice(-60));
}

/** Tells whether a line could be a title: short, no sentence, no marker, no notice. */
export function mayBeTitle(line: Line): boolean {
  const { text } = line;
  if (line.kind !== null || line.marker !== null || line.block.table !== null)
    return false;
  if (text.length > MAX_TITLE || text.includes("\n") || isNamedHeading(text))
    return false;
  return (
    !/[。；;，,、：:]$/.test(text) &&
    !/[。；;]/.test(text) &&
    readNotice(text) === null
  );
}

/** Finds the title among the lines of a document's head; null where it has none. */
export function findTitle(lines: readonly Line[], to: number): number | null {
  let best: { readonly index: number; readonly score: number } | null = null;
  const soleTop = lines.filter((line) => line.block.heading === 1).length === 1;
  for (let index = 0; index < to; index += 1) {
    const line = lines[index];
    if (line === undefined || !mayBeTitle(line)) continue;
    const score = scoreTitle(line, lines[index + 1], soleTop) - index / 4;
    if (best === null || score > best.score) best = { index, score };
  }
  return best?.index ?? null;
}

/** Weights: what the file says outweighs the words, the words outweigh the length, and the earlier line wins a tie. */
function scoreTitle(
  line: Line,
  next: Line | undefined,
  soleTop: boolean,
): number {
  const { text, block } = line;
  let score = 0;
  if (block.role === "title") score += 100;
  if (block.heading === 1 && soleTop) score += 50;
  if (block.heading !== null) score += 10;
  if (endsAsTitle(text)) score += 20;
  if (/关于|印发|在.{2,30}上的/.test(text)) score += 10;
  if (text.length >= 9) score += 8;
  if (/文件$/.test(text) || isIssuingBody(text)) score -= 12;
  if (next !== undefined && readNotice(next.text) !== null) score += 6;
  return score;
}

/** The lines that one title is broken over: "衢州市人民政府" and "关于印发…的通知" are one. */
export function titleSpan(
  lines: readonly Line[],
  index: number,
): { readonly from: number; readonly to: number } {
  let from = index;
  let to = index + 1;
  while (
    from > 0 &&
    index - from < 2 &&
    continuesInto(lines[from - 1], lines[from])
  )
    from -= 1;
  while (
    to < lines.length &&
    to - index < 3 &&
    continuesInto(lines[to - 1], lines[to])
  )
    to += 1;
  return { from, to };
}

function continuesInto(
  line: Line | undefined,
  next: Line | undefined,
): boolean {
  if (
    line === undefined ||
    next === undefined ||
    !mayBeTitle(line) ||
    !mayBeTitle(next)
  )
    return false;
  if (
    next.block.role !== line.block.role ||
    next.block.heading !== line.block.heading
  )
    return false;
  if (
    isIssuingBody(line.text) &&
    /^(?:关于|印发|转发|批转|公布)/.test(next.text)
  )
    return true;
  const opens =
    (line.text.match(/[《（(“]/g) ?? []).length >
    (line.text.match(/[》）)”]/g) ?? []).length;
  return (
    opens ||
    (/关于/.test(line.text) &&
      !endsAsTitle(line.text) &&
      endsAsTitle(next.text) &&
      !/关于/.test(next.text))
  );
}
