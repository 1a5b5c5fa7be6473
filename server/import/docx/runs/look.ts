import type { Raise } from "@/core/text/raised";
import { isOn, type XmlElement } from "@/server/import/docx/xml";

/** The properties of characters that bear meaning, as a run or a style sets them; null where it does not. */
export type LookProps = {
  bold: boolean | null;
  strike: boolean | null;
  doubleStrike: boolean | null;
  hidden: boolean | null;
  capitals: boolean | null;
  raise: Raise | "baseline" | null;
  /** How far the characters are moved up, in half-points; negative is down. */
  position: number | null;
  fonts: Fonts;
};

/** Typefaces by the kind of character. */
export type Fonts = {
  readonly ascii?: string;
  readonly hAnsi?: string;
  readonly eastAsia?: string;
  readonly cs?: string;
};

/** How a run looks when paragraph style, character style and run are taken together. */
export type Look = {
  readonly bold: boolean;
  readonly struck: boolean;
  readonly hidden: boolean;
  readonly capitals: boolean;
  readonly raise: Raise | null;
  /** Whether it is raised by its position alone, which may as well be layout. */
  readonly isShifted: boolean;
  readonly fonts: Fonts;
};

export const PLAIN_LOOK: Look = {
  bold: false,
  struck: false,
  hidden: false,
  capitals: false,
  raise: null,
  isShifted: false,
  fonts: {},
};

/** Half-points; less is a correction of the line rather than a power. */
const MIN_SHIFT = 4;

/** Makes properties of which none is set. */
export function noProps(): LookProps {
  return {
    bold: null,
    strike: null,
    doubleStrike: null,
    hidden: null,
    capitals: null,
    raise: null,
    position: null,
    fonts: {},
  };
}

/** Reads one child of w:rPr into properties. */
export function setLook(
  props: LookProps,
  { name, attributes }: XmlElement,
): void {
  const value = attributes["val"] ?? "";
  if (name === "b") props.bold = isOn(attributes);
  if (name === "strike") props.strike = isOn(attributes);
  if (name === "dstrike") props.doubleStrike = isOn(attributes);
  if (name === "vanish") props.hidden = isOn(attributes);
  if (name === "caps") props.capitals = isOn(attributes);
  if (name === "vertAlign")
    props.raise =
      value === "superscript" || value === "subscript" ? value : "baseline";
  if (name === "position") props.position = Number(value) || 0;
  if (name === "rFonts") props.fonts = readFonts(attributes);
}

function readFonts(attributes: XmlElement["attributes"]): Fonts {
  const names = ["ascii", "hAnsi", "eastAsia", "cs"] as const;
  return Object.fromEntries(
    names.flatMap((name) => {
      const font = attributes[name];
      return font === undefined ? [] : [[name, font]];
    }),
  );
}

/** Puts properties together, the nearest first: a style's and those of its ancestors. */
export function inherit(chain: readonly LookProps[]): LookProps {
  const props = noProps();
  for (const next of chain) {
    props.bold ??= next.bold;
    props.strike ??= next.strike;
    props.doubleStrike ??= next.doubleStrike;
    props.hidden ??= next.hidden;
    props.capitals ??= next.capitals;
    props.raise ??= next.raise;
    props.position ??= next.position;
    props.fonts = { ...next.fonts, ...props.fonts };
  }
  return props;
}

/** Resolves a run's look. On-off properties of the two styles cancel each other out, as Word has it. */
export function resolveLook(
  paragraph: LookProps,
  character: LookProps | null,
  direct: LookProps,
): Look {
  const toggle = (read: (props: LookProps) => boolean | null): boolean =>
    read(direct) ??
    (read(paragraph) ?? false) !==
      ((character === null ? null : read(character)) ?? false);
  const all = inherit([
    direct,
    ...(character === null ? [] : [character]),
    paragraph,
  ]);
  const shifted = all.raise === null ? raiseOf(all.position ?? 0) : null;
  return {
    bold: toggle((props) => props.bold),
    struck: toggle((props) => props.strike) || all.doubleStrike === true,
    hidden: toggle((props) => props.hidden),
    capitals: toggle((props) => props.capitals),
    raise: all.raise === "baseline" ? null : (all.raise ?? shifted),
    isShifted: shifted !== null,
    fonts: all.fonts,
  };
}

function raiseOf(position: number): Raise | null {
  if (Math.abs(position) < MIN_SHIFT) return null;
  return position > 0 ? "superscript" : "subscript";
}
