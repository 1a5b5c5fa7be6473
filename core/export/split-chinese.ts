/** A piece of an English text: English, or Chinese words that stand in it. */
export type LanguagePiece = {
  readonly text: string;
  readonly isChinese: boolean;
};

const CHARACTER = String.raw`[\p{Script=Han}\u3001-\u3011\u3014-\u301B\uFF01-\uFF0F\uFF1A-\uFF20]`;
const QUOTED = String.raw`[“‘](?:${CHARACTER}|[·\p{N}]){1,30}[”’]`;
// Characters, with the punctuation, quotation marks and figures between them. Quotation marks belong to both scripts:
// those around all of the Chinese words are English, those around a part of them Chinese.
const CHINESE = new RegExp(
  String.raw`((?:${QUOTED}(?=${CHARACTER}))?${CHARACTER}(?:${QUOTED}|[“”‘’·\p{N}]{0,9}${CHARACTER})*)`,
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
