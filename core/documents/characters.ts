const HAN = /\p{Script=Han}/gu;

/** Counts the Chinese characters of a text; punctuation, digits and Latin letters do not count. */
export function countHan(text: string): number {
  return text.match(HAN)?.length ?? 0;
}
