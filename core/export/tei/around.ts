import { SOURCE_LANGUAGE, type Edition } from "@/core/editions/edition";
import type { Printed, PrintedNote, PrintedTerm } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { SIDES } from "@/core/export/spans";
import {
  ABBREVIATIONS,
  CONVENTIONS,
  GLOSSARY,
  INTRODUCTION,
  NAMES,
  NOTES,
} from "@/core/export/wording";
import { element, escapeXml } from "@/core/export/xml";
import {
  markId,
  noteId,
  termId,
  writeTeiBlocks,
  type TextContext,
} from "./text";

/** Texts of the translator's have neither numbers nor marked terms. */
const PLAIN: TextContext = {
  side: "target",
  number: null,
  terms: (spans) => [{ term: null, spans }],
};

const PINYIN = "zh-Latn-pinyin";

const division = (type: string, head: string, content: readonly string[]) =>
  `<div type="${type}" xml:id="${type}">\n<head>${head}</head>\n${content.join("\n")}\n</div>`;

/** Writes what the translator says before the texts; "" where that is nothing. */
export function writeTeiFront({ introduction, conventions }: Printed): string {
  const divisions = [
    ...foreword("introduction", INTRODUCTION, introduction),
    ...foreword("conventions", CONVENTIONS, conventions),
  ];
  return divisions.length === 0
    ? ""
    : `<front>\n${divisions.join("\n")}\n</front>\n`;
}

const foreword = (type: string, head: string, text: PrintedText | null) =>
  text === null ? [] : [division(type, head, [writeTeiBlocks(text, PLAIN)])];

/** Writes what stands behind the texts: notes, glossary, names, abbreviations; "" where that is nothing. */
export function writeTeiBack(edition: Edition, printed: Printed): string {
  const { notes, glossary, names, abbreviations } = printed;
  const writePlaces = placesIn(printed);
  const kinds = new Map(edition.notes.map(({ id, kind }) => [id, kind]));
  const divisions = [
    ...(notes.length === 0
      ? []
      : [
          division(
            "notes",
            NOTES,
            notes.map((note) => writeNote(note, kinds.get(note.id) ?? null)),
          ),
        ]),
    ...list(
      "glossary",
      GLOSSARY,
      glossary.map((term, index) => writeTerm(term, index, writePlaces)),
    ),
    ...list(
      "names",
      NAMES,
      names.map(({ source, pinyin, target, category, places }) =>
        entry(
          element("name", { type: category }, escapeXml(target)),
          `<name xml:lang="${SOURCE_LANGUAGE}">${escapeXml(source)}</name> ${writePinyin(pinyin)} ${writePlaces(places)}`,
        ),
      ),
    ),
    ...list(
      "abbreviations",
      ABBREVIATIONS,
      abbreviations.map(({ short, long, number }) =>
        entry(
          `<abbr>${escapeXml(short)}</abbr>`,
          `<expan>${escapeXml(long)}</expan> ${writePlaces([number])}`,
        ),
      ),
    ),
  ];
  return divisions.length === 0
    ? ""
    : `\n<back>\n${divisions.join("\n")}\n</back>`;
}

function list(type: string, head: string, entries: readonly string[]) {
  return entries.length === 0
    ? []
    : [
        division(type, head, [
          `<list type="gloss">\n${entries.join("\n")}\n</list>`,
        ]),
      ];
}

const entry = (label: string, item: string) =>
  `<label>${label}</label>\n<item>${item}</item>`;

function writeNote(
  { number, blocks, marks }: PrintedNote,
  kind: string | null,
): string {
  const targets = SIDES.flatMap((side) =>
    Array.from(
      { length: marks[side] },
      (_, index) => `#${markId({ number, side, reference: index + 1 })}`,
    ),
  ).join(" ");
  return element(
    "note",
    {
      "xml:id": noteId(number),
      n: number,
      type: kind,
      target: targets === "" ? null : targets,
    },
    writeTeiBlocks(blocks, PLAIN),
  );
}

function writeTerm(
  { source, pinyin, target, origin, definition, places }: PrintedTerm,
  index: number,
  writePlaces: WritePlaces,
): string {
  const official =
    origin.kind === "official"
      ? ` <note type="origin">${escapeXml(origin.source)}</note>`
      : "";
  const text =
    definition === null ? "" : `\n${writeTeiBlocks(definition, PLAIN)}`;
  return entry(
    element(
      "term",
      { "xml:id": termId(index), "xml:lang": SOURCE_LANGUAGE },
      escapeXml(source),
    ),
    `<gloss target="#${termId(index)}">${escapeXml(target)}</gloss> ${writePinyin(pinyin)} ${writePlaces(places)}${official}${text}`,
  );
}

const writePinyin = (pinyin: string) =>
  element("foreign", { "xml:lang": PINYIN }, escapeXml(pinyin));

/** Writes numbers of paragraphs as links to their Chinese. */
type WritePlaces = (places: readonly number[]) => string;

function placesIn({ title, metadata, paragraphs }: Printed): WritePlaces {
  const keys = new Map<number | null, string>();
  for (const { number } of paragraphs) keys.set(number, `p${number}`);
  for (const [index, { number }] of [...metadata.entries()].reverse())
    keys.set(number, `m${index + 1}`);
  keys.set(title.number, "title");
  return (places) =>
    places
      .map((place) => {
        const key = keys.get(place);
        return key === undefined
          ? String(place)
          : element("ref", { target: `#zh-${key}` }, String(place));
      })
      .join(" ");
}
