/** A piece of an English text: English, or Chinese words that stand in it. */
export type LanguagePiece = {
  readonly text: string;
  readonly isChinese: boolean;
};

// Characters, with the Chinese punctuation, quotation marks and figures between them; what both scripts share at an edge
// belongs to the English around it.
const CHARACTER = String.raw`[\p{Script=Han}\u3001-\u3011\u3014-\u301B\uFF01-\uFF0F\uFF1A-\uFF20]`;
const CHINESE = new RegExp(
  String.raw`(${CHARACTER}(?:[“”‘’·\p{N}]{0,9}${CHARACTER})*)`,
  "u",
);
const HAS_HAN = /\p{Script=Han}/u;

/** Parts an English text from the Chinese words in it, so that each is read and drawn in its language. */
export function splitChinese(text: string): readonly LanguagePiece[] {
  if (!HAS_HAN.test(text)) return [{ text, isChinese: false }];
  return text
    .split(CHINESE)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, isChinese: HAS_HAN.test(piece) }));
}
