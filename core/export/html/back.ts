import {
  SOURCE_LANGUAGE,
  type Edition,
  type EditionName,
} from "@/core/editions/edition";
import { imprintLines } from "@/core/export/imprint";
import type { Printed, PrintedTerm } from "@/core/export/printed";
import { escapeHtml } from "./escape";
import { termAnchor } from "./find-terms";
import { writeBlocks, writePinyin, writeSpans } from "./text";
import { ABBREVIATIONS, GLOSSARY, IMPRINT, NAMES } from "@/core/export/wording";

/** Headings of the parts behind the text, by their ids. */
export const BACK = {
  glossary: GLOSSARY,
  names: NAMES,
  abbreviations: ABBREVIATIONS,
  about: IMPRINT,
} as const;

const chinese = (text: string) =>
  `<span lang="${SOURCE_LANGUAGE}">${escapeHtml(text)}</span>`;

/** Numbers of paragraphs as links to them. */
function writePlaces(places: readonly number[]): string {
  const links = places.map((place) => `<a href="#p${place}">${place}</a>`);
  return `<span class="places"><span class="visually-hidden">Paragraphs </span>${links.join(" ")}</span>`;
}

const section = (id: keyof typeof BACK, content: string) =>
  `<section class="back-matter ${id}" id="${id}" aria-labelledby="${id}-heading">\n<h2 id="${id}-heading">${BACK[id]}</h2>\n${content}\n</section>`;

function writeTerm(term: PrintedTerm, index: number): string {
  const origin =
    term.origin.kind === "official"
      ? `<span class="origin official" title="${escapeHtml(term.origin.source)}">official</span>`
      : `<span class="origin">house</span>`;
  const source =
    term.origin.kind === "official"
      ? `<p class="origin-source">${escapeHtml(term.origin.source)}</p>`
      : "";
  const definition =
    term.definition === null ? "" : writeBlocks(term.definition);
  return `<div class="entry" id="${termAnchor(index)}"><dt><span class="characters">${chinese(term.source)}</span> ${writePinyin(term.pinyin)}</dt><dd><p><b>${escapeHtml(term.target)}</b> ${origin} ${writePlaces(term.places)}</p>${source}${definition}</dd></div>`;
}

function writeName(name: EditionName): string {
  return `<li><b>${escapeHtml(name.target)}</b> ${chinese(name.source)} ${writePinyin(name.pinyin)} ${writePlaces(name.places)}</li>`;
}

function writeImprint(edition: Edition): string {
  const lines = imprintLines(edition).map(
    ({ label, spans }) =>
      `<div><dt>${escapeHtml(label)}</dt><dd>${writeSpans(spans)}</dd></div>`,
  );
  return lines.length === 0
    ? ""
    : section("about", `<dl class="imprint">\n${lines.join("\n")}\n</dl>`);
}

/** A part behind the text; "" where there is nothing in it. */
export type BackPart = {
  readonly id: keyof typeof BACK;
  readonly html: string;
};

/** Writes what stands behind the text: glossary, names, abbreviations, imprint. */
export function writeBack(
  edition: Edition,
  { glossary, names, abbreviations }: Printed,
): readonly BackPart[] {
  const parts: readonly BackPart[] = [
    {
      id: "glossary",
      html:
        glossary.length === 0
          ? ""
          : section(
              "glossary",
              `<dl>\n${glossary.map(writeTerm).join("\n")}\n</dl>`,
            ),
    },
    {
      id: "names",
      html:
        names.length === 0
          ? ""
          : section("names", `<ul>\n${names.map(writeName).join("\n")}\n</ul>`),
    },
    {
      id: "abbreviations",
      html:
        abbreviations.length === 0
          ? ""
          : section(
              "abbreviations",
              `<dl>\n${abbreviations.map(({ short, long, number }) => `<div><dt>${escapeHtml(short)}</dt><dd>${escapeHtml(long)} ${writePlaces([number])}</dd></div>`).join("\n")}\n</dl>`,
            ),
    },
    { id: "about", html: writeImprint(edition) },
  ];
  return parts.filter(({ html }) => html !== "");
}
