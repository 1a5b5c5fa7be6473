const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  "○": 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const UNITS: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  廿: 20,
  卅: 30,
  百: 100,
  佰: 100,
  千: 1000,
};

/** The characters of a Chinese ordinal, for use inside a character class. */
export const CHINESE_DIGITS =
  "〇○零一二两三四五六七八九十百千廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰";

/** Reads a Chinese number ("五十二", "二〇二五") or one in digits of any width ("52", "５２"); null for anything else. */
export function parseNumeral(text: string): number | null {
  const plain = text.normalize("NFKC");
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  if (text === "" || text.length > 12) return null;
  return [...text].every((char) => char in DIGITS) && text.length > 1
    ? positional(text)
    : withUnits(text);
}

function positional(text: string): number {
  return [...text].reduce((sum, char) => sum * 10 + (DIGITS[char] ?? 0), 0);
}

function withUnits(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  for (const char of text) {
    const unit = UNITS[char];
    if (unit === undefined) {
      const next = DIGITS[char];
      if (next === undefined || (digit !== null && digit !== 0)) return null;
      digit = next;
    } else {
      sum += (digit === null || digit === 0 ? 1 : digit) * unit;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}
