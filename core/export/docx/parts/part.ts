import { AppError } from "@/core/errors";
import type { English } from "@/core/projects/style";
import type { DocxList } from "@/core/export/docx/plan/blocks";
import type { DocxPlan } from "@/core/export/docx/plan/plan";

/** What all parts of a Word document share while they are written. */
export type Document = {
  readonly plan: DocxPlan;
  readonly english: English;
  /** The width of the text in twips, twentieths of a point. */
  readonly textWidth: number;
  /** The lists that have a number of their own in the numbering part. */
  readonly lists: Map<DocxList, number>;
  /** How many bookmarks were written. */
  bookmarks: number;
  /** How many runs were written. */
  runs: number;
};

/** A part that is being written: the addresses its links lead to, by the ids that stand for them. */
export type Part = {
  readonly document: Document;
  readonly links: Map<string, string>;
};

export const openPart = (document: Document): Part => ({
  document,
  links: new Map(),
});

/** The longest address that Word opens a file with. */
const MAX_ADDRESS = 2000;

/** The id that stands for an address in a part; null for one that Word would call the file damaged for. */
export function linkId({ links }: Part, href: string): string | null {
  if (href.length > MAX_ADDRESS || !URL.canParse(href)) return null;
  const id = links.get(href) ?? `link${links.size + 1}`;
  links.set(href, id);
  return id;
}

/**
 * The most runs of a Word file. A document of 10,000 paragraphs and 5,000 notes has 60,000; as many as these are written
 * in half a gigabyte of memory.
 */
export const MAX_RUNS = 150_000;

/** Counts a run; throws `too_large` where there are more than Word could open. */
export function countRun({ document }: Part): void {
  document.runs += 1;
  if (document.runs > MAX_RUNS)
    throw new AppError("too_large", "export_too_large");
}
