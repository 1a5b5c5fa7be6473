import type { Edition } from "@/core/editions/edition";
import { titleText } from "@/core/export/content";
import { exportFileName } from "@/core/export/file-name";
import { findTermPieces } from "@/core/export/find-terms";
import {
  FORMATS,
  type ExportedFile,
  type ExportOptions,
} from "@/core/export/options";
import { printEdition } from "@/core/export/printed";
import { XML_HEAD } from "@/core/export/xml";
import { writeTeiBack, writeTeiFront } from "./around";
import { writeTeiText } from "./body";
import { writeHeader } from "./header";

/** Writes a prepared edition as TEI P5: both texts, aligned part by part, with notes and glossary. */
export function exportTei(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const title = titleText(edition);
  const printed = printEdition(edition, {
    ...options,
    layout: "parallel",
    notes: "footnotes",
    glossary: true,
  });
  const terms = findTermPieces(edition.glossary);
  const text = (side: "source" | "target") =>
    writeTeiText(edition, printed, side, terms);
  const { target } = edition.language;
  return {
    filename: exportFileName(edition, "parallel", FORMATS.tei.extension),
    mediaType: FORMATS.tei.mediaType,
    body: `${XML_HEAD}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${target}">
${writeHeader(edition, title === "" ? "Document" : title, options)}
<text>
${writeTeiFront(printed)}<group>
${text("source")}
${text("target")}
</group>${writeTeiBack(edition, printed)}
</text>
</TEI>
`,
  };
}
