const ROMAN =
  "m:1000 cm:900 d:500 cd:400 c:100 xc:90 l:50 xl:40 x:10 ix:9 v:5 iv:4 i:1"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]);

/** Digits and units of counting systems; the informal ones write 十一, the formal ones 壹拾壹. */
const COUNTING = {
  "simp-chinese-informal": ["零一二三四五六七八九", "十百千", true],
  "trad-chinese-informal": ["零一二三四五六七八九", "十百千", true],
  "simp-chinese-formal": ["零壹贰叁肆伍陆柒捌玖", "拾佰仟", false],
  "trad-chinese-formal": ["零壹貳參肆伍陸柒捌玖", "拾佰仟", false],
} as const;

const ALPHABETS: Readonly<Record<string, string>> = {
  "lower-alpha": "abcdefghijklmnopqrstuvwxyz",
  "upper-alpha": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "lower-greek": "αβγδεζηθικλμνξοπρστυφχψω",
};
/** Systems that have no more than these; browsers go on with digits of their own kind. */
const FIXED: Readonly<Record<string, string>> = {
  "cjk-earthly-branch": "子丑寅卯辰巳午未申酉戌亥",
  "cjk-heavenly-stem": "甲乙丙丁戊己庚辛壬癸",
};
const ALIASES: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lower-alpha",
  A: "upper-alpha",
  i: "lower-roman",
  I: "upper-roman",
  "lower-latin": "lower-alpha",
  "upper-latin": "upper-alpha",
  "cjk-ideographic": "trad-chinese-informal",
};
const BULLETS = new Set([
  "disc",
  "circle",
  "square",
  "disclosure-closed",
  "disclosure-open",
]);

/** What a browser writes before an entry of a list. */
export type ListMark =
  | { readonly kind: "none" }
  | { readonly kind: "bullet" }
  | {
      readonly kind: "text";
      /** The number with its stop: "3.", "三、". */
      readonly marker: string;
      /** What parts it from the words. */
      readonly gap: string;
      /** Whether the style is one that browsers write and this reader knows. */
      readonly isKnown: boolean;
    };

/** Writes the mark of a list entry in a CSS list style, as browsers do; an unknown style gives bare digits. */
export function markOf(value: number, style: string): ListMark {
  const name = ALIASES[style] ?? style.toLowerCase();
  if (name === "none") return { kind: "none" };
  if (BULLETS.has(name)) return { kind: "bullet" };
  const string = /^(["'])(.*)\1$/s.exec(style)?.[2];
  if (string !== undefined) return markOfString(string);
  const number = numberIn(value, name);
  if (number === null)
    return { kind: "text", marker: `${value}.`, gap: " ", isKnown: false };
  const isChinese = /chinese|^cjk/.test(name);
  return {
    kind: "text",
    marker: `${number}${isChinese ? "、" : "."}`,
    gap: isChinese ? "" : " ",
    isKnown: true,
  };
}

function markOfString(string: string): ListMark {
  const marker = string.trim();
  if (marker === "") return { kind: "none" };
  return { kind: "text", marker, gap: " ", isKnown: true };
}

function numberIn(value: number, style: string): string | null {
  const counting = COUNTING[style as keyof typeof COUNTING];
  if (counting !== undefined)
    return Math.abs(value) > 9999
      ? digitsIn(value)
      : countingIn(value, counting);
  const fixed = FIXED[style];
  if (fixed !== undefined) return fixed.charAt(value - 1) || digitsIn(value);
  const alphabet = ALPHABETS[style];
  if (alphabet !== undefined)
    return value < 1 ? String(value) : alphabetic(value, [...alphabet]);
  switch (style) {
    case "decimal":
      return String(value);
    case "decimal-leading-zero":
      return `${value < 0 ? "-" : ""}${String(Math.abs(value)).padStart(2, "0")}`;
    case "cjk-decimal":
      return digitsIn(value);
    case "lower-roman":
      return roman(value);
    case "upper-roman":
      return roman(value).toUpperCase();
    default:
      return null;
  }
}

function digitsIn(value: number): string {
  return [...String(value)]
    .map((digit) => "〇一二三四五六七八九".charAt(Number(digit)) || digit)
    .join("");
}

function countingIn(
  value: number,
  [digits, units, isInformal]: (typeof COUNTING)[keyof typeof COUNTING],
): string {
  if (value === 0) return digits.charAt(0);
  const places = [...String(Math.abs(value))].map(Number);
  let text = "";
  let gap = false;
  places.forEach((digit, index) => {
    if (digit === 0) {
      gap = true;
      return;
    }
    if (gap && text !== "") text += digits.charAt(0);
    gap = false;
    text += digits.charAt(digit) + units.charAt(places.length - index - 2);
  });
  const isTeen = Math.abs(value) >= 10 && Math.abs(value) < 20;
  const written = isInformal && isTeen ? text.slice(1) : text;
  return value < 0 ? `负${written}` : written;
}

function alphabetic(value: number, letters: readonly string[]): string {
  let rest = value;
  let text = "";
  while (rest > 0) {
    rest -= 1;
    text = (letters[rest % letters.length] ?? "") + text;
    rest = Math.floor(rest / letters.length);
  }
  return text;
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [sign, worth] of ROMAN)
    for (; rest >= Number(worth); rest -= Number(worth)) text += sign;
  return text;
}
