import type { FontStyle } from "@/core/export/options";
import { fontFiles } from "./fonts";
import { readCmap, type CodePoints } from "./read-cmap";

/** A piece of text that can be drawn, or that no typeface has. */
export type Piece = { readonly text: string; readonly isCovered: boolean };

/** Parts a text by whether it can be drawn: Typst says nothing of a glyph that it does not find. */
export type Coverage = (text: string) => readonly Piece[];

// Drawn as nothing by any program: joiners, direction marks, variation selectors.
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;

const known = new Map<FontStyle, Coverage>();

/** What the typefaces of a style can draw; read from the fonts at the first call. */
export function coverageOf(style: FontStyle): Coverage {
  const coverage = known.get(style) ?? makeCoverage(readStyle(style));
  known.set(style, coverage);
  return coverage;
}

/** What every cut of one of the typefaces has. */
function readStyle(style: FontStyle): CodePoints {
  const union = new Uint8Array(0x110000 / 8);
  for (const files of Object.values(fontFiles(style))) {
    const [first, ...others] = files.map(readCmap);
    first?.forEach((bits, index) => {
      const common = others.reduce(
        (all, points) => all & (points[index] ?? 0),
        bits,
      );
      union[index] = (union[index] ?? 0) | common;
    });
  }
  return union;
}

/** Makes a coverage of code points. */
export function makeCoverage(points: CodePoints): Coverage {
  const has = (point: number) =>
    ((points[point >> 3] ?? 0) & (1 << (point & 7))) !== 0;
  return (text) => {
    const pieces: Piece[] = [];
    let from = 0;
    let isCovered = true;
    const end = (to: number) => {
      if (to > from) pieces.push({ text: text.slice(from, to), isCovered });
      from = to;
    };
    for (let at = 0; at < text.length;) {
      const point = text.codePointAt(at) ?? 0;
      const length = point > 0xffff ? 2 : 1;
      const isIgnored =
        !has(point) && IGNORABLE.test(String.fromCodePoint(point));
      // What is drawn as nothing goes with what stands before it.
      if (!isIgnored && has(point) !== isCovered) {
        end(at);
        isCovered = !isCovered;
      }
      at += length;
    }
    end(text.length);
    return pieces;
  };
}

/** The codes of characters that cannot be drawn: "U+1F600 U+1F601"; what is drawn as nothing has none. */
export function codesOf(text: string): readonly string[] {
  return [...text]
    .filter((character) => !IGNORABLE.test(character))
    .map(
      (character) =>
        `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
    );
}
