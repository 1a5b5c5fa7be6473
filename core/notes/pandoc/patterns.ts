/** A backslash before punctuation, which is then text. */
export const ESCAPED = /\\([!-/:-@[-`{-~])/y;

/** An address in angle brackets. */
export const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/iy;

/** An address that stands in a sentence, perhaps with what ends the sentence. */
export const ADDRESS =
  /https?:\/\/[^\s<>"*“”‘’\u3000-\u303f\uff00-\uffef\p{Script=Han}]+/iuy;

/** Where a link leads, behind its words: in angle brackets or bare, with a title or without. */
export const DESTINATION =
  /\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/y;

/** What a pattern matches right at a place. */
export function matchAt(
  pattern: RegExp,
  text: string,
  at: number,
): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
