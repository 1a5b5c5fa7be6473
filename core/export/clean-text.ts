const WHITE = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
// What XML 1.0 forbids (\p{Cc} takes the C1 controls along, which no font draws), and what is never a character.
const FORBIDDEN = /\p{Cc}|[\uFFFE\uFFFF]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The text as any file format can hold it: line ends as spaces, no control characters, no half characters. */
export function cleanText(text: string): string {
  return text
    .replace(WHITE, " ")
    .replace(FORBIDDEN, "")
    .replace(LONE_SURROGATE, "\uFFFD");
}

/** The same for a place outside of the text, such as a window's title, where a direction mark would turn what follows. */
export function cleanLabel(text: string): string {
  return cleanText(text).replace(BIDI_CONTROL, "").replace(/\s+/g, " ").trim();
}
