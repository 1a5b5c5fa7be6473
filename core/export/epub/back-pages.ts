import { words } from "@/core/export/imprint";
import type { Printed, PrintedTerm } from "@/core/export/printed";
import { ABBREVIATIONS, GLOSSARY, NAMES } from "@/core/export/wording";
import { escapeXml } from "@/core/export/xml";
import { addressFrom } from "./places";
import {
  chinese,
  pinyin,
  writeBlocks,
  writePage,
  writeSpans,
  type PageContext,
} from "./xhtml";

/** Writes the glossary of the terms that occur. */
export function writeGlossary(
  terms: Printed["glossary"],
  context: PageContext,
): string {
  const entries = terms.map((term) => writeTerm(term, context));
  return writeList(
    GLOSSARY,
    "glossary",
    entries,
    context,
    ' epub:type="glossary" role="doc-glossary"',
  );
}

function writeTerm(term: PrintedTerm, context: PageContext): string {
  const { source, target, origin, definition, places } = term;
  const text = definition === null ? "" : writeBlocks(definition, context);
  const official =
    origin.kind === "official"
      ? `<p class="origin">${writeSpans(words(`Official: ${origin.source}`), context)}</p>`
      : "";
  return `<dt>${chinese(source)} ${pinyin(term.pinyin)}</dt>\n<dd><p><b>${escapeXml(target)}</b> ${writeNumbers(places, context)}</p>${official}${text}</dd>`;
}

/** Writes the index of names. */
export function writeNames(
  names: Printed["names"],
  context: PageContext,
): string {
  const entries = names.map(
    ({ source, target, places, ...name }) =>
      `<dt>${escapeXml(target)}</dt>\n<dd><p>${chinese(source)} ${pinyin(name.pinyin)} ${writeNumbers(places, context)}</p></dd>`,
  );
  return writeList(
    NAMES,
    "index",
    entries,
    context,
    ' epub:type="index" role="doc-index"',
  );
}

/** Writes the abbreviations that the English explains. */
export function writeAbbreviations(
  abbreviations: Printed["abbreviations"],
  context: PageContext,
): string {
  const entries = abbreviations.map(
    ({ short, long, number }) =>
      `<dt>${escapeXml(short)}</dt>\n<dd><p>${escapeXml(long)} ${writeNumbers([number], context)}</p></dd>`,
  );
  return writeList(ABBREVIATIONS, "abbreviations", entries, context, "");
}

function writeList(
  heading: string,
  kind: string,
  entries: readonly string[],
  context: PageContext,
  semantics: string,
): string {
  return writePage(context, {
    title: heading,
    type: "backmatter",
    body: `<section${semantics} class="${kind}">\n<h1>${heading}</h1>\n<dl>\n${entries.join("\n")}\n</dl>\n</section>`,
  });
}

/** Numbers of paragraphs, as links to those that the book has. */
function writeNumbers(
  numbers: readonly number[],
  { file, places }: PageContext,
): string {
  const links = numbers.map((number) => {
    const to = places.paragraphs.get(number);
    return to === undefined
      ? String(number)
      : `<a href="${addressFrom(file, to, `p${number}`)}">${number}</a>`;
  });
  return links.length === 0
    ? ""
    : `<span class="places">¶ ${links.join(", ")}</span>`;
}
