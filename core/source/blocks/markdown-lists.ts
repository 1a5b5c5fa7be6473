const ENTRY = /^(\s{0,12})(\d{1,9})([.)])(?=\s+\S)/;

/**
 * Writes the numbers of ordered lists as Markdown shows them: a list whose entries all have one number ("1." "1." "1.")
 * counts on from it. Numbers that a writer counted are kept as typed.
 */
export function countEntries(lines: readonly string[]): readonly string[] {
  let before: { indent: string; typed: number; shown: number } | null = null;
  return lines.map((line) => {
    const entry = ENTRY.exec(line);
    if (entry === null) {
      // An indented line or an empty one belongs to the entry above; a line at the margin ends the list.
      if (/^\S/.test(line)) before = null;
      return line;
    }
    const [, indent = "", number = "", stop = ""] = entry;
    const typed = Number(number);
    const isRepeated: boolean =
      before !== null && before.indent === indent && before.typed === typed;
    const shown: number = isRepeated ? (before?.shown ?? 0) + 1 : typed;
    before = { indent, typed, shown };
    return isRepeated
      ? `${indent}${shown}${stop}${line.slice(entry[0].length)}`
      : line;
  });
}
