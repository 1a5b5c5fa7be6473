import { z } from "zod";

/** What a reader left out of a source's text, wrote in another way or is unsure of. */
export const REMARK_KINDS = [
  "picture",
  "formula",
  "symbol",
  "field",
  "struck-out",
  "hidden",
  "deleted-change",
  "comment",
  "footnote",
  "rejoined",
  "page-furniture",
  "number-format",
  "embedded-object",
  "superscript",
  "ruby",
] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/**
 * The most remarks on one source. A file of nothing but empty pictures would otherwise cost far more memory than its
 * bytes; a document of 50,000 paragraphs with a remark on every second one stays below it.
 */
export const MAX_REMARKS = 25_000;

/** The most of what was left out that a remark repeats, in UTF-16 units: a long struck-out paragraph fits. */
export const MAX_REMARK_DETAIL = 2000;

const RemarkSchema = z.strictObject({
  kind: z.enum(REMARK_KINDS),
  /** UTF-16 offset in the text of the block or paragraph; null where the remark is on all of it or on what is beside it. */
  at: z.number().int().min(0).nullable(),
  /** The words that were left out, or what is known of them. */
  detail: z.string().max(MAX_REMARK_DETAIL).nullable(),
});

/** A remark on one block. */
export type SourceRemark = Readonly<z.infer<typeof RemarkSchema>>;

/** A remark on a parsed source: `index` is the paragraph that it is at or nearest to. */
export const PlacedRemarkSchema = RemarkSchema.extend({
  index: z.number().int().min(0),
});
export type PlacedRemark = Readonly<z.infer<typeof PlacedRemarkSchema>>;

/** Makes a remark; the detail is put on one line and cut to what a remark may hold. */
export function remark(
  kind: RemarkKind,
  at: number | null,
  detail: string | null = null,
): SourceRemark {
  const words = detail?.replace(/\s+/g, " ").trim() ?? "";
  return { kind, at, detail: words === "" ? null : cutDetail(words) };
}

function cutDetail(words: string): string {
  if (words.length <= MAX_REMARK_DETAIL) return words;
  const cut = words.slice(0, MAX_REMARK_DETAIL - 1);
  return `${cut.replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Moves remarks along with a text that begins `by` units later; none leaves the `length` of its text. */
export function shiftRemarks(
  remarks: readonly SourceRemark[],
  by: number,
  length: number = Infinity,
): readonly SourceRemark[] {
  if (remarks.length === 0) return remarks;
  return remarks.map((one) =>
    one.at === null
      ? one
      : { ...one, at: Math.min(length, Math.max(0, one.at + by)) },
  );
}
