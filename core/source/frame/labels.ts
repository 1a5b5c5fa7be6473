import { findDate } from "@/core/text/chinese-dates";
import type { MetadataField, MetadataKey } from "@/core/source/paragraph";

/** Labels of metadata lines as government and news sites print them. */
const LABELS: Readonly<Record<string, MetadataKey>> = {
  发布人: "publisher",
  发布者: "publisher",
  发布单位: "publisher",
  发布机构: "publisher",
  发布部门: "publisher",
  信息提供: "publisher",
  供稿单位: "publisher",
  发文机关: "issuingBody",
  发文机构: "issuingBody",
  发文单位: "issuingBody",
  制定机关: "issuingBody",
  公布机关: "issuingBody",
  颁布机关: "issuingBody",
  颁布单位: "issuingBody",
  发布机关: "issuingBody",
  印发机关: "issuingBody",
  发布时间: "date",
  发布日期: "date",
  发文日期: "date",
  成文日期: "date",
  印发日期: "date",
  公布日期: "date",
  颁布日期: "date",
  生成日期: "date",
  时间: "date",
  日期: "date",
  来源: "source",
  信息来源: "source",
  文章来源: "source",
  稿件来源: "source",
  新闻来源: "source",
  资料来源: "source",
  稿源: "source",
  出处: "source",
  原文链接: "sourceAddress",
  原文地址: "sourceAddress",
  来源网址: "sourceAddress",
  链接: "sourceAddress",
  网址: "sourceAddress",
  作者: "author",
  撰稿: "author",
  记者: "author",
  通讯员: "author",
  浏览次数: "views",
  浏览量: "views",
  点击数: "views",
  点击量: "views",
  点击次数: "views",
  阅读次数: "views",
  阅读量: "views",
  访问次数: "views",
  访问量: "views",
  阅读: "views",
  点击: "views",
  浏览: "views",
  人气: "views",
  文号: "documentNumber",
  发文字号: "documentNumber",
  发文文号: "documentNumber",
  文件编号: "documentNumber",
  索引号: "other",
  信息索引号: "other",
  统一编号: "other",
  主题分类: "other",
  主题词: "other",
  组配分类: "other",
  体裁分类: "other",
  公开方式: "other",
  公开形式: "other",
  公开时限: "other",
  公开范围: "other",
  公开程序: "other",
  公开日期: "other",
  有效性: "other",
  时效性: "other",
  效力状态: "other",
  失效日期: "other",
  废止日期: "other",
  施行日期: "other",
  实施日期: "other",
  更新时间: "other",
  更新日期: "other",
  责任编辑: "other",
  责编: "other",
  编辑: "other",
  校对: "other",
  审核: "other",
  审核人: "other",
  初审: "other",
  复审: "other",
  终审: "other",
  字号: "other",
  字体: "other",
  字体大小: "other",
  保护视力色: "other",
  分享: "other",
  分享到: "other",
  抄送: "other",
  主送: "other",
  栏目: "column",
  所属栏目: "column",
  当前位置: "column",
  您的位置: "column",
  您所在的位置: "column",
  位置: "column",
  名称: "other",
  标题: "other",
};

/** Longer lines are text, whatever they contain. */
const MAX_LINE = 400;
const LABEL = new RegExp(
  `(?<![\\p{Script=Han}])(${Object.keys(LABELS)
    .sort((one, other) => other.length - one.length)
    // Labels are often spread to one width: "来　　源：".
    .map((label) => [...label].join("[\\s ]{0,4}"))
    .join("|")})[\\s ]{0,3}[:：]`,
  "gu",
);
const EDGES = /^[\s 【［\[（(|｜\-—·;；,，]+|[\s 】］\]）)|｜\-—·;；,，]+$/g;

/**
 * Reads a line of labelled fields ("发布人:… 发布时间:2025-12-08"); null where it is none. What stands before the first
 * label must be a date or a name, or the line is a sentence that happens to contain a label.
 */
export function readLabels(text: string): readonly MetadataField[] | null {
  if (text.length > MAX_LINE) return null;
  const found = [...text.matchAll(LABEL)];
  const first = found[0];
  if (first === undefined) return null;
  const lead = text.slice(0, first.index).trim();
  if (lead.length > 30 || /[。，；！？]/.test(lead)) return null;
  const fields = found.flatMap((match, index) => {
    const label = (match[1] ?? "").replace(/\s/g, "");
    return cutField(
      text,
      LABELS[label] ?? "other",
      label,
      match.index + match[0].length,
      found[index + 1]?.index ?? text.length,
    );
  });
  return numberKeys([...leadFields(text, first.index), ...fields]);
}

function leadFields(text: string, to: number): readonly MetadataField[] {
  const date = findDate(text.slice(0, to));
  if (date === null) return cutField(text, "other", null, 0, to);
  return cutField(text, "date", null, 0, to);
}

function cutField(
  text: string,
  key: MetadataKey,
  label: string | null,
  from: number,
  to: number,
): readonly MetadataField[] {
  const raw = text.slice(from, to);
  const value = trimEdges(raw, key);
  if (value === "") return [];
  const start = from + raw.indexOf(value);
  return [{ key, label, value, from: start, to: start + value.length }];
}

function trimEdges(raw: string, key: MetadataKey): string {
  // A bracket that belongs to the value is kept: 衢委发〔2025〕1号, （2025）3号.
  const trimmed = raw.trim();
  if (key === "documentNumber" || /^[（(【[][^（(【[]*[）)】\]]$/.test(trimmed))
    return trimmed;
  const cut = trimmed.replace(EDGES, "");
  const opens = (cut.match(/[（(【[]/g) ?? []).length;
  const closes = (cut.match(/[）)】\]]/g) ?? []).length;
  return opens > closes
    ? trimmed.replace(/^[\s|｜\-—·;；,，]+|[\s|｜\-—·;；,，]+$/g, "")
    : cut;
}

/** Gives a repeated key its number, so that a field is known by its key alone: "other", "other-2". */
export function numberKeys(
  fields: readonly MetadataField[],
): readonly MetadataField[] {
  const counts = new Map<string, number>();
  return fields.map((field) => {
    const count = (counts.get(field.key) ?? 0) + 1;
    counts.set(field.key, count);
    return count === 1 ? field : { ...field, key: `${field.key}-${count}` };
  });
}

/** A field that is the whole of a text, or one part of it. */
export function fieldOf(
  key: MetadataKey,
  text: string,
  value: string = text,
): MetadataField {
  const from = text.indexOf(value);
  return { key, label: null, value, from, to: from + value.length };
}
