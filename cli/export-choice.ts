import type { Arguments, Options } from "./arguments";
import { Refusal } from "./failure";
import {
  DEFAULT_OPTIONS,
  EXPORT_FORMATS,
  EXPORT_LAYOUTS,
  FONT_STYLES,
  NOTE_STYLES,
  PAPERS,
  UNAPPROVED_STYLES,
  type ExportChoice,
} from "@/core/export/options";
import { FIRST_USE_FORMS } from "@/core/projects/style";

/** What `duizhao export` takes beside the bundle. */
export const EXPORT_OPTIONS: Options = {
  format: { required: true },
  layout: {},
  notes: {},
  paper: {},
  fonts: {},
  "first-use": {},
  unapproved: {},
  glossary: { flag: true },
  "no-glossary": { flag: true },
  remarks: { flag: true },
  document: {},
  output: { short: "o", required: true },
};

export const EXPORT_HELP = `  --format FORMAT
      docx      Word
      pdf       pages, typeset
      epub      an EPUB 3 book
      html      one page that needs nothing else, with the reader's modes
      md        Markdown with Pandoc's footnotes
      txt       plain text
      tei       TEI P5: both texts, aligned
      xliff21   XLIFF 2.1, for other programs of translators
      xliff12   XLIFF 1.2, the same for older ones
      tmx       TMX 1.4b: a translation memory of the approved paragraphs
      bundle    the document alone, as a bundle without what is not for readers
  --layout LAYOUT       (docx, pdf, epub, html, md, txt)
      english      English alone; this where nothing is said
      parallel     both texts, beside each other
      interleaved  both texts, the English under its Chinese
      annotated    Chinese alone, with the notes in English
  --notes footnotes|endnotes|none
  --paper a4|letter     (docx, pdf)
  --fonts serif|sans    (docx, pdf, epub, html)
  --glossary, --no-glossary
      with glossary, names and abbreviations at the end, or without
  --first-use rendering|characters|pinyin-characters
      how a term stands where the English has it first; else as the project has decided
  --unapproved marked|omitted|source
      English that no reviewer has approved: marked as such, left out, or in Chinese
  --remarks             what the team says to itself, as comments (docx)
  --document N          which document of the bundle, counted from 1, where it has more than one
  -o, --output OUT      the file to write; "-" is standard output

Words that a format has no use for change nothing. Which notes have no place in the English, and so are not printed, and
how many nobody has reviewed is told on standard error.

  duizhao export bundle.json --format pdf --layout parallel --paper letter -o plan.pdf
  duizhao export bundle.json --format md -o - | less`;

/** Formats by other names that people try. */
const OTHER_NAMES: Readonly<Record<string, ExportChoice["format"]>> = {
  markdown: "md",
  text: "txt",
  xliff: "xliff21",
};

/** Reads what is to be written, and how; what nothing is said of is as everywhere else. */
export function readChoice(
  values: Arguments["values"],
  flags: Arguments["flags"],
): ExportChoice {
  const one = <T extends string>(
    name: string,
    choices: readonly T[],
    otherwise: T,
  ): T => {
    const value = values[name];
    if (value === undefined) return otherwise;
    const choice = choices.find((each) => hyphenated(each) === value);
    if (choice === undefined)
      throw new Refusal(
        `--${name} is ${listOf(choices.map(hyphenated))}, not “${value}”.`,
      );
    return choice;
  };
  if (flags["glossary"] === true && flags["no-glossary"] === true)
    throw new Refusal("--glossary and --no-glossary: say one of them.");
  const given = values["format"] ?? "";
  const format = Object.hasOwn(OTHER_NAMES, given)
    ? (OTHER_NAMES[given] ?? "md")
    : one("format", EXPORT_FORMATS, "md");
  const firstUse =
    values["first-use"] === undefined
      ? null
      : one("first-use", FIRST_USE_FORMS, "rendering");
  return {
    format,
    options: {
      layout: one("layout", EXPORT_LAYOUTS, DEFAULT_OPTIONS.layout),
      notes: one("notes", NOTE_STYLES, DEFAULT_OPTIONS.notes),
      paper: one("paper", PAPERS, DEFAULT_OPTIONS.paper),
      fonts: one("fonts", FONT_STYLES, DEFAULT_OPTIONS.fonts),
      unapproved: one(
        "unapproved",
        UNAPPROVED_STYLES,
        DEFAULT_OPTIONS.unapproved,
      ),
      firstUse,
      glossary: flags["no-glossary"] !== true,
      remarks: flags["remarks"] === true,
    },
  };
}

const hyphenated = (name: string) => name.replaceAll("_", "-");

function listOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}
