import { cleanLabel } from "@/core/export/clean-text";
import { runningTitle, titleText } from "@/core/export/content";
import type { Edition } from "@/core/editions/edition";
import { imprintLines } from "@/core/export/imprint";
import type { ExportOptions } from "@/core/export/options";
import { printEdition } from "@/core/export/printed";
import { plainSpan, spansText } from "@/core/export/spans";
import { draftNotice, NOTES } from "@/core/export/wording";
import { planBack } from "./back";
import {
  docxParagraph,
  type DocxBlock,
  type DocxEntry,
  type DocxSection,
} from "./blocks";
import { planBody } from "./body";
import { hangComments, planComments, type DocxComment } from "./comments";
import { lineText, planForewords, planFront, type DocxPart } from "./front";
import { planNotes, type DocxNotes } from "./notes";
import { changeParagraphs } from "./openings";
import { partAnchor, placeAnchor } from "./places";

/** What a Word document of an edition holds, in order, with the name of a style for each part. */
export type DocxPlan = {
  readonly title: string;
  readonly runningTitle: string;
  /** Which edition it is, or the draft of which day. */
  readonly edition: string;
  /** Whether a heading of the first level names the part of the text that a page is in. */
  readonly hasChapters: boolean;
  readonly notice: string | null;
  readonly sections: readonly DocxSection[];
  /** The numbers of paragraphs that begin somewhere in the document. */
  readonly places: ReadonlySet<number>;
  readonly notes: DocxNotes;
  readonly comments: readonly DocxComment[];
};

/** Plans a Word document: title page, imprint, contents, what stands before the text, the text, and what stands behind it. */
export function planDocx(edition: Edition, options: ExportOptions): DocxPlan {
  const printed = printEdition(edition, options);
  const isAtEnd = options.notes === "endnotes";
  const notes = planNotes(printed, isAtEnd ? "endnote" : "footnote");
  const remarks = options.remarks ? edition.remarks : [];
  const title = titleText(edition);
  const notice = draftNotice(edition, options);
  const forewords = planForewords(printed);
  const body = planBody(printed.paragraphs, printed.layout);
  const back = planBack(printed);
  const tail = isAtEnd && notes.notes.length > 0 ? [NOTES] : [];
  const entries = [
    ...forewords.map(partEntry),
    ...listEntries(body),
    ...[...back, ...tail.map((name) => ({ title: name }))].map(partEntry),
  ];
  const front = [
    ...planFront(edition, printed, notice, entries),
    ...forewords.flatMap(openPart),
  ];
  const { sections, places } = settlePlaces([
    { kind: "front", columns: 1, blocks: front },
    { kind: "body", columns: 1, blocks: body },
    ...planBackSections(back, tail),
  ]);
  return {
    title,
    runningTitle: runningTitle(title),
    edition: editionLine(edition),
    hasChapters: printed.paragraphs.some(({ level }) => level === 1),
    notice,
    sections: sections.map((section) => ({
      ...section,
      blocks: hangComments(section.blocks, remarks, places),
    })),
    places,
    notes,
    comments: planComments(remarks),
  };
}

function editionLine(edition: Edition): string {
  const line = imprintLines(edition).find(({ key }) => key === "edition");
  return spansText(line?.spans ?? []);
}

const partEntry = ({ title }: Pick<DocxPart, "title">): DocxEntry => ({
  level: 1,
  language: "en",
  text: title,
  anchor: partAnchor(title),
});

const partHeading = (title: string) =>
  docxParagraph("PartHeading", "en", [plainSpan(title)], {
    anchor: partAnchor(title),
  });

const openPart = ({ title, blocks }: DocxPart): readonly DocxBlock[] => [
  partHeading(title),
  ...blocks,
];

/** The deepest headings that the contents list. */
const DEEPEST_ENTRY = 3;

function listEntries(blocks: readonly DocxBlock[]): readonly DocxEntry[] {
  return blocks.flatMap((block): readonly DocxEntry[] => {
    if (block.kind !== "paragraph" || block.place === null) return [];
    const level = Number(/^Heading(\d)$/.exec(block.style)?.[1] ?? Infinity);
    const { language, place } = block;
    return level > DEEPEST_ENTRY
      ? []
      : [
          {
            level,
            language,
            text: cleanLabel(lineText(block)),
            anchor: placeAnchor(place),
          },
        ];
  });
}

/** What stands behind the text, parted where the number of columns changes; the notes are the last of all. */
function planBackSections(
  back: readonly DocxPart[],
  tail: readonly string[],
): readonly DocxSection[] {
  const sections: { -readonly [K in keyof DocxSection]: DocxSection[K] }[] = [];
  const add = (columns: 1 | 2, blocks: readonly DocxBlock[]) => {
    const last = sections.at(-1);
    const kind = last === undefined ? "back" : "continued";
    if (last?.columns === columns) last.blocks = [...last.blocks, ...blocks];
    else sections.push({ kind, columns, blocks });
  };
  for (const { title, columns, blocks } of back) {
    add(1, [partHeading(title)]);
    add(columns, blocks);
  }
  for (const title of tail) add(1, [partHeading(title)]);
  return sections;
}

/** Keeps each place where it is first: several fields can stand in one paragraph. */
function settlePlaces(sections: readonly DocxSection[]) {
  const places = new Set<number>();
  const settled = sections.map((section) => ({
    ...section,
    blocks: changeParagraphs(section.blocks, (paragraph) => {
      const { place } = paragraph;
      if (place === null) return paragraph;
      if (places.has(place)) return { ...paragraph, place: null };
      places.add(place);
      return paragraph;
    }),
  }));
  return { sections: settled, places };
}
