import { readFontText } from "@/server/import/docx/runs/symbol-fonts";
import { isOn, readXml, type XmlElement } from "@/server/import/docx/xml";
import type { ZipArchive } from "@/server/import/docx/zip";
import { writeNumber } from "./number-formats";

type Level = {
  start: number;
  format: string;
  /** The example of a format of the file's own. */
  pattern: string | null;
  text: string;
  /** The typeface of the marker; symbol fonts have bullets of their own. */
  font: string | null;
  suffix: string;
  /** The style whose paragraphs are at this level. */
  style: string | null;
  /** The level whose count makes this one start again; null for the one above, 0 for none. */
  restart: number | null;
  legal: boolean;
};
type Abstract = {
  readonly levels: Map<number, Level>;
  styleLink: string | null;
  numStyleLink: string | null;
};
type Override = { start: number | null; level: Level | null };
type Num = { abstract: string; readonly overrides: Map<number, Override> };

/** The numberings that a Word file defines. */
export type Numbering = {
  readonly abstracts: ReadonlyMap<string, Abstract>;
  readonly nums: ReadonlyMap<string, Num>;
};

const MAX_LEVELS = 9;

/** Reads word/numbering.xml. */
export async function readNumbering(
  archive: ZipArchive,
  part: string,
): Promise<Numbering> {
  const abstracts = new Map<string, Abstract>();
  const nums = new Map<string, Num>();
  let abstract: Abstract | null = null;
  let num: Num | null = null;
  let override: Override | null = null;
  let level: Level | null = null;
  await readXml(archive, part, {
    open: ({ name, isWord, attributes }) => {
      if (!isWord) return;
      const value = attributes["val"] ?? "";
      if (name === "abstractNum") {
        abstract = { levels: new Map(), styleLink: null, numStyleLink: null };
        abstracts.set(attributes["abstractNumId"] ?? "", abstract);
      } else if (name === "num") {
        num = { abstract: "", overrides: new Map() };
        nums.set(attributes["numId"] ?? "", num);
      } else if (name === "abstractNumId" && num !== null) num.abstract = value;
      else if (name === "styleLink" && abstract !== null)
        abstract.styleLink = value;
      else if (name === "numStyleLink" && abstract !== null)
        abstract.numStyleLink = value;
      else if (name === "lvlOverride" && num !== null) {
        override = { start: null, level: null };
        num.overrides.set(levelNumber(attributes["ilvl"]), override);
      } else if (name === "startOverride" && override !== null)
        override.start = Number(value) || 0;
      else if (name === "lvl") {
        level = {
          start: 0,
          format: "decimal",
          pattern: null,
          text: "",
          font: null,
          suffix: "tab",
          style: null,
          restart: null,
          legal: false,
        };
        if (override !== null) override.level = level;
        else abstract?.levels.set(levelNumber(attributes["ilvl"]), level);
      } else if (level !== null) setLevel(level, name, value, attributes);
    },
    close: (name) => {
      if (name === "abstractNum") abstract = null;
      if (name === "num") num = null;
      if (name === "lvlOverride") override = null;
      if (name === "lvl") level = null;
    },
    text: () => {},
  });
  return { abstracts, nums };
}

function levelNumber(value: string | undefined): number {
  const number = Number(value ?? 0);
  return Number.isInteger(number)
    ? Math.min(MAX_LEVELS - 1, Math.max(0, number))
    : 0;
}

function setLevel(
  level: Level,
  name: string,
  value: string,
  attributes: XmlElement["attributes"],
): void {
  if (name === "start") level.start = Number(value) || 0;
  if (name === "numFmt") {
    level.format = value;
    level.pattern = attributes["format"]?.slice(0, 400) ?? null;
  }
  if (name === "rFonts")
    level.font = attributes["ascii"] ?? attributes["hAnsi"] ?? null;
  // The longest real text is some ten characters: "第%1条".
  if (name === "lvlText") level.text = value.slice(0, 60);
  if (name === "suff") level.suffix = value;
  if (name === "pStyle") level.style = value;
  if (name === "lvlRestart") level.restart = Number(value) || 0;
  if (name === "isLgl") level.legal = isOn(attributes);
}

/** What Word puts before a paragraph: a marker and what parts it from the text, or a bullet. */
export type ListMarker = {
  readonly marker: string;
  readonly gap: string;
  readonly depth: number;
  readonly bullet: boolean;
  /** A number format that is not known, whose numbers became digits. */
  readonly unknownFormat: string | null;
};

