import { CHINESE_DIGITS, parseNumeral } from "@/core/text/numerals";

/** A quantity as a text states it. */
export type Quantity = {
  /** UTF-16 offsets of the number with its unit and its qualifiers, half-open. */
  readonly from: number;
  readonly to: number;
  /** As written: number, multiplier and unit, without qualifiers. */
  readonly written: string;
  readonly least: number;
  /** The upper end of a range; null for a single number. */
  readonly most: number | null;
  readonly qualifier: "about" | "more than" | "less than" | "nearly" | null;
};

const RAISED = /[²³¹⁰-⁾ⁿ₀-₎]/u;
const MULTIPLIERS: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
};
// Never begun in the middle of one, nor of any length: a row of digits is not read anew from each of them.
const NUMBER = `(?:(?<![0-9０-９])[0-9０-９][0-9０-９,，]{0,30}(?:[.．][0-9０-９]{1,12})?|[${CHINESE_DIGITS}]{1,10})`;
const MULTIPLIER = "[十百千万亿]{0,4}";
const BEFORE: readonly (readonly [RegExp, Quantity["qualifier"]])[] = [
  [/(?:超过|超|逾|上|突破|大于|高于|不低于|不少于|至少)$/u, "more than"],
  [/(?:不足|不到|低于|少于|不超过|小于)$/u, "less than"],
  [/(?:接近|近)$/u, "nearly"],
  [/(?:大约|约|约为)$/u, "about"],
];
const BEHIND: readonly (readonly [RegExp, Quantity["qualifier"]])[] = [
  [/^(?:左右|上下)/u, "about"],
  [/^(?:以上|多)/u, "more than"],
  [/^(?:以下|以内)/u, "less than"],
];

/**
 * Finds quantities of a unit in a text: 2400亿元, １０万元, 三千亩, 3万至5万亩, 超过3000亩, 百亿元. `unit` is a regular
 * expression for the unit, without groups.
 */
export function findQuantities(
  text: string,
  unit: string,
): readonly Quantity[] {
  const pattern = new RegExp(
    `(?:(${NUMBER})(${MULTIPLIER})(?:${unit})?(?:至|到|—{1,2}|–|-|－|~|～))?(${NUMBER})?(${MULTIPLIER})([余多])?(?:${unit})`,
    "gu",
  );
  return [...text.matchAll(pattern)].flatMap((match): readonly Quantity[] => {
    const [written, low, lowSize = "", high, size = "", rest] = match;
    const top = amount(high, size);
    // 几百亩, 数十万元 and 十来万元 state no number; 总数3000亩 does.
    const isVague =
      /[几数]$|[十百千]来$/u.test(text.slice(0, match.index)) &&
      !/^\d/.test(written.normalize("NFKC"));
    // 10⁸万亩 and 2¹⁰亩: the digits are a part of a power, whose value is not read.
    const isPower = RAISED.test(text.charAt(match.index - 1));
    if (top === null || isVague || isPower) return [];
    // In 3至5万亩 both are counted by the ten thousand.
    const bottom =
      low === undefined ? null : amount(low, lowSize === "" ? size : lowSize);
    const isRange = bottom !== null && bottom < top;
    const { from, to, qualifier } = qualify(text, match.index, written.length);
    return [
      {
        from,
        to,
        written,
        least: isRange ? bottom : top,
        most: isRange ? top : null,
        qualifier: rest === undefined ? qualifier : "more than",
      },
    ];
  });
}

/** The value of a number with multipliers behind it; 百亿 alone is a hundred times a hundred million. */
function amount(number: string | undefined, size: string): number | null {
  const factor = [...size].reduce(
    (product, each) => product * (MULTIPLIERS[each] ?? 1),
    1,
  );
  if (number === undefined) return size === "" ? null : factor;
  const plain = number.normalize("NFKC").replace(/,/g, "");
  const value = /^[\d.]+$/.test(plain) ? Number(plain) : parseNumeral(plain);
  return value === null || value === 0 || !Number.isFinite(value)
    ? null
    : Number((value * factor).toPrecision(12));
}

function qualify(
  text: string,
  at: number,
  length: number,
): Pick<Quantity, "from" | "to" | "qualifier"> {
  const ahead = text.slice(Math.max(0, at - 4), at);
  const behind = text.slice(at + length, at + length + 2);
  for (const [pattern, qualifier] of BEHIND) {
    const found = pattern.exec(behind)?.[0];
    if (found !== undefined)
      return { from: at, to: at + length + found.length, qualifier };
  }
  for (const [pattern, qualifier] of BEFORE) {
    const found = pattern.exec(ahead)?.[0];
    if (found !== undefined)
      return { from: at - found.length, to: at + length, qualifier };
  }
  return { from: at, to: at + length, qualifier: null };
}
