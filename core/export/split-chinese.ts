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

/** A piece of a text: words that may be set in italics, or characters that are upright in every typeface. */
export type SlantPiece = {
  readonly text: string;
  readonly isUpright: boolean;
};

// East Asian letters and punctuation, full-width forms among them: their typefaces have no italics, and a slanted
// character is a distorted one.
const UPRIGHT =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u2e80-\u303f\u30fb-\u30fe\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef]+)/u;

/** Parts what may be slanted from East Asian characters. */
export function splitUpright(text: string): readonly SlantPiece[] {
  return text
    .split(UPRIGHT)
    .map((piece, index) => ({ text: piece, isUpright: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}
