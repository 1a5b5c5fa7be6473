import { writeNumber } from "@/server/import/docx/numbers/number-formats";
import { readXml, type XmlElement } from "@/server/import/docx/xml";
import type { ZipArchive } from "@/server/import/docx/zip";

/** How the notes of a section are numbered; null where the section leaves it to the document. */
type NoteProps = {
  format: string | null;
  pattern: string | null;
  start: number | null;
  restart: string | null;
};
type BothProps = {
  readonly footnotes: NoteProps;
  readonly endnotes: NoteProps;
};

/** How notes of one kind are numbered, section by section. */
export type NoteNumbering = readonly {
  readonly format: string;
  readonly pattern: string | null;
  readonly start: number;
  readonly restart: "continuous" | "section" | "page";
}[];

const RESTARTS: Readonly<Record<string, "section" | "page" | undefined>> = {
  eachSect: "section",
  eachPage: "page",
};

/** Reads how footnotes and endnotes are numbered: from the settings, and from the sections that differ. */
export async function readNoteNumbering(
  archive: ZipArchive,
  settings: string,
  main: string,
): Promise<{
  readonly footnotes: NoteNumbering;
  readonly endnotes: NoteNumbering;
}> {
  const [standard = emptyProps()] = await readProps(
    archive,
    settings,
    "settings",
  );
  const sections = await readProps(archive, main, "sectPr");
  const numbering = (kind: keyof BothProps, format: string): NoteNumbering =>
    (sections.length === 0 ? [emptyProps()] : sections).map((section) => {
      const own = section[kind];
      const general = standard[kind];
      return {
        format: own.format ?? general.format ?? format,
        pattern: own.pattern ?? general.pattern,
        start: own.start ?? general.start ?? 1,
        restart: RESTARTS[own.restart ?? general.restart ?? ""] ?? "continuous",
      };
    });
  return {
    footnotes: numbering("footnotes", "decimal"),
    endnotes: numbering("endnotes", "lowerRoman"),
  };
}

/** Reads the note properties of every element of a name, in their order. */
async function readProps(
  archive: ZipArchive,
  part: string,
  holder: "settings" | "sectPr",
): Promise<readonly BothProps[]> {
  const all: BothProps[] = [];
  const names: string[] = [];
  await readXml(archive, part, {
    open: (element) => {
      names.push(element.name);
      if (!element.isWord) return;
      // What a tracked change replaced is no longer so.
      if (element.name === holder && names.at(-2) !== "sectPrChange")
        all.push(emptyProps());
      const last = all.at(-1);
      if (last === undefined || names.at(-3) !== holder) return;
      if (names.at(-2) === "footnotePr") setProps(last.footnotes, element);
      if (names.at(-2) === "endnotePr") setProps(last.endnotes, element);
    },
    close: () => {
      names.pop();
    },
    text: () => {},
  });
  return all;
}

function emptyProps(): BothProps {
  const none = () => ({
    format: null,
    pattern: null,
    start: null,
    restart: null,
  });
  return { footnotes: none(), endnotes: none() };
}

function setProps(props: NoteProps, { name, attributes }: XmlElement): void {
  const value = attributes["val"] ?? "";
  if (name === "numFmt") {
    props.format = value;
    props.pattern = attributes["format"]?.slice(0, 400) ?? null;
  }
  if (name === "numStart") props.start = Number(value) || 0;
  if (name === "numRestart") props.restart = value;
}

/** The mark of a note, and what is not sure about it. */
export type NoteMark = {
  readonly mark: string;
  readonly unknownFormat: string | null;
  /** Whether the count begins anew on each page, which only a program that lays out pages can tell. */
  readonly isUncertain: boolean;
};

/** Counts the notes of one kind as Word does when it shows their marks. */
export class NoteCounter {
  private section = 0;
  private count: number | null = null;

  constructor(private readonly numbering: NoteNumbering) {}

  /** The mark of the next note. */
  next(): NoteMark {
    const rules = this.rules();
    const start = rules?.start ?? 1;
    this.count = this.count === null ? start : this.count + 1;
    const { text, isKnown } = writeNumber(
      this.count,
      rules?.format ?? "decimal",
      rules?.pattern,
    );
    return {
      mark: noteMark(text),
      unknownFormat: isKnown ? null : (rules?.format ?? null),
      isUncertain: rules?.restart === "page",
    };
  }

  /** Goes on to the next section. */
  nextSection(): void {
    this.section += 1;
    if (this.rules()?.restart === "section") this.count = null;
  }

  /** Goes on to the next page, as far as the file tells where it begins. */
  nextPage(): void {
    if (this.rules()?.restart === "page") this.count = null;
  }

  private rules(): NoteNumbering[number] | undefined {
    return this.numbering[this.section] ?? this.numbering.at(-1);
  }
}

/** Signs that cannot be taken for a part of the text: ①, ＊, †. */
const SIGNS = /^[①-⓿❶-➓㉑-㊿⑴-⒛㊀-㊉＊*∗※†‡§¶★☆△#＃]{1,10}$/u;
const BRACKETED = /^[[［〔【〈（(].*[)）〉】〕］\]]$/u;

/** Writes a mark so that it is not mistaken for a part of the text: ① and ＊ as they are, others in brackets. */
export function noteMark(text: string): string {
  const mark = text.trim();
  return mark === "" || SIGNS.test(mark) || BRACKETED.test(mark)
    ? mark
    : `[${mark}]`;
}
