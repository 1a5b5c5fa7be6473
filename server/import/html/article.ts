import { readNotice } from "@/core/source/frame/notices";
import type { Page, PageBlock } from "./page";

/** The share of a page's text that its article has: what surrounds it is links and a few lines. */
const ARTICLE_SHARE = 0.7;
/** How many blocks around the article are searched for title and metadata lines. */
const REACH = 30;

/**
 * Finds the article amid a page's navigation: the innermost element that holds most of the text which is no link,
 * with the title, breadcrumbs and metadata lines that stand outside it.
 */
export function findArticle(page: Page): readonly PageBlock[] {
  const proper = page.blocks.filter((block) => !block.marginal);
  const all = sumWeights(page.blocks);
  // A page that calls its whole text a margin has only named it badly.
  return articleOf(
    sumWeights(proper) < all / 4 ? page : { ...page, blocks: proper },
  );
}

function articleOf(page: Page): readonly PageBlock[] {
  const { blocks } = page;
  const inside = insideOf(page, innermost(page));
  const from = inside.indexOf(true);
  const to = inside.lastIndexOf(true) + 1;
  const above = blocks
    .slice(Math.max(0, from - REACH), Math.max(0, from))
    .filter((block) => isHead(block, page));
  const below = blocks.slice(to, to + REACH).filter((block) => isNotice(block));
  const article = blocks
    .slice(Math.max(0, from), to)
    .filter((block, index) => inside[from + index] === true && !isMenu(block));
  return [...dropRepeats(above), ...article, ...below];
}

function sumWeights(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + weight(block), 0);
}

function weight(block: PageBlock): number {
  const words = Math.max(0, block.text.length - block.linked);
  // Short scraps are found everywhere on a page; sentences only in its article.
  return /[。，；！？,;]/.test(block.text) || words > 40 || block.table !== null
    ? words
    : words / 10;
}

/** The innermost element that holds most of the text; elements are numbered as they open. */
function innermost({ blocks, parents }: Page): number {
  const weights = new Float64Array(parents.length);
  const counts = new Uint32Array(parents.length);
  for (const block of blocks) {
    weights[block.element] = (weights[block.element] ?? 0) + weight(block);
    counts[block.element] = (counts[block.element] ?? 0) + 1;
  }
  for (let element = parents.length - 1; element > 0; element -= 1) {
    const parent = parents[element] ?? 0;
    weights[parent] = (weights[parent] ?? 0) + (weights[element] ?? 0);
    counts[parent] = (counts[parent] ?? 0) + (counts[element] ?? 0);
  }
  const wanted = (weights[0] ?? 0) * ARTICLE_SHARE;
  // A text of one paragraph is not its own article: what holds the paragraph is.
  for (let element = parents.length - 1; element > 0; element -= 1) {
    if ((weights[element] ?? 0) >= wanted && (counts[element] ?? 0) > 1)
      return element;
  }
  return 0;
}

function insideOf(
  { blocks, parents }: Page,
  element: number,
): readonly boolean[] {
  const held = new Uint8Array(parents.length);
  held[element] = 1;
  for (let child = element + 1; child < parents.length; child += 1)
    held[child] = held[parents[child] ?? 0] ?? 0;
  return blocks.map((block) => held[block.element] === 1);
}

/** Rows of links are menus, also in the midst of an article. */
function isMenu(block: PageBlock): boolean {
  return (
    block.linked > 0 &&
    block.linked >= block.text.length * 0.9 &&
    block.text.length < 100 &&
    block.table === null &&
    !isNotice(block) &&
    block.heading === null
  );
}

function isNotice(block: PageBlock): boolean {
  return (
    block.table === null &&
    readNotice(block.text) !== null &&
    !/^[【［[]?(?:打印|关闭|分享|返回|[上下]一[篇条页]|收藏|扫一扫)/.test(
      block.text,
    )
  );
}

function isHead(block: PageBlock, page: Page): boolean {
  if (isNotice(block)) return true;
  if (block.linked > block.text.length / 2) return false;
  const isNamed =
    page.title !== null &&
    block.text.length >= 6 &&
    squeeze(page.title).startsWith(squeeze(block.text).slice(0, 80));
  return isNamed || block.heading === 1;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, "");
}

/** A title may stand in a banner too; the one nearest to the text is it. */
function dropRepeats(blocks: readonly PageBlock[]): readonly PageBlock[] {
  return blocks.filter(
    (block, index) =>
      !blocks
        .slice(index + 1)
        .some((later) => squeeze(later.text) === squeeze(block.text)),
  );
}
