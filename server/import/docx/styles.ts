import { inherit, noProps, setLook, type LookProps } from "./runs/look";
import { isOn, readXml, type XmlElement } from "./xml";
import type { ZipArchive } from "./zip";

type Style = {
  name: string;
  basedOn: string | null;
  numId: string | null;
  ilvl: number | null;
  outline: number | null;
  readonly look: LookProps;
};

/** What a style means for structure and characters, its ancestors included. */
export type StyleMeaning = {
  readonly heading: number | null;
  readonly isTitle: boolean;
  readonly numId: string | null;
  readonly ilvl: number | null;
  readonly look: LookProps;
};

const NONE: StyleMeaning = {
  heading: null,
  isTitle: false,
  numId: null,
  ilvl: null,
  look: noProps(),
};
/** Styles may be based on each other in a circle. */
const MAX_ANCESTORS = 20;

/** The styles of a Word file, by id. */
export class Styles {
  private readonly meanings = new Map<string, StyleMeaning>();

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly standard: string | null,
  ) {}

  /** The numbering that a list style names. */
  numOfStyle(id: string): string | null {
    return this.styles.get(id)?.numId ?? null;
  }

  /** What a paragraph's style means; without one, the standard style's. */
  meaningOf(id: string | null): StyleMeaning {
    const wanted = id ?? this.standard;
    if (wanted === null) return NONE;
    const known = this.meanings.get(wanted) ?? this.readMeaning(wanted);
    this.meanings.set(wanted, known);
    return known;
  }

  /** How a character style looks; null where a run has none. */
  lookOf(id: string | null): LookProps | null {
    return id === null ? null : this.meaningOf(id).look;
  }

  private readMeaning(id: string): StyleMeaning {
    const chain: Style[] = [];
    for (
      let at: string | null = id;
      at !== null && chain.length < MAX_ANCESTORS;
    ) {
      const style: Style | undefined = this.styles.get(at);
      if (style === undefined) break;
      chain.push(style);
      at = style.basedOn;
    }
    const first = <T>(read: (style: Style) => T | null): T | null => {
      for (const style of chain) {
        const value = read(style);
        if (value !== null) return value;
      }
      return null;
    };
    const named = first((style) => headingOf(style.name));
    const outline = first((style) => style.outline);
    return {
      heading: outline !== null && outline < 9 ? outline + 1 : named,
      isTitle: chain.some((style) =>
        /^(?:title|标题|文档标题|公文标题)$/i.test(style.name),
      ),
      numId: first((style) => style.numId),
      ilvl: first((style) => style.ilvl),
      look: inherit(chain.map((style) => style.look)),
    };
  }
}

function headingOf(name: string): number | null {
  const match = /^(?:heading|标题)\s*([1-9])$/i.exec(name);
  return match === null ? null : Number(match[1]);
}

/** Reads word/styles.xml. */
export async function readStyles(
  archive: ZipArchive,
  part: string,
): Promise<Styles> {
  const styles = new Map<string, Style>();
  const names: string[] = [];
  let standard: string | null = null;
  let style: Style | null = null;
  await readXml(archive, part, {
    open: (element) => {
      names.push(element.name);
      if (!element.isWord) return;
      const { attributes } = element;
      if (element.name === "style") {
        style = emptyStyle();
        const id = attributes["styleId"] ?? "";
        styles.set(id, style);
        if (
          attributes["type"] === "paragraph" &&
          attributes["default"] !== undefined &&
          isOn({ val: attributes["default"] })
        )
          standard = id;
      } else if (style !== null) setStyle(style, element, names);
    },
    close: (name) => {
      names.pop();
      if (name === "style") style = null;
    },
    text: () => {},
  });
  return new Styles(styles, standard);
}

function emptyStyle(): Style {
  return {
    name: "",
    basedOn: null,
    numId: null,
    ilvl: null,
    outline: null,
    look: noProps(),
  };
}

function setStyle(
  style: Style,
  element: XmlElement,
  names: readonly string[],
): void {
  const { name, attributes } = element;
  const value = attributes["val"] ?? "";
  if (name === "name") style.name = value;
  if (name === "basedOn") style.basedOn = value;
  if (name === "numId") style.numId = value;
  if (name === "ilvl") style.ilvl = Number(value) || 0;
  if (name === "outlineLvl") style.outline = Number(value) || 0;
  // A table style also says how the characters of its first row or last column look.
  if (names.at(-2) === "rPr" && names.at(-3) === "style")
    setLook(style.look, element);
}
