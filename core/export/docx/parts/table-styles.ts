import type { TableStyle } from "@/core/export/docx/plan/styles";
import { HAIR, INK_2 } from "./style-xml";

const border = (...sides: readonly string[]) =>
  sides.length === 0
    ? ""
    : `<w:tblBorders>${sides.map((side) => `<w:${side} ${HAIR}/>`).join("")}</w:tblBorders>`;

/** The space between the edges of a cell and its text, in twips. */
const margins = (top: number, left: number, right: number) =>
  `<w:tblCellMar><w:top w:w="${top}" w:type="dxa"/><w:left w:w="${left}" w:type="dxa"/><w:bottom w:w="${top}" w:type="dxa"/><w:right w:w="${right}" w:type="dxa"/></w:tblCellMar>`;

const LOOKS: Readonly<
  Record<TableStyle, { readonly name: string; readonly looks: string }>
> = {
  MetadataTable: {
    name: "Metadata Table",
    looks: border("top", "bottom") + margins(20, 0, 170),
  },
  ParallelTable: { name: "Parallel Table", looks: margins(20, 0, 227) },
  TextTable: {
    name: "Text Table",
    looks:
      border("top", "left", "bottom", "right", "insideH", "insideV") +
      margins(20, 85, 85),
  },
  GlossaryTable: {
    name: "Glossary Table",
    looks: border("top", "bottom", "insideH") + margins(30, 0, 170),
  },
};

const HEAD = `<w:tblStylePr w:type="firstRow"><w:rPr>${INK_2}</w:rPr><w:tcPr><w:tcBorders><w:bottom ${HAIR}/></w:tcBorders></w:tcPr></w:tblStylePr>`;

/** The styles of tables: their lines, their margins and the looks of their heads. */
export const TABLE_STYLES = Object.entries(LOOKS)
  .map(
    ([id, { name, looks }]) =>
      `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:tblPr>${looks}</w:tblPr>${HEAD}</w:style>`,
  )
  .join("")
  .replace(
    /^/,
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  );
