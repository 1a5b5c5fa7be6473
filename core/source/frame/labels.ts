import { findDate } from "@/core/text/chinese-dates";
import {
  METADATA_KEYS,
  type MetadataField,
  type MetadataKey,
} from "@/core/source/paragraph";

/** Labels of metadata lines as government and news sites print them. */
const LABELS: Readonly<Partial<Record<MetadataKey, string>>> = {
  publisher: "发布人 发布者 发布单位 发布机构 发布部门 信息提供 供稿单位",
  issuingBody:
    "发文机关 发文机构 发文单位 制定机关 公布机关 颁布机关 颁布单位 发布机关 印发机关",
  date: "发布时间 发布日期 发文日期 成文日期 印发日期 公布日期 颁布日期 生成日期 时间 日期",
  source: "来源 信息来源 文章来源 稿件来源 新闻来源 资料来源 稿源 出处",
  sourceAddress: "原文链接 原文地址 来源网址 链接 网址",
  author: "作者 撰稿 记者 通讯员",
  views:
    "浏览次数 浏览量 点击数 点击量 点击次数 阅读次数 阅读量 访问次数 访问量 阅读 点击 浏览 人气",
  documentNumber: "文号 发文字号 发文文号 文件编号",
  other:
    "索引号 信息索引号 统一编号 主题分类 主题词 组配分类 体裁分类 公开方式 公开形式 公开时限 公开范围 公开程序 公开日期 有效性 时效性 效力状态 失效日期 废止日期 施行日期 实施日期 更新时间 更新日期 责任编辑 责编 编辑 校对 审核 审核人 初审 复审 终审 字号 字体 字体大小 保护视力色 分享 分享到 抄送 主送 名称 标题",
  column: "栏目 所属栏目 当前位置 您的位置 您所在的位置 位置",
};
const KEYS = new Map(
  METADATA_KEYS.flatMap((key) =>
    (LABELS[key] ?? "").split(" ").map((label) => [label, key] as const),
  ),
);

/** Longer lines are text, whatever they contain. */
const MAX_LINE = 400;
const LABEL = new RegExp(
  `(?<![\\p{Script=Han}])(${[...KEYS.keys()]
    .filter((label) => label !== "")
    .sort((one, other) => other.length - one.length)
    // Labels are often spread with spaces to one width.
    .map((label) => [...label].join("\\s{0,4}"))
    .join("|")})\\s{0,3}[:：]`,
  "gu",
);
const EDGES = /^[\s【［[（(|｜\-—·;；,，]+|[\s】］\]）)|｜\-—·;；,，]+$/g;

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
      KEYS.get(label) ?? "other",
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
