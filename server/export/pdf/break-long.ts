/** Where a line may break though nothing of the text says so; the template draws it as no width at all. */
export const BREAK = "\u200b";

/** Room that words have everywhere but in tables: the narrowest column is that of the labels before a text. In ems. */
export const ROOM = 10;

// What a typesetter breaks at or between by itself ends a string: blanks, and East Asian letters.
const STRING =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{3,}/gu;

// Of each part a language's rules for hyphens take care.
const WORD = /^\p{P}*\p{L}{1,24}(?:[-‐–'’]\p{L}{1,24})*\p{P}{0,3}$/u;

/** In a cell a word of one and a half lines still has a hyphen in it somewhere; a longer one may not. */
const WORD_PARTS = 1.5;

/** A character with what combines with it is one. */
const CHARACTER =
  /(?:[^\p{M}\u200d]|^)[\p{M}\ufe0e\ufe0f\p{Emoji_Modifier}]*(?:\u200d[^\p{M}][\p{M}\ufe0f\p{Emoji_Modifier}]*)*/gu;

/** About how wide a character is, in ems, in the widest of our typefaces. */
function widthOf(character: string): number {
  if (/[MWmw@%‰—…\uff00-\uffef\u3000-\u303f]/u.test(character)) return 1;
  return /\p{Lu}/u.test(character) ? 0.75 : 0.6;
}

/**
 * Lets strings that have no blank break between any two characters, where they are wider than the room they may have. The
 * texts follow each other on a line: a string can reach over several. Words are left to the rules for hyphens, unless not
 * even a part of one has room.
 */
export function breakLong(
  texts: readonly string[],
  room = ROOM,
): readonly string[] {
  const line = texts.join("");
  const places: number[] = [];
  for (const { 0: string, index } of line.matchAll(STRING)) {
    if (string.length <= room) continue;
    const isWord = WORD.test(string);
    if (isWord && room >= ROOM) continue;
    const limit = isWord ? room * WORD_PARTS : room;
    const characters = string.match(CHARACTER) ?? [];
    let width = 0;
    for (const character of characters) width += widthOf(character);
    if (width <= limit) continue;
    let at = index;
    for (const character of characters) {
      if (at > index) places.push(at);
      at += character.length;
    }
  }
  return places.length === 0 ? texts : insertBreaks(texts, places);
}

function insertBreaks(
  texts: readonly string[],
  places: readonly number[],
): readonly string[] {
  let start = 0;
  let next = 0;
  return texts.map((text) => {
    const end = start + text.length;
    let from = 0;
    let broken = "";
    for (; (places[next] ?? Infinity) < end; next += 1) {
      const at = (places[next] ?? 0) - start;
      broken += text.slice(from, at) + BREAK;
      from = at;
    }
    start = end;
    return broken + text.slice(from);
  });
}
