import { readRaised, SUBSCRIPTS } from "./raised";

/** What becomes of a UTF-16 unit when text is folded. */
export const KEEP = 0;
export const QUOTE = 1;
export const IGNORED = 2;
export const SPACE = 3;
export const BORDER = 4;
export const MARK = 5;
export const COMPLEX = 6;

/** For every UTF-16 unit: its class, what it is replaced by (KEEP only), and whether blanks beside it mean nothing. */
export type FoldTables = {
  readonly classes: Uint8Array;
  readonly replacements: Uint16Array;
  readonly tight: Uint8Array;
};

const IGNORED_CHARACTER = /\p{Default_Ignorable_Code_Point}/gu;
const MARK_CHARACTER = /[\p{M}\p{Emoji_Modifier}\uFF9E\uFF9F]/gu;
const TIGHT_CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65·•‧∙⋅᛫⸱ㆍ]/gu;

/** Middle dots in use between the parts of a foreign name or of a title; all become U+00B7. */
const MIDDLE_DOTS = "·•‧∙⋅・･᛫⸱ㆍ";
/** Hyphens, minus and en dash, which keyboards and converters mix up; the em dash is punctuation and stays. */
const HYPHENS = "-‐‑‒–−﹣－";

/** Compatibility forms that differ from the plain character only in width, ligature or encoding history. */
const COMPATIBILITY_FORM =
  /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06\uFE30-\uFE6B\uFF00-\uFFEF\u{2F800}-\u{2FA1F}]/gu;

function is(pattern: RegExp, character: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(character);
}

/** Folds one code point that is neither quotation mark nor white space; "" when it is left out. */
export function foldCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) return "\ufffd";
  if (is(IGNORED_CHARACTER, character)) return "";
  if (MIDDLE_DOTS.includes(character)) return "·";
  if (HYPHENS.includes(character)) return "-";
  if (character === "〜") return "~";
  const raised = readRaised(character);
  if (raised?.raise === "subscript") return raised.text;
  const plain = is(COMPATIBILITY_FORM, character)
    ? character.normalize("NFKC")
    : character;
  if (plain !== character && plain.length === 1) return foldCodePoint(plain);
  // Free-standing lines and accents have no plain form but a blank with a mark on it.
  return plain.startsWith(" ") ? character : plain.toLowerCase();
}

/** Tells whether a code point belongs to the character before it. */
export function isMark(character: string): boolean {
  return is(MARK_CHARACTER, character);
}

/** Tells whether a character is a subscript, which folds to its plain form unless it is the base of a number: 101₂. */
export function isSubscript(character: string): boolean {
  return readRaised(character)?.raise === "subscript";
}

/** Tells whether a code point is left out without a trace (soft hyphens, zero-width characters). */
export function isIgnored(character: string): boolean {
  return is(IGNORED_CHARACTER, character) && !isMark(character);
}

/** Every unit that is a whole character, as one string: native scans over it are much cheaper than 60,000 tests. */
function allCharacters(): string {
  let characters = "";
  for (let code = 0; code < 0x10000; code += 1) {
    // Unified ideographs and Hangul syllables are themselves without exception; surrogates are no characters.
    if (code === 0x4e00) code = 0xa000;
    if (code === 0xac00) code = 0xf900;
    characters += String.fromCharCode(code);
  }
  return characters;
}

function build(): FoldTables {
  const classes = new Uint8Array(0x10000);
  const replacements = new Uint16Array(0x10000);
  const tight = new Uint8Array(0x10000);
  const characters = allCharacters();
  const mark = (pattern: RegExp, kind: number): void => {
    for (const [found] of characters.matchAll(pattern))
      classes[found.charCodeAt(0)] = kind;
  };
  for (let code = 0; code < 0x10000; code += 1) replacements[code] = code;
  const unusual = /\p{Changes_When_Lowercased}/gu;
  for (const pattern of [
    unusual,
    COMPATIBILITY_FORM,
    new RegExp(`[${MIDDLE_DOTS}\\${HYPHENS}〜]`, "gu"),
  ]) {
    for (const [found] of characters.matchAll(pattern)) {
      const folded = foldCodePoint(found);
      if (folded.length === 1)
        replacements[found.charCodeAt(0)] = folded.charCodeAt(0);
      else classes[found.charCodeAt(0)] = COMPLEX;
    }
  }
  // Later classes win: a variation selector is a mark although it is ignorable.
  mark(/\s/gu, SPACE);
  mark(/[\t\v\f]/gu, BORDER);
  mark(IGNORED_CHARACTER, IGNORED);
  mark(MARK_CHARACTER, MARK);
  mark(/\p{Quotation_Mark}/gu, QUOTE);
  for (const subscript of SUBSCRIPTS)
    classes[subscript.charCodeAt(0)] = COMPLEX;
  classes.fill(COMPLEX, 0xd800, 0xe000);
  tight.fill(1, 0x4e00, 0xa000);
  // High surrogates of the two planes of ideographs.
  tight.fill(1, 0xd840, 0xd8c0);
  for (const [found] of characters.matchAll(TIGHT_CHARACTER))
    tight[found.charCodeAt(0)] = 1;
  return { classes, replacements, tight };
}

let tables: FoldTables | null = null;

/** The tables, made at first use: a few milliseconds and a quarter of a megabyte. */
export function foldTables(): FoldTables {
  tables ??= build();
  return tables;
}
