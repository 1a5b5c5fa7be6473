import type { SourceTable } from "@/core/source/paragraph";
import type { SourceRemark } from "@/core/source/remark";
import type { PageBlock } from "./page";

export type CellFrame = {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: PageBlock[];
};

/** A table that is being read. */
export type TableFrame = {
  readonly element: number;
  readonly rows: CellFrame[][];
  /** What stands in the table but in no cell, such as its caption. */
  readonly loose: PageBlock[];
  nested: boolean;
};

const MAX_CELL = 1000;

/** Opens a cell, with spans within what is stored. */
export function openCell(
  name: string,
  attributes: Readonly<Record<string, string>>,
): CellFrame {
  const { colspan, rowspan } = attributes;
  return {
    header: name === "th",
    colspan: span(colspan, 100),
    rowspan: span(rowspan, 1000),
    blocks: [],
  };
}

function span(value: string | undefined, most: number): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) ? Math.min(most, Math.max(1, number)) : 1;
}

/** The blocks of a table that was read: one table, or, where a page was laid out with it, the text of its cells. */
export function tableBlocks(frame: TableFrame): readonly PageBlock[] {
  const table = asTable(frame);
  if (table === null)
    return [...frame.loose, ...frame.rows.flatMap((row) => rowBlocks(row))];
  const all = frame.rows.flat().flatMap((cell) => cell.blocks);
  const block = {
    text: all.map((part) => part.text).join(""),
    linked: countLinked(all),
    element: frame.element,
    marginal: all[0]?.marginal ?? false,
    heading: null,
    bullet: false,
    marker: null,
    depth: 0,
    lead: 0,
    table,
    remarks: onTheWhole(all),
  };
  return [...frame.loose, block];
}

/** A table of data has rows and columns of short cells; of labelled fields or long texts it is a layout. */
function asTable(frame: TableFrame): SourceTable | null {
  const rows = frame.rows.filter((row) => row.length > 0);
  const cells = rows.flat();
  const isLong = cells.some((cell) =>
    cell.blocks.some((block) => block.text.length > MAX_CELL),
  );
  const labels = cells.filter((cell) =>
    /[:：]$/.test(cell.blocks[0]?.text.slice(-1) ?? ""),
  ).length;
  const hasColumns = rows.length >= 2 && rows.some((row) => row.length >= 2);
  if (frame.nested || !hasColumns || isLong || labels >= cells.length / 3)
    return null;
  return {
    version: 1,
    rows: rows.map((row) =>
      row.map(({ blocks, ...cell }) => ({
        ...cell,
        text: joined(blocks),
      })),
    ),
  };
}

/** Cells of a row of short labelled fields make one line: "索引号：…  发布日期：…". */
function rowBlocks(row: readonly CellFrame[]): readonly PageBlock[] {
  const all = row.flatMap((cell) => cell.blocks);
  const first = all[0];
  const isLabelled =
    all.length > 1 &&
    /[:：]$/.test(first?.text.slice(-1) ?? "") &&
    all.every((block) => block.text.length <= 60);
  if (first === undefined || !isLabelled) return all;
  return [
    {
      ...first,
      text: joined(all),
      linked: countLinked(all),
      remarks: [...first.remarks, ...onTheWhole(all.slice(1))],
    },
  ];
}

/** Remarks on what is folded into one block are on all of it. */
function onTheWhole(blocks: readonly PageBlock[]): readonly SourceRemark[] {
  return blocks.flatMap((block) =>
    block.remarks.map((one) => ({ ...one, at: null })),
  );
}

function joined(blocks: readonly PageBlock[]): string {
  return blocks
    .map((block) => block.text)
    .filter((text) => text !== "")
    .join(" ");
}

function countLinked(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.linked, 0);
}
