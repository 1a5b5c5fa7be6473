import type { Edition, EditionParagraph } from "@/core/editions/edition";
import type { Block } from "@/core/text/rich-text";
import { cleanLabel } from "./clean-text";
import { printBlocks } from "./printed-blocks";
import { sourceBlocks } from "./source-blocks";
import { lineOf, spansText, UNCITED } from "./spans";
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

/** The words of blocks in one line, for contents and titles. */
export function labelOf(blocks: readonly Block[]): string {
  return cleanLabel(spansText(lineOf(printBlocks(blocks, "target", UNCITED))));
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
