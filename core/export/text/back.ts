import type { Edition, EditionName } from "@/core/editions/edition";
import { cleanLabel } from "@/core/export/clean-text";
import { imprintLines } from "@/core/export/imprint";
import type { Printed, PrintedTerm } from "@/core/export/printed";
import { writeText, writeTextLine, writeTextSpans } from "./blocks";
import {
  ABBREVIATIONS,
  CATEGORIES,
  GLOSSARY,
  IMPRINT,
  NAMES,
  NOTES,
  ORIGINS,
} from "@/core/export/wording";

/** Writes what stands behind the text: notes, glossary, names, abbreviations, and what the edition says of itself. */
export function writeTextBack(
  edition: Edition,
  { notes, glossary, names, abbreviations }: Printed,
): readonly string[] {
  return [
    ...writePart(
      NOTES,
      notes.map(({ number, blocks }) => `[${number}] ${writeText(blocks)}`),
    ),
    ...writePart(GLOSSARY, glossary.map(writeTerm)),
    ...writePart(NAMES, names.map(writeName)),
    ...writePart(
      ABBREVIATIONS,
      abbreviations.map(
        ({ short, long }) => `${cleanLabel(short)}: ${cleanLabel(long)}`,
      ),
    ),
    ...writePart(
      IMPRINT,
      imprintLines(edition).map(
        ({ label, spans }) => `${label}: ${writeTextSpans(spans, " ")}`,
      ),
    ),
  ];
}

function writePart(heading: string, lines: readonly string[]) {
  return lines.length === 0 ? [] : [heading.toUpperCase(), lines.join("\n")];
}

const bracketed = (parts: readonly string[]) => {
  const said = parts.filter((part) => part !== "");
  return said.length === 0 ? "" : ` (${said.join("; ")})`;
};

function writeTerm(term: PrintedTerm): string {
  const { origin } = term;
  const where =
    origin.kind === "official"
      ? `${ORIGINS.official}: ${cleanLabel(origin.source)}`
      : ORIGINS.house;
  const line = `${writeChinese(term)}: ${cleanLabel(term.target)}${bracketed([where])}`;
  return term.definition === null
    ? line
    : `${line}. ${writeTextLine(term.definition)}`;
}

const writeName = (name: EditionName) =>
  `${cleanLabel(name.target)}: ${writeChinese(name)}, ${CATEGORIES[name.category]}`;

const writeChinese = ({
  source,
  pinyin,
}: Pick<EditionName, "source" | "pinyin">) =>
  [source, pinyin]
    .map(cleanLabel)
    .filter((part) => part !== "")
    .join(" ");
