import { codePoint } from "dingbat-to-unicode";
import { UNREADABLE } from "@/core/source/placeholder";
import type { Fonts } from "./look";
import { PREFERRED, readZapf } from "./symbol-tables";

/** Where Word puts the characters of fonts that have an order of their own. */
const SHIFT = 0xf000;
/** Names of fonts of which the library knows the order, by how files may spell them. */
const FONTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:symbol(?: ?(?:std|tiger|set|neu))?|(?:mt|euclid) symbol)$/, "Symbol"],
  [/^wingdings$/, "Wingdings"],
  [/^wingdings ?2$/, "Wingdings 2"],
  [/^wingdings ?3$/, "Wingdings 3"],
  [/^webdings$/, "Webdings"],
  [/^(?:itc )?zapf ?dingbats(?: std)?$|^monotype sorts$/, "Zapf Dingbats"],
  [/^mt extra$|^euclid extra$/, "MT Extra"],
];
/** Fonts with an order of their own that is not known here. */
const OTHERS =
  /^marlett$|dingbat|wingding|webding|^bookshelf symbol|^ms reference spec|ornaments?$|^opensymbol$/;

/** Text of a run as it is shown, and the characters of it that cannot be read. */
export type FontText = {
  readonly text: string;
  /** For each unreadable character, the place in `text` where its sign is and what is known of it. */
  readonly unknown: readonly { readonly at: number; readonly detail: string }[];
};

/** Reads a w:sym: a character of a font; null where it cannot be read. */
export function readSymbol(font: string, code: number): string | null {
  const plain = code >= SHIFT && code <= 0xf0ff ? code - SHIFT : code;
  const known = fontOf(font);
  if (known !== null && plain < 0x100) return readCharacter(known, plain);
  if (OTHERS.test(nameOf(font))) return null;
  // A font with the usual order: its characters may be shifted as well.
  return plain >= 0x20 && plain <= 0x10ffff && !isPrivate(plain)
    ? String.fromCodePoint(plain)
    : null;
}

/** Reads the text of a run whose typefaces may be symbol fonts, where R is a ticked box and a is α. */
export function readFontText(text: string, fonts: Fonts): FontText {
  const named = [fonts.ascii, fonts.hAnsi, fonts.eastAsia, fonts.cs].find(
    (font) => font !== undefined && isSymbolFont(font),
  );
  if (named === undefined && !/[\ue000-\uf8ff]/.test(text))
    return { text, unknown: [] };
  const unknown: { at: number; detail: string }[] = [];
  let shown = "";
  for (const character of text) {
    const sign = readIn(character, fonts, named ?? null);
    if (sign === null)
      unknown.push({
        at: shown.length,
        detail: describe(named ?? "", character.codePointAt(0) ?? 0),
      });
    shown += sign ?? UNREADABLE;
  }
  return { text: shown, unknown };
}

/** What is known of a character that cannot be read: "Wingdings F0FF". */
export function describe(font: string, code: number): string {
  return `${font} ${code.toString(16).toUpperCase()}`.trim();
}

function readIn(
  character: string,
  fonts: Fonts,
  named: string | null,
): string | null {
  const code = character.codePointAt(0) ?? 0;
  if (code >= SHIFT && code <= 0xf0ff)
    return named === null ? null : readSymbol(named, code);
  if (isPrivate(code)) return null;
  const font = code < 0x80 ? fonts.ascii : fonts.hAnsi;
  if (code <= 0x20 || code > 0xff || font === undefined || !isSymbolFont(font))
    return character;
  return readSymbol(font, code);
}

function readCharacter(font: string, code: number): string | null {
  const preferred = PREFERRED[font]?.get(code);
  if (preferred !== undefined) return preferred;
  if (font === "Zapf Dingbats") return readZapf(code);
  const found = codePoint(font, code);
  return found === undefined || isPrivate(found.codePoint)
    ? null
    : found.string;
}

function isSymbolFont(font: string): boolean {
  return fontOf(font) !== null || OTHERS.test(nameOf(font));
}

function fontOf(font: string): string | null {
  const name = nameOf(font);
  return FONTS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function nameOf(font: string): string {
  return font.slice(0, 60).trim().toLowerCase();
}

function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}
