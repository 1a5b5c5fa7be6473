import type { Edition } from "@/core/editions/edition";
import { exportFileName } from "@/core/export/file-name";
import {
  FORMATS,
  type ExportedFile,
  type ExportOptions,
} from "@/core/export/options";
import { zipTexts } from "@/core/export/zip";
import { writeBlocks } from "./parts/blocks";
import { writeComments } from "./parts/comments";
import { writeFontTable, writeTheme } from "./parts/fonts";
import { writeNotes } from "./parts/notes";
import { writeNumbering } from "./parts/numbering";
import { packParts, type PackagePart } from "./parts/package";
import { PAGE_PARTS, sectionXml, textWidth } from "./parts/page";
import { openPart, type Document, type Part } from "./parts/part";
import {
  writeAppProperties,
  writeCoreProperties,
  writeCustomProperties,
} from "./parts/properties";
import {
  writeEvenHeader,
  writeFooter,
  writeOddHeader,
} from "./parts/running-heads";
import { writeSettings } from "./parts/settings";
import { writeStyles } from "./parts/styles";
import { rootXml } from "./parts/xml";
import { planDocx, type DocxPlan } from "./plan/plan";

/**
 * Writes a prepared edition as a Word document: styles, headings, a contents field, tables, lists, and footnotes or endnotes
 * that are Word's own, each run tagged with its language. Throws `too_large` for what Word could not open.
 */
export function exportDocx(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const plan = planDocx(edition, options);
  const document: Document = {
    plan,
    english: edition.language.target,
    textWidth: textWidth(options.paper),
    lists: new Map(),
    bookmarks: 0,
    runs: 0,
  };
  const files = packParts(
    [...writeTexts(document, options), ...writeLooks(document, options)],
    {
      core: writeCoreProperties(edition, plan),
      app: writeAppProperties(edition),
      custom: writeCustomProperties(edition),
    },
  );
  return {
    filename: exportFileName(edition, options.layout, FORMATS.docx.extension),
    mediaType: FORMATS.docx.mediaType,
    body: zipTexts(files, edition.asOf),
  };
}

/** The parts that hold the words of an edition. */
function writeTexts(
  document: Document,
  options: ExportOptions,
): readonly PackagePart[] {
  const { notes, comments } = document.plan;
  const { kind } = notes;
  return [
    textPart(document, "document.xml", "document.main", null, (part) =>
      rootXml(
        "w:document",
        `<w:body>${writeSections(document.plan, options, part)}</w:body>`,
      ),
    ),
    textPart(document, `${kind}s.xml`, `${kind}s`, `${kind}s`, (part) =>
      writeNotes(notes, part),
    ),
    ...(comments.length === 0
      ? []
      : [
          textPart(document, "comments.xml", "comments", "comments", (part) =>
            writeComments(comments, part),
          ),
        ]),
  ];
}

function textPart(
  document: Document,
  name: string,
  type: string,
  relation: string | null,
  write: (part: Part) => string,
): PackagePart {
  const part = openPart(document);
  const xml = write(part);
  return {
    name,
    xml,
    type: `wordprocessingml.${type}`,
    relation,
    links: part.links,
  };
}

/** Writes the sections: the last one's layout ends the body, that of the others the last paragraph of each. */
function writeSections(
  { sections }: DocxPlan,
  { paper }: ExportOptions,
  part: Part,
): string {
  return sections
    .map((section, index) => {
      const layout = sectionXml(section, paper);
      return index === sections.length - 1
        ? writeBlocks(section.blocks, part) + layout
        : writeBlocks(section.blocks, part, layout);
    })
    .join("");
}

/** The parts that say how the words look. */
function writeLooks(
  document: Document,
  options: ExportOptions,
): readonly PackagePart[] {
  const { plan, english, textWidth } = document;
  const looks: readonly (readonly [string, string, string])[] = [
    ["styles", "styles", writeStyles({ ...options, english, textWidth })],
    ["numbering", "numbering", writeNumbering(document.lists)],
    ["settings", "settings", writeSettings(document)],
    ["fontTable", "fontTable", writeFontTable(options.fonts)],
    [PAGE_PARTS.oddHeader, "header", writeOddHeader(plan)],
    [PAGE_PARTS.evenHeader, "header", writeEvenHeader(plan)],
    [PAGE_PARTS.footer, "footer", writeFooter()],
  ];
  const links = new Map<string, string>();
  return [
    ...looks.map(([name, kind, xml]) => ({
      name: `${name}.xml`,
      xml,
      type: `wordprocessingml.${kind}`,
      relation: kind,
      links,
    })),
    {
      name: "theme/theme1.xml",
      xml: writeTheme(options.fonts),
      type: "theme",
      relation: "theme",
      links,
    },
  ];
}
