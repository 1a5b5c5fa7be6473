import { setImmediate } from "node:timers/promises";
import { plainBlock, tableText, type SourceBlock } from "@/core/source/block";
import { scanMarker } from "@/core/source/marks/marker";
import type { SourceMetadata } from "@/core/source/paragraph";
import { shiftRemarks } from "@/core/source/remark";
import { findDate } from "@/core/text/chinese-dates";
import { cleanText } from "@/core/text/clean-text";
import { findArticle } from "./html/article";
import { countEntries } from "./html/lists";
import type { Page, PageBlock } from "./html/page";
import { PageReader } from "./html/page-reader";

const CHUNK = 64 * 1024;
/** What a site's name is parted with from the title of a page. */
const SITE_NAME = /\s*[-_|–—丨]+\s*[^-_|–—丨]{1,40}$/;

export type ReadPage = {
  readonly blocks: readonly SourceBlock[];
  readonly known: Partial<SourceMetadata>;
};

/** Reads the article of a web page: its blocks, and what the page says of it outside its text. Nothing is fetched. */
export async function readHtml(html: string): Promise<ReadPage> {
  const reader = new PageReader(countEntries(html));
  for (let at = 0; at < html.length; at += CHUNK) {
    reader.write(html.slice(at, at + CHUNK));
    // A large page must not hold up everyone else's requests.
    await setImmediate();
  }
  const page = reader.end();
  const blocks = findArticle(page).map((block) => toSourceBlock(block));
  return { blocks: withTitle(blocks, page), known: knownOf(page, html) };
}

function toSourceBlock(block: PageBlock): SourceBlock {
  const text = cleanText(
    block.table === null ? block.text : tableText(block.table),
  );
  // "1." of a list whose entries have their own "一、" is not wanted twice.
  const own =
    block.marker === null ? text : text.slice(block.marker.length).trimStart();
  const hasOwn = block.marker !== null && scanMarker(own) !== null;
  return plainBlock(hasOwn ? own : text, {
    heading: block.heading,
    role: block.bullet ? "bullet" : null,
    list:
      block.marker === null || hasOwn
        ? null
        : { marker: block.marker, depth: block.depth },
    lead: hasOwn ? 0 : block.lead,
    table: block.table,
    remarks: hasOwn
      ? shiftRemarks(block.remarks, own.length - text.length)
      : block.remarks,
  });
}

/** A title that stands in the head of the page alone is put where it belongs. */
function withTitle(
  blocks: readonly SourceBlock[],
  page: Page,
): readonly SourceBlock[] {
  const given =
    page.meta.get("articletitle") ?? page.meta.get("og:title") ?? page.title;
  const title =
    given === undefined || given === null
      ? ""
      : cleanText(given.replace(/\s+/g, " ").replace(SITE_NAME, "").trim());
  if (title === "" || blocks.length === 0) return blocks;
  const bare = (text: string) => text.replace(/\s+/g, "");
  const shown = blocks.findIndex((block) => bare(block.text) === bare(title));
  if (shown >= 0 && shown < 30)
    return blocks.map((block, index) =>
      index === shown ? { ...block, role: "title" as const } : block,
    );
  const isShown = blocks
    .slice(0, 12)
    .some(
      (block) =>
        block.heading === 1 ||
        (bare(block.text).length >= 6 &&
          bare(title).includes(bare(block.text))),
    );
  return isShown ? blocks : [plainBlock(title, { role: "title" }), ...blocks];
}

function knownOf(page: Page, html: string): Partial<SourceMetadata> {
  const saved =
    /<!-- saved from url=\(\d{4}\)(https?:\/\/[^\s<>"]{1,2000}) -->/.exec(
      html.slice(0, 4096),
    )?.[1];
  const address =
    page.canonical ?? page.meta.get("og:url") ?? page.meta.get("url") ?? saved;
  const date = findDate(
    page.meta.get("pubdate") ?? page.meta.get("article:published_time") ?? "",
  )?.iso;
  const source = page.meta.get("contentsource");
  const column = page.meta.get("columnname");
  return {
    ...(address !== undefined && /^https?:\/\//i.test(address)
      ? { sourceAddress: cleanText(address) }
      : {}),
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source: cleanText(source) }),
    ...(column === undefined ? {} : { column: cleanText(column) }),
  };
}
