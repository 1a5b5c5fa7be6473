import type { EditionRemark } from "@/core/editions/edition";
import { printBlocks } from "@/core/export/printed-blocks";
import { UNCITED } from "@/core/export/spans";
import type { DocxBlock, DocxParagraph } from "./blocks";
import { planFlat } from "./notes";
import { changeParagraphs } from "./openings";

/** A comment of Word. */
export type DocxComment = {
  readonly author: string;
  /** ISO 8601 in UTC. */
  readonly date: string;
  readonly paragraphs: readonly DocxParagraph[];
};

const STYLE = { first: "CommentText", more: "CommentText" } as const;

/** Plans what the team says to itself. */
export function planComments(
  remarks: readonly EditionRemark[],
): readonly DocxComment[] {
  return remarks.map(({ author, date, body }) => ({
    author,
    date,
    paragraphs: planFlat(printBlocks(body.blocks, "target", UNCITED), STYLE),
  }));
}

/** Hangs comments on the places where their paragraphs begin; those whose paragraph is not printed, on the first one. */
export function hangComments(
  blocks: readonly DocxBlock[],
  remarks: readonly EditionRemark[],
  places: ReadonlySet<number>,
): readonly DocxBlock[] {
  if (remarks.length === 0) return blocks;
  const [first] = places;
  const comments = new Map<number | undefined, number[]>();
  remarks.forEach(({ number }, index) => {
    const place = places.has(number) ? number : first;
    comments.set(place, [...(comments.get(place) ?? []), index]);
  });
  return changeParagraphs(blocks, (paragraph) => {
    const { place } = paragraph;
    const own = place === null ? undefined : comments.get(place);
    return own === undefined ? paragraph : { ...paragraph, comments: own };
  });
}
