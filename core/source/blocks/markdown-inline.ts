import { placeholder } from "@/core/source/placeholder";
import {
  remark,
  type RemarkKind,
  type SourceRemark,
} from "@/core/source/remark";
import { raiseText } from "@/core/text/raised";

/** Longer lines are not searched for inline syntax beyond simple marks: no pattern may take its time over them. */
const MAX_LINE = 20_000;
const COMMENT = /<!--(.{0,2000}?)-->/gs;
const CODE = /(`{1,2})([^`\n]{1,2000})\1/g;
const PICTURE =
  /!\[([^[\]]{0,500})\](?:\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)|\[[^[\]]{0,200}\])/g;
const IMAGE = /<img\b([^<>]{0,1000})>/gi;
const STRUCK =
  /~~(?=\S)([^~\n]{1,2000})~~|<(del|s|strike)(?:\s[^<>]{0,500})?>([^<>]{0,2000})<\/\2>/gi;
const RAISED = /<(sup|sub)(?:\s[^<>]{0,500})?>([^<>]{0,500})<\/\1>/gi;
const NOTE_MARK = /\[\^([^[\]\s]{1,60})\]/g;
/** Stands for what was taken out of a line while its syntax is read; texts have no such character. */
const HELD = /\0(\d+)\0/g;

/** The words of a piece of Markdown, with remarks on what was left out of them. */
export type InlineWords = {
  readonly text: string;
  readonly remarks: readonly SourceRemark[];
};

type Held = {
  readonly text: string;
  readonly kind: RemarkKind | null;
  readonly detail: string | null;
};

/** Reads a line of Markdown: its inline syntax goes, its words stay, what is struck out is left out. */
export function inlineWords(line: string): InlineWords {
  if (line.length > MAX_LINE) return { text: line, remarks: [] };
  const held: Held[] = [];
  const hold = (
    text: string,
    kind: RemarkKind | null = null,
    detail: string | null = null,
  ) => `\0${held.push({ text, kind, detail }) - 1}\0`;
  const taken = line
    .replaceAll("\0", "\ufffd")
    .replace(CODE, (_, _ticks, code: string) => hold(code))
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~<])/g, (_, char: string) => hold(char))
    .replace(COMMENT, (_, words: string) => hold("", "comment", words))
    .replace(STRUCK, (_, words?: string, _tag?: string, inner?: string) =>
      hold("", "struck-out", bareWords(words ?? inner ?? "", held)),
    )
    .replace(PICTURE, (_, alt: string) => holdPicture(alt, hold))
    .replace(IMAGE, (_, attributes: string) => {
      const alt = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
      return holdPicture(alt?.[1] ?? alt?.[2] ?? "", hold);
    })
    .replace(RAISED, (_, tag: string, words: string) => {
      const raise = tag.toLowerCase() === "sup" ? "superscript" : "subscript";
      const { text, isExact } = raiseText(words, raise);
      return hold(text, isExact ? null : "superscript", words);
    })
    .replace(NOTE_MARK, (_, label: string) =>
      hold(`[${label}]`, "footnote", label),
    );
  return release(withoutSyntax(taken), held);
}

/** The words of a line of Markdown, without its inline syntax. */
export function inlineText(line: string): string {
  return inlineWords(line).text;
}

function holdPicture(
  alt: string,
  hold: (text: string, kind: RemarkKind, detail: string | null) => string,
): string {
  const words = alt.trim() === "" ? null : alt.trim();
  if (words !== null && [...words].length === 1)
    return hold(words, "symbol", words);
  return hold(placeholder("picture", words), "picture", words);
}

function withoutSyntax(line: string): string {
  return line
    .replace(
      /\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)/g,
      "$1",
    )
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, "$1")
    .replace(
      /<\/?(?:br|b|i|em|strong|u|ins|mark|sup|sub|span|p|font|a|center)(?:\s[^<>]{0,500})?\/?>/gi,
      "",
    )
    .replace(/(\*{1,3})(?=\S)([^*\n]{1,2000}?\S|\S)\1/g, "$2")
    .replace(
      /(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,2000}?\S|\S)\1(?![\w_])/g,
      "$2",
    );
}

function bareWords(words: string, held: readonly Held[]): string {
  return withoutSyntax(words).replace(
    HELD,
    (_, index: string) => held[Number(index)]?.text ?? "",
  );
}

/** Puts what was held back at its place. */
function release(line: string, held: readonly Held[]): InlineWords {
  const remarks: SourceRemark[] = [];
  let text = "";
  let from = 0;
  for (const match of line.matchAll(HELD)) {
    text += line.slice(from, match.index);
    from = match.index + match[0].length;
    const one = held[Number(match[1])];
    if (one === undefined) continue;
    if (one.kind !== null)
      remarks.push(remark(one.kind, text.length, one.detail));
    text += one.text;
  }
  return { text: text + line.slice(from), remarks };
}

/** How many characters at the start of a line's words stand in bold; a marker before them counts in. */
export function leadOf(line: string): number {
  const match = /^(\s*[^*\s]{0,8}\s*)\*\*([^*\n]{1,200})\*\*(?=\s*\S)/.exec(
    line,
  );
  if (match === null) return 0;
  return inlineText(`${match[1] ?? ""}${match[2] ?? ""}`).trimStart().length;
}

/** Tells whether a line is the rule under a table's head. */
export function isDelimiterRow(line: string): boolean {
  return (
    line.length < 2000 &&
    line.includes("-") &&
    /^[\s|:-]+$/.test(line) &&
    line.includes("|")
  );
}

/** The cells of a table row; an escaped bar is text. */
export function cellsOf(row: string): readonly string[] {
  const bare = row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return bare
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}
