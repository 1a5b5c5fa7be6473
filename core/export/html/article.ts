import type { Edition } from "@/core/editions/edition";
import type { ExportOptions } from "@/core/export/options";
import { printEdition } from "@/core/export/printed";
import { CONVENTIONS, INTRODUCTION, NOTES } from "@/core/export/wording";
import { BACK, writeBack } from "./back";
import { findTerms } from "./find-terms";
import {
  writeContents,
  writeFrontNotes,
  writeFrontText,
  writeHead,
  writeMetadata,
} from "./head";
import { NoteDealer, writeNotes } from "./notes";
import { writeRow } from "./rows";

/** What the article of an edition looks at; which of its texts are seen, and where its notes stand, is the page's to say. */
export type ArticleOptions = Pick<
  ExportOptions,
  "notes" | "glossary" | "unapproved"
>;

/**
 * Writes an edition (one that `prepareEdition` made) as an article in HTML that holds both texts: title page, contents,
 * introduction, rows with the ids `p` and their numbers, notes beside the row of their first mark, glossary and imprint.
 * The file that is sent and the page that is served are made of it; style sheets show as much of it as is wanted.
 */
export function writeArticle(
  edition: Edition,
  options: ArticleOptions,
): string {
  const printed = printEdition(edition, { ...options, layout: "parallel" });
  const language = edition.language.target;
  const notes = new NoteDealer(printed.notes);
  const terms = findTerms(edition, printed.glossary.length > 0);
  const front = writeFrontNotes(printed, notes);
  const context = { language, notes, terms };
  const rows = printed.paragraphs.map((paragraph, index) =>
    writeRow(paragraph, edition.paragraphs[index]?.source.text ?? "", context),
  );
  const back = writeBack(edition, printed);
  const prose = [
    { id: "introduction", heading: INTRODUCTION, text: printed.introduction },
    { id: "conventions", heading: CONVENTIONS, text: printed.conventions },
  ].filter(({ text }) => text !== null);
  const contents = writeContents(edition, [
    ...prose,
    ...back.map(({ id }) => ({ id, heading: BACK[id] })),
  ]);
  const unplaced = writeNotes(notes.rest());
  const parts = [
    writeHead(edition, printed.title, options),
    writeMetadata(printed.metadata, language),
    contents,
    ...prose.map(({ id, heading, text }) => writeFrontText(id, heading, text)),
    `<div class="rows">
${printed.notes.length === 0 ? "" : `<h2 class="notes-heading">${NOTES}</h2>\n`}${front}
${rows.join("\n")}
${unplaced === "" ? "" : `<div class="row">${unplaced}</div>`}
</div>`,
    ...back.map(({ html }) => html),
  ];
  return `<article class="edition" lang="${language}">\n${parts.filter((part) => part !== "").join("\n")}\n</article>`;
}
