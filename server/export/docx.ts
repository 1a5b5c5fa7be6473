import {
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type {
  Edition,
  ExportedFile,
  ExportLayout,
} from "@/core/editions/edition";
import { planDocx } from "@/core/export/docx-plan";
import { exportFileName } from "@/core/export/file-name";
import { writeDocxBlocks, writeDocxNote, type Lists } from "./docx-blocks";
import { STYLES } from "./docx-styles";
import { partFieldRuns } from "./part-field-runs";

/** A4, in twips; the text is as wide as `TEXT_WIDTH` of the plan. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1361, bottom: 1247, left: 1247, right: 1247, header: 680 },
} as const;

/**
 * Writes an edition as a Word document: real styles, headings, tables, lists and footnotes, each run tagged with its
 * language, and a contents field that is filled in and that Word brings up to date.
 */
export async function exportDocx(
  edition: Edition,
  layout: ExportLayout,
): Promise<ExportedFile> {
  const plan = planDocx(edition, layout);
  const lists: Lists = { starts: new Set(), instances: new Map() };
  const children = writeDocxBlocks(plan.blocks, lists);
  const footnotes = Object.fromEntries(
    plan.notes.map((note) => [
      note.number,
      { children: [...writeDocxNote(note, lists)] },
    ]),
  );
  const footer = new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });
  const header = new Header({
    children: [new Paragraph({ style: "Header", text: plan.runningTitle })],
  });
  const document = new Document({
    title: plan.title,
    creator: "Duizhao",
    lastModifiedBy: "Duizhao",
    ...(plan.notice === null ? {} : { description: plan.notice }),
    styles: STYLES,
    footnotes,
    numbering: { config: [bullets, ...[...lists.starts].map(numbers)] },
    sections: [
      {
        // The first page shows neither running title nor number.
        properties: { page: PAGE, titlePage: true },
        headers: { default: header, first: new Header({ children: [] }) },
        footers: { default: footer, first: new Footer({ children: [] }) },
        children,
      },
    ],
  });
  partFieldRuns(document);
  return {
    filename: exportFileName(edition, layout, "docx"),
    mediaType:
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body: new Uint8Array(await Packer.toBuffer(document)),
  };
}

const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

const indentOf = (depth: number) => ({
  paragraph: { indent: { left: 425 * (depth + 1), hanging: 340 } },
});

const bullets = {
  reference: "bullets",
  levels: DEPTHS.map((level) => ({
    level,
    format: LevelFormat.BULLET,
    text: "•",
    style: indentOf(level),
  })),
};

const numbers = (start: number) => ({
  reference: `numbers-${start}`,
  levels: DEPTHS.map((level) => ({
    level,
    start,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    style: indentOf(level),
  })),
});
