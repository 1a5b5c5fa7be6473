/** What half of a running head has room for, in halves of a Chinese character. */
const ROOM = 44;

const NO_BREAK_SPACE = "\u00a0";

/** A text as it runs at the head of pages: as much of it as one line has room for, cut between words. */
export function runningLine(text: string): string {
  let room = ROOM;
  const characters = [...text];
  const end = characters.findIndex((character) => {
    room -= widthOf(character);
    return room < 0;
  });
  const words = end === -1 ? text : cutWords(characters.slice(0, end).join(""));
  return words.replaceAll(" ", NO_BREAK_SPACE);
}

/** In halves of a Chinese character; capitals and figures are wider than most letters. */
function widthOf(character: string): number {
  if (/[\u2e80-\uffef]|[\u{20000}-\u{3ffff}]/u.test(character)) return 2;
  if (/[\p{Lu}mw]/u.test(character)) return 1.5;
  return /\p{N}/u.test(character) ? 1.2 : 1;
}

function cutWords(text: string): string {
  const space = text.lastIndexOf(" ");
  const words = space > text.length / 2 ? text.slice(0, space) : text;
  return `${words.replace(/[\s,;:，、；：]+$/u, "")}…`;
}

/** The beginning of a text, cut where it is longer than so many characters. */
export function cutText(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max
    ? text
    : `${characters.slice(0, max).join("").trimEnd()}…`;
}
