import type { Edition } from "@/core/editions/edition";
import type { ExportOptions } from "@/core/export/options";
import type { Printed } from "@/core/export/printed";
import {
  ABBREVIATIONS,
  CONVENTIONS,
  draftNotice,
  GLOSSARY,
  IMPRINT,
  INTRODUCTION,
  NAMES,
  NOTES,
} from "@/core/export/wording";
import { writeAbbreviations, writeGlossary, writeNames } from "./back-pages";
import { splitChapters, type Chapter } from "./chapters";
import { drawCover } from "./cover";
import {
  writeCover,
  writeForeword,
  writeImprint,
  writeTitlePage,
} from "./front-pages";
import {
  listBookHeadings,
  writeNavigation,
  type BookHeading,
  type Matter,
} from "./navigation";
import { writeEndnotes } from "./notes";
import type { BookFile } from "./package-file";
import { findPlaces, TITLE_PAGE } from "./places";
import { bookStyle } from "./style";
import { writeTextPage } from "./text-pages";
import type { PageContext } from "./xhtml";

const PAGE = "application/xhtml+xml";
const NAVIGATION = "nav.xhtml";

type Page = Matter & { readonly write: (context: PageContext) => string };

/** Writes all files of a book in the order in which they are read. */
export function makeBook(
  edition: Edition,
  printed: Printed,
  options: ExportOptions,
  name: string,
): readonly BookFile[] {
  const chapters = splitChapters(printed.paragraphs);
  const places = findPlaces(printed, chapters, options.notes);
  const contextOf = (file: string): PageContext => ({
    file,
    language: edition.language.target,
    places,
  });
  const page = (file: string, body: string): BookFile => ({
    file,
    mediaType: PAGE,
    properties: file === NAVIGATION ? "nav" : null,
    isPage: true,
    body,
  });
  const write = ({ file, write: writeIt }: Page) =>
    page(file, writeIt(contextOf(file)));

  const front = listFront(edition, printed, options, name);
  const back = listBack(printed, options, places.notes);
  const headings = listBookHeadings(printed);
  const titles = titlesOf(headings, chapters, name);
  const first = chapters[0];
  const navigation = writeNavigation(
    {
      front,
      headings,
      start:
        first === undefined
          ? null
          : { file: first.file, label: name, landmark: "bodymatter" },
      back,
    },
    contextOf(NAVIGATION),
  );
  // The contents stand behind title page and imprint.
  const [before, after] = [front.slice(0, 3), front.slice(3)];
  return [
    ...before.map(write),
    page(NAVIGATION, navigation),
    ...after.map(write),
    ...chapters.map((chapter) =>
      page(
        chapter.file,
        writeTextPage(
          chapter,
          printed,
          contextOf(chapter.file),
          titles.get(chapter.file) ?? name,
        ),
      ),
    ),
    ...back.map(write),
    {
      file: "style.css",
      mediaType: "text/css",
      properties: null,
      isPage: false,
      body: bookStyle(options.fonts),
    },
    {
      file: "cover.svg",
      mediaType: "image/svg+xml",
      properties: "cover-image",
      isPage: false,
      body: drawCover(edition, name),
    },
  ];
}

function listFront(
  edition: Edition,
  printed: Printed,
  options: ExportOptions,
  name: string,
): readonly Page[] {
  const { introduction, conventions } = printed;
  return [
    {
      file: "cover.xhtml",
      label: "Cover",
      landmark: "cover",
      write: (context) => writeCover(edition, context, name),
    },
    {
      file: TITLE_PAGE,
      label: "Title page",
      landmark: "titlepage",
      write: (context) =>
        writeTitlePage(printed, draftNotice(edition, options), context, name),
    },
    {
      file: "imprint.xhtml",
      label: IMPRINT,
      landmark: "copyright-page",
      write: (context) => writeImprint(edition, context),
    },
    ...(introduction === null
      ? []
      : [
          {
            file: "introduction.xhtml",
            label: INTRODUCTION,
            landmark: "introduction",
            write: (context: PageContext) =>
              writeForeword(
                introduction,
                INTRODUCTION,
                "introduction",
                context,
              ),
          },
        ]),
    ...(conventions === null
      ? []
      : [
          {
            file: "conventions.xhtml",
            label: CONVENTIONS,
            landmark: "preface",
            write: (context: PageContext) =>
              writeForeword(conventions, CONVENTIONS, "preface", context),
          },
        ]),
  ];
}

function listBack(
  { notes, glossary, names, abbreviations }: Printed,
  options: ExportOptions,
  noteFiles: ReadonlyMap<number, string>,
): readonly Page[] {
  const isAtEnd = options.notes === "endnotes";
  const files = isAtEnd ? [...new Set(noteFiles.values())] : [];
  const endnotes = notes.length === 0 ? [] : files;
  const list = (
    entries: readonly unknown[],
    matter: Matter,
    write: Page["write"],
  ) => (entries.length === 0 ? [] : [{ ...matter, write }]);
  return [
    ...endnotes.map((file, index): Page => ({
      file,
      label: index === 0 ? NOTES : `${NOTES}, page ${index + 1}`,
      landmark: index === 0 ? "endnotes" : null,
      write: (context) =>
        writeEndnotes(
          notes.filter(({ number }) => noteFiles.get(number) === file),
          context,
        ),
    })),
    ...list(
      glossary,
      { file: "glossary.xhtml", label: GLOSSARY, landmark: "glossary" },
      (context) => writeGlossary(glossary, context),
    ),
    ...list(
      names,
      { file: "names.xhtml", label: NAMES, landmark: "index" },
      (context) => writeNames(names, context),
    ),
    ...list(
      abbreviations,
      { file: "abbreviations.xhtml", label: ABBREVIATIONS, landmark: null },
      (context) => writeAbbreviations(abbreviations, context),
    ),
  ];
}

/** What each page of the text is called: its first heading, or that of the page before. */
function titlesOf(
  headings: readonly BookHeading[],
  chapters: readonly Chapter[],
  name: string,
): ReadonlyMap<string, string> {
  const texts = new Map(headings.map(({ number, text }) => [number, text]));
  const titles = new Map<string, string>();
  let title = name;
  for (const { file, paragraphs } of chapters) {
    const own = paragraphs.find(({ level }) => level !== null);
    const text = own === undefined ? "" : (texts.get(own.number) ?? "");
    if (text !== "") title = text;
    titles.set(file, title);
  }
  return titles;
}
