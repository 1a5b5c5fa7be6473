/** How a language counts in ideographs. */
type Counting = {
  readonly digits: string;
  /** Tens, hundreds, thousands. */
  readonly units: string;
  readonly tenThousand: string;
  /** What stands for places that are left out: 一百零一. */
  readonly zero: string;
  /** Whether 11 is 十一 rather than 一十一. */
  readonly dropsOne: boolean;
};

export const CHINESE: Counting = {
  digits: "〇一二三四五六七八九",
  units: "十百千",
  tenThousand: "万",
  zero: "零",
  dropsOne: true,
};
export const LEGAL: Counting = {
  digits: "零壹贰叁肆伍陆柒捌玖",
  units: "拾佰仟",
  tenThousand: "万",
  zero: "零",
  dropsOne: false,
};
export const JAPANESE_LEGAL: Counting = {
  digits: "零壱弐参四伍六七八九",
  units: "拾百阡",
  tenThousand: "萬",
  zero: "",
  dropsOne: false,
};

/** Writes a number in ideographs with units: 一百零一, 壹拾贰; null above a hundred million and below zero. */
export function counting(value: number, kind: Counting): string | null {
  if (value < 0 || value >= 100_000_000) return null;
  if (value === 0) return kind.digits[0] ?? "";
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const gap = high > 0 && low > 0 && low < 1000 ? kind.zero : "";
  const text =
    (high > 0 ? group(high, kind) + kind.tenThousand : "") +
    gap +
    (low > 0 ? group(low, kind) : "");
  const [ten = ""] = kind.units;
  return kind.dropsOne && value >= 10 && value < 20
    ? ten + (value === 10 ? "" : (kind.digits[value - 10] ?? ""))
    : text;
}

function group(value: number, { digits, units, zero }: Counting): string {
  const places = [...String(value)].map(Number);
  let text = "";
  let isGap = false;
  places.forEach((digit, index) => {
    if (digit === 0) {
      isGap = text !== "";
      return;
    }
    text += (isGap ? zero : "") + (digits[digit] ?? "");
    text += units[places.length - index - 2] ?? "";
    isGap = false;
  });
  return text;
}

/** Writes a number digit by digit: 二一 for 21. */
export function positional(value: number, digits: string): string {
  return [...String(value)]
    .map((digit) => digits[Number(digit)] ?? digit)
    .join("");
}
