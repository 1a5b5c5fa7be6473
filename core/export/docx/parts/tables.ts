import { layTable, type Placed } from "@/core/export/docx/plan/lay-table";
import type { DocxCell, DocxTable } from "@/core/export/docx/plan/blocks";
import type { Part } from "./part";

/** Writes a table; its looks come from its style. Rows may break across pages, and rows of heads repeat on each. */
export function writeTable(
  table: DocxTable,
  part: Part,
  writeCell: (blocks: DocxCell["blocks"]) => string,
): string {
  const { rows, width: columns } = layTable(table.rows);
  const total = part.document.textWidth;
  const shares =
    table.shares ?? Array.from({ length: columns }, () => 1 / columns);
  const widths = shares.map((share) => Math.floor(share * total));
  // The first rows alone can repeat.
  const heads = table.rows.findIndex(({ isHeader }) => !isHeader);
  const isHead = (index: number) => heads === -1 || index < heads;
  const rowsXml = rows.map((row, index) => {
    const given = table.rows[index];
    const properties =
      (given?.isWhole === true ? "<w:cantSplit/>" : "") +
      (given?.isHeader === true && isHead(index) ? "<w:tblHeader/>" : "");
    const cells = row.map((placed) => cellXml(placed, widths, writeCell));
    return `<w:tr>${properties === "" ? "" : `<w:trPr>${properties}</w:trPr>`}${cells.join("")}</w:tr>`;
  });
  const hasHead = heads !== 0;
  const widthXml =
    table.shares === null
      ? '<w:tblW w:w="5000" w:type="pct"/>'
      : `<w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${table.style}"/>${widthXml}<w:tblLook w:val="${hasHead ? "0020" : "0000"}" w:firstRow="${hasHead ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rowsXml.join("")}</w:tbl>`;
}

function cellXml(
  { cell, column, colspan, isBelow, isAbove }: Placed<DocxCell>,
  widths: readonly number[],
  writeCell: (blocks: DocxCell["blocks"]) => string,
): string {
  const width = widths
    .slice(column, column + colspan)
    .reduce((sum, own) => sum + own, 0);
  const span = colspan > 1 ? `<w:gridSpan w:val="${colspan}"/>` : "";
  const merge =
    (isBelow ? "<w:vMerge/>" : "") +
    (isAbove ? '<w:vMerge w:val="restart"/>' : "");
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}</w:tcPr>${writeCell(cell?.blocks ?? [])}</w:tc>`;
}
