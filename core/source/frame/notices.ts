import type { MetadataField } from "@/core/source/paragraph";
import { fieldOf, readLabels } from "./labels";
import { findDate, isDate } from "@/core/text/chinese-dates";

const DOCUMENT_NUMBER =
  /^[（(]?([\p{Script=Han}A-Za-z]{1,20}\s{0,3}[〔[［(（【]\s{0,2}(?:19|20)\d{2}\s{0,2}[〕\]］)）】]\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}号)[)）]?$/u;
const ORDER_NUMBER =
  /^[（(]?(第\s{0,2}[\d一二三四五六七八九十百〇零]{1,6}\s{0,2}号)[)）]?$/;
const ADOPTED =
  /^[（(].*(?:通过|公布|发布|批准|修订|修正|修改|施行|印发|颁布).*[)）]$/s;
const PUBLIC =
  /^[（(](?:此件|本件)?.{0,12}(?:公开|不予公开|全文公布).{0,12}[)）]$/;
const COPIES = /^(?:抄\s{0,4}送|抄\s{0,4}报|分\s{0,4}送|主题词)\s{0,3}[:：]/;
const PRINTED = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日\s{0,4}印\s{0,2}发$/;
const FURNITURE =
  /^[【［[（(]?(?:打印(?:本页|此页)?|关闭(?:本页|窗口)?|分享(?:到)?|收藏|返回(?:顶部|首页|列表)?|[上下]一[篇条页][:：]?.{0,60}|扫一扫.{0,30}|相关(?:链接|附件|文档|解读)|字[号体]\s?[:：]?.{0,20}|[大中小](?:\s[大中小])+)[】］\])）]?$/;
const CRUMBS =
  /^(?:当前位置|您(?:现在)?(?:的|所在的)?位置|首\s?页)\s?[:：]?.{0,20}(?:>|›|»|》|→|\/|-{1,2}>)/;

/** Reads a line that speaks of the document rather than being its text; null where it is text. */
export function readNotice(text: string): readonly MetadataField[] | null {
  if (text.length > 400) return null;
  if (CRUMBS.test(text)) return crumbs(text);
  if (FURNITURE.test(text)) return [fieldOf("other", text)];
  const number = (DOCUMENT_NUMBER.exec(text) ?? ORDER_NUMBER.exec(text))?.[1];
  if (number !== undefined) return [fieldOf("documentNumber", text, number)];
  return readLabels(text) ?? readDated(text);
}

function readDated(text: string): readonly MetadataField[] | null {
  if (isDate(text)) return [fieldOf("date", text)];
  if (ADOPTED.test(text) && findDate(text) !== null)
    return [fieldOf("other", text)];
  if (text.startsWith("（") || text.startsWith("("))
    return readLabelsInBrackets(text);
  return null;
}

function readLabelsInBrackets(text: string): readonly MetadataField[] | null {
  return PUBLIC.test(text) ? [fieldOf("other", text)] : null;
}

/** Reads a line that only the end of a document has: who gets copies, when it was printed. */
export function readImprint(text: string): readonly MetadataField[] | null {
  if (text.length > 400) return null;
  return COPIES.test(text) || PRINTED.test(text) || PUBLIC.test(text)
    ? [fieldOf("other", text)]
    : null;
}

function crumbs(text: string): readonly MetadataField[] {
  const last = text
    .split(/>|›|»|》|→|\//)
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "正文")
    .at(-1);
  return last === undefined
    ? [fieldOf("other", text)]
    : [lastField(text, last)];
}

function lastField(text: string, value: string): MetadataField {
  const from = text.lastIndexOf(value);
  return { key: "column", label: null, value, from, to: from + value.length };
}
