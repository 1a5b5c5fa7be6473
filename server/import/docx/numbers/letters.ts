/** Alphabets in the order in which numbering goes through them. */
export const ALPHABETS = {
  greek: "αβγδεζηθικλμνξοπρστυφχψω",
  russian: "абвгдежзиклмнопрстуфхцчшщыэюя",
  arabic: "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
  abjad: "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
  thai: "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
  aiueo:
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
  iroha:
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
  koreanTens: [
    "열",
    "스물",
    "서른",
    "마흔",
    "쉰",
    "예순",
    "일흔",
    "여든",
    "아흔",
  ],
  koreanOnes: [
    "하나",
    "둘",
    "셋",
    "넷",
    "다섯",
    "여섯",
    "일곱",
    "여덟",
    "아홉",
  ],
} as const;

const ENGLISH_ONES =
  "One,Two,Three,Four,Five,Six,Seven,Eight,Nine,Ten,Eleven,Twelve,Thirteen,Fourteen,Fifteen,Sixteen,Seventeen,Eighteen,Nineteen".split(
    ",",
  );
const ENGLISH_TENS =
  "Ten,Twenty,Thirty,Forty,Fifty,Sixty,Seventy,Eighty,Ninety".split(",");
const ENGLISH_ORDINALS: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};
const VIETNAMESE = "một,hai,ba,bốn,năm,sáu,bảy,tám,chín".split(",");

/** One entry of an alphabet, from 1 on; nothing for zero. */
export function alphabet(value: number, entries: readonly string[]): string {
  return entries[value - 1] ?? "";
}

/** Letters as Word counts with them: after Z come AA, BB, CC. */
export function letters(value: number, row: string): string | null {
  if (value < 1) return null;
  const entries = [...row];
  const letter = entries[(value - 1) % entries.length] ?? "";
  return letter.repeat(Math.min(10, Math.ceil(value / entries.length)));
}

/** The signs of Roman numbers, the greatest first. */
export const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** Writes a Roman number; null above 3999. */
export function roman(value: number, signs: typeof ROMAN): string | null {
  if (value < 1 || value > 3999) return null;
  let rest = value;
  let text = "";
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** 1st, 2nd, 3rd, 11th. */
export function ordinal(value: number): string {
  const ending = ["th", "st", "nd", "rd"];
  const isTeen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${isTeen ? "th" : (ending[value % 10] ?? "th")}`;
}

/** Writes a number below a hundred in words; null for others, which become digits. */
export function cardinal(
  value: number,
  kind: "cardinal" | "ordinal" | "vietnamese",
): string | null {
  if (value < 1 || value > 99) return null;
  if (kind === "vietnamese") return vietnamese(value);
  const tens = ENGLISH_TENS[Math.floor(value / 10) - 1] ?? "";
  const ones = (ENGLISH_ONES[(value % 10) - 1] ?? "").toLowerCase();
  const words =
    ENGLISH_ONES[value - 1] ?? (ones === "" ? tens : `${tens}-${ones}`);
  return kind === "cardinal" ? words : toOrdinal(words);
}

function toOrdinal(words: string): string {
  const cut = words.lastIndexOf("-") + 1;
  const last = words.slice(cut);
  const irregular = ENGLISH_ORDINALS[last.toLowerCase()];
  const ending = irregular ?? `${last.toLowerCase().replace(/y$/, "ie")}th`;
  const text = words.slice(0, cut) + ending;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function vietnamese(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = VIETNAMESE[(value % 10) - 1] ?? "";
  if (tens === 0) return ones;
  const ten = tens === 1 ? "mười" : `${VIETNAMESE[tens - 1] ?? ""} mươi`;
  return `${ten} ${ones}`.trim();
}
