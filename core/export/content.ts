import type { Edition, EditionParagraph } from "@/core/editions/edition";
import type { Block, Run } from "@/core/text/rich-text";
import { cleanLabel } from "./clean-text";
import { lineOf, spansText } from "./spans";
import { UNTRANSLATED } from "./wording";

/** A heading as the contents list it. */
export type Heading = {
  readonly number: number;
  /** 1-based depth. */
  readonly level: number;
  readonly text: string;
  readonly isTranslated: boolean;
};

/** The depth of a heading, 1-based; null for running text. A second title heads a part of its own. */
export function headingLevel(paragraph: EditionParagraph): number | null {
  if (paragraph.kind === "title") return 1;
  return paragraph.kind === "heading" ? (paragraph.level ?? 1) : null;
}

/** The Chinese of a paragraph as blocks: its table, or its text with the run-in heading in bold. */
export function sourceBlocks({
  source,
  runIn,
}: EditionParagraph): readonly Block[] {
  if (source.table !== null) {
    const rows = source.table.rows.map((row) =>
      row.map(({ text, ...cell }) => ({
        ...cell,
        blocks: paragraphsOf(text),
      })),
    );
    return [{ kind: "table", rows }];
  }
  const at = runIn === null ? -1 : source.text.indexOf(runIn);
  if (runIn === null || at === -1) return paragraphsOf(source.text);
  const to = at + runIn.length;
  const runs = [
    run(source.text.slice(0, to), true),
    run(source.text.slice(to), false),
  ];
  return [{ kind: "paragraph", runs: runs.filter(hasText) }];
}

/** Plain text as blocks, each line a paragraph. */
export function paragraphsOf(text: string): readonly Block[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ kind: "paragraph", runs: [run(line, false)] }));
}

const run = (text: string, bold: boolean): Run & { kind: "text" } => ({
  kind: "text",
  text,
  marks: bold ? ["bold"] : [],
  href: null,
});

const hasText = (run: Run & { kind: "text" }) => run.text !== "";

/** The words of blocks in one line, for contents and titles. */
export function labelOf(blocks: readonly Block[]): string {
  return cleanLabel(spansText(lineOf(blocks)));
}

/** What the edition is called in one line: in English where it has a title in English. */
export function titleText({ title }: Edition): string {
  const english = title.target === null ? "" : labelOf(title.target.blocks);
  return english === "" ? cleanLabel(title.source) : english;
}

/** The longest running title, in characters; a page has room for one line of it. */
const MAX_RUNNING_TITLE = 80;

/** The title as it runs at the head of printed pages: one line of it, cut between words. */
export function runningTitle(title: string): string {
  const characters = [...title];
  if (characters.length <= MAX_RUNNING_TITLE) return title;
  const cut = characters.slice(0, MAX_RUNNING_TITLE).join("");
  const space = cut.lastIndexOf(" ");
  return `${space > MAX_RUNNING_TITLE / 2 ? cut.slice(0, space) : cut}…`;
}

/** Lists the headings of an edition for its contents, those without English in Chinese and marked. */
export function listHeadings(edition: Edition): readonly Heading[] {
  return edition.paragraphs.flatMap((paragraph): readonly Heading[] => {
    const level = headingLevel(paragraph);
    if (level === null) return [];
    const { number, target } = paragraph;
    const text =
      target === null
        ? `${UNTRANSLATED} ${labelOf(sourceBlocks(paragraph))}`
        : labelOf(target.blocks);
    return [{ number, level, text, isTranslated: target !== null }];
  });
}
