import { isOn, readXml } from "./xml";
import type { ZipArchive } from "./zip";

type Style = {
  name: string;
  basedOn: string | null;
  numId: string | null;
  ilvl: number | null;
  outline: number | null;
  bold: boolean | null;
};

/** What a paragraph style means for the structure, its ancestors included. */
export type StyleMeaning = {
  readonly heading: number | null;
  readonly isTitle: boolean;
  readonly numId: string | null;
  readonly ilvl: number | null;
  readonly bold: boolean;
};

const NONE: StyleMeaning = {
  heading: null,
  isTitle: false,
  numId: null,
  ilvl: null,
  bold: false,
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
      bold: first((style) => style.bold) ?? false,
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
  let standard: string | null = null;
  let style: Style | null = null;
  await readXml(archive, part, {
    open: ({ name, isWord, attributes }) => {
      if (!isWord) return;
      const value = attributes["val"] ?? "";
      if (name === "style") {
        const id = attributes["styleId"] ?? "";
        style = {
          name: "",
          basedOn: null,
          numId: null,
          ilvl: null,
          outline: null,
          bold: null,
        };
        styles.set(id, style);
        if (
          attributes["type"] === "paragraph" &&
          attributes["default"] !== undefined &&
          isOn({ val: attributes["default"] })
        )
          standard = id;
      }
      if (style === null) return;
      if (name === "name") style.name = value;
      if (name === "basedOn") style.basedOn = value;
      if (name === "numId") style.numId = value;
      if (name === "ilvl") style.ilvl = Number(value) || 0;
      if (name === "outlineLvl") style.outline = Number(value) || 0;
      if (name === "b") style.bold = isOn(attributes);
    },
    close: (name) => {
      if (name === "style") style = null;
    },
    text: () => {},
  });
  return new Styles(styles, standard);
}
