/** Longer lines are not searched for inline syntax beyond simple marks: no pattern may take its time over them. */
const MAX_LINE = 20_000;

/** The words of a line of Markdown, without its inline syntax. */
export function inlineText(line: string): string {
  if (line.length > MAX_LINE) return line;
  return line
    .replace(
      /!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)/g,
      "$1",
    )
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, "$1")
    .replace(
      /<\/?(?:br|b|i|em|strong|u|sup|sub|span|p|font|a|center)(?:\s[^<>]{0,500})?\/?>/gi,
      "",
    )
    .replace(/(\*{1,3})(?=\S)([^*\n]{1,2000}?\S|\S)\1/g, "$2")
    .replace(/(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,2000}?\S|\S)\1(?![\w_])/g, "$2")
    .replace(/~~(?=\S)([^~\n]{1,2000})~~/g, "$1")
    .replace(/(`{1,2})([^`\n]{1,2000})\1/g, "$2")
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~<])/g, "$1");
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
