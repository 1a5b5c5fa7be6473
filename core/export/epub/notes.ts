import type { PrintedNote } from "@/core/export/printed";
import { SIDES } from "@/core/export/spans";
import { backTo, NOTES } from "@/core/export/wording";
import { element } from "@/core/export/xml";
import { addressFrom, markId, noteId } from "./places";
import { chinese, writeBlocks, writePage, type PageContext } from "./xhtml";

/** Writes the notes that stand at the foot of a page of the book, to be opened where their numbers are; "" for none. */
export function writeFootnotes(
  notes: readonly PrintedNote[],
  context: PageContext,
): string {
  if (notes.length === 0) return "";
  return `<div class="footnotes">\n${notes.map((note) => writeNote(note, context)).join("\n")}\n</div>`;
}

/** Writes a page of endnotes. */
export function writeEndnotes(
  notes: readonly PrintedNote[],
  context: PageContext,
): string {
  const written = notes.map((note) => writeNote(note, context)).join("\n");
  return writePage(context, {
    title: NOTES,
    type: "backmatter",
    body: `<section epub:type="endnotes" role="doc-endnotes">\n<h1>${NOTES}</h1>\n${written}\n</section>`,
  });
}

const START = "<p>";
const END = "</p>";

/** A note, its number before its words and the links back behind them. */
function writeNote(note: PrintedNote, context: PageContext): string {
  const number = `<span class="note-number">${note.number}.</span>`;
  const backs = writeBackLinks(note, context);
  const text = writeBlocks(note.blocks, context);
  const led = text.startsWith(START)
    ? `${START}${number} ${text.slice(START.length)}`
    : `${START}${number}${END}\n${text}`;
  const closed =
    backs !== "" && led.endsWith(END)
      ? `${led.slice(0, -END.length)} ${backs}${END}`
      : led;
  const isOpen = backs !== "" && closed === led;
  return element(
    "aside",
    {
      id: noteId(note.number),
      class: "note",
      "epub:type": "footnote",
      role: "doc-footnote",
    },
    isOpen ? `${led}\n${START}${backs}${END}` : closed,
  );
}

function writeBackLinks(
  { number, marks }: PrintedNote,
  { file, places }: PageContext,
): string {
  const links = SIDES.flatMap((side) =>
    Array.from({ length: marks[side] }, (_, index) => {
      const reference = index + 1;
      const id = markId({ number, side, reference });
      const sign = side === "source" ? chinese("中") : "↩\uFE0E";
      const turn = reference === 1 ? "" : `<sup>${reference}</sup>`;
      return element(
        "a",
        {
          href: addressFrom(file, places.marks.get(id) ?? file, id),
          role: "doc-backlink",
          "aria-label": backTo(number, side, reference),
        },
        `${sign}${turn}`,
      );
    }),
  );
  return links.length === 0
    ? ""
    : `<span class="backs">${links.join(" ")}</span>`;
}