type Written = { readonly text: string; readonly unknownFormat: string | null };

/** Counts a document's numbered paragraphs in their order, as Word does when it shows them. */
export class NumberingCounter {
  private readonly counts = new Map<Abstract, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(
    private readonly numbering: Numbering,
    /** The numbering that a list style is linked to. */
    private readonly numOfStyle: (style: string) => string | null,
  ) {}

  /** The level at which a numbering has paragraphs of a style; null where it does not name the style. */
  levelOfStyle(numId: string, style: string): number | null {
    const abstract = this.abstractOf(numId);
    for (const [index, level] of abstract?.levels ?? [])
      if (level.style === style) return index;
    return null;
  }

  /** Counts one more paragraph of a numbering; null where the file does not define it. */
  next(numId: string, ilvl: number): ListMarker | null {
    const num = this.numbering.nums.get(numId);
    const abstract = this.abstractOf(numId);
    if (num === undefined || abstract === null) return null;
    const index = levelNumber(String(ilvl));
    const level = levelOf(num, abstract, index);
    if (level === undefined) return null;
    if (level.format === "bullet") return bulletOf(level, index);
    const counts = this.countsOf(abstract);
    this.restartBy(num, numId, index, counts);
    counts[index] =
      counts[index] === undefined ? level.start : counts[index] + 1;
    for (let deeper = index + 1; deeper < MAX_LEVELS; deeper += 1) {
      const restart = levelOf(num, abstract, deeper)?.restart ?? null;
      if (restart === null || (restart > 0 && index < restart))
        counts[deeper] = undefined;
    }
    const { text, unknownFormat } = markerOf(level, num, abstract, counts);
    if (text === "") return null;
    const isParted =
      level.suffix !== "nothing" && /[\p{L}\p{N}.-]$/u.test(text);
    return {
      marker: text,
      gap: isParted ? " " : "",
      depth: index + 1,
      bullet: false,
      unknownFormat,
    };
  }

  private abstractOf(numId: string): Abstract | null {
    const num = this.numbering.nums.get(numId);
    const abstract = this.numbering.abstracts.get(num?.abstract ?? "") ?? null;
    if (abstract?.numStyleLink == null) return abstract;
    const linked = this.numbering.nums.get(
      this.numOfStyle(abstract.numStyleLink) ?? "",
    );
    return this.numbering.abstracts.get(linked?.abstract ?? "") ?? abstract;
  }

  private countsOf(abstract: Abstract): (number | undefined)[] {
    const counts = this.counts.get(abstract) ?? [];
    this.counts.set(abstract, counts);
    return counts;
  }

  /** A numbering that says where it starts does so at its first paragraph. */
  private restartBy(
    num: Num,
    numId: string,
    index: number,
    counts: (number | undefined)[],
  ): void {
    const start = num.overrides.get(index)?.start ?? null;
    const key = `${numId}:${index}`;
    if (start === null || this.started.has(key)) return;
    this.started.add(key);
    counts[index] = start - 1;
  }
}

function levelOf(
  num: Num,
  abstract: Abstract,
  index: number,
): Level | undefined {
  return num.overrides.get(index)?.level ?? abstract.levels.get(index);
}

function markerOf(
  level: Level,
  num: Num,
  abstract: Abstract,
  counts: (number | undefined)[],
): Written {
  let unknownFormat: string | null = null;
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = levelOf(num, abstract, index);
    counts[index] ??= other?.start ?? 1;
    const { format, pattern } = other ?? level;
    const written = level.legal
      ? writeNumber(counts[index] ?? 1, "decimal")
      : writeNumber(counts[index] ?? 1, format, pattern);
    if (!written.isKnown) unknownFormat = format;
    return written.text;
  });
  return { text: text.trim(), unknownFormat };
}

/** Dashes, boxes to tick and ticks say something; round and square points only say that there is a bullet. */
const SAYS_SOMETHING = /^(?:[—―─-]{1,3}|[□☐☑☒✓✔✗✘❑❒★☆※])$/u;

function bulletOf(level: Level, index: number): ListMarker {
  const fonts = level.font === null ? {} : { ascii: level.font };
  const { text } = readFontText(level.text.trim(), fonts);
  return {
    marker: SAYS_SOMETHING.test(text) ? text : "",
    gap: SAYS_SOMETHING.test(text) && !/^[—―─-]/.test(text) ? " " : "",
    depth: index + 1,
    bullet: true,
    unknownFormat: null,
  };
}
