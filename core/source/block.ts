import type { SourceTable } from "./paragraph";
import type { SourceRemark } from "./remark";

/**
 * One block as a reader hands it to the parser: its text and what its file says about it. Absent knowledge is null,
 * so that plain text, HTML and Word files are parsed by the same rules.
 */
export type SourceBlock = {
  /** The text as given, list marker included, where the file or its numbering has one. */
  readonly text: string;
  /** 1-based depth of a heading by style or tag; null where the file does not say. */
  readonly heading: number | null;
  /** What the file itself says that the block is. */
  readonly role: "title" | "meta" | "bullet" | "note" | null;
  /** A list marker that the file's own numbering has put at the start of `text`, with the depth of its list. */
  readonly list: { readonly marker: string; readonly depth: number } | null;
  /** How many UTF-16 units at the start of `text` stand out in bold; 0 where none or all do. */
  readonly lead: number;
  readonly table: SourceTable | null;
  /** What the reader left out at or beside the block, or is unsure of; a block without text may carry remarks alone. */
  readonly remarks: readonly SourceRemark[];
};

/** Makes a block that is known by its text alone. */
export function plainBlock(
  text: string,
  hints: Partial<Omit<SourceBlock, "text">> = {},
): SourceBlock {
  return {
    text,
    heading: null,
    role: null,
    list: null,
    lead: 0,
    table: null,
    remarks: [],
    ...hints,
  };
}

/** The text of a table: cells parted by tabs, rows by line ends. */
export function tableText(table: SourceTable): string {
  return table.rows
    .map((row) => row.map((cell) => cell.text).join("\t"))
    .join("\n");
}
