const CHINESE = "〇一二三四五六七八九";
const LEGAL = "零壹贰叁肆伍陆柒捌玖";

/** Writes a number as Word's numbering does in a format of its own name; formats that are not known become digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperLetter":
      return letter(value, 65);
    case "lowerLetter":
      return letter(value, 97);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return [...String(value)]
        .map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        .join("");
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20
        ? String.fromCharCode(0x245f + value)
        : String(value);
    case "chineseCounting":
    case "chineseCountingThousand":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "japaneseCounting":
      return counting(value, CHINESE, "十百千");
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
      return counting(value, LEGAL, "拾佰仟");
    case "ideographDigital":
    case "taiwaneseDigital":
    case "japaneseDigitalTenThousand":
      return [...String(value)]
        .map((digit) => CHINESE[Number(digit)] ?? digit)
        .join("");
    case "ideographTraditional":
      return "甲乙丙丁戊己庚辛壬癸"[value - 1] ?? String(value);
    case "ideographZodiac":
      return "子丑寅卯辰巳午未申酉戌亥"[value - 1] ?? String(value);
    default:
      return String(value);
  }
}

function counting(value: number, digits: string, units: string): string {
  if (value <= 0 || value > 9999)
    return value === 0 ? (digits[0] ?? "") : String(value);
  const places = [...String(value)].map(Number);
  let text = "";
  places.forEach((digit, index) => {
    const unit = units[places.length - index - 2] ?? "";
    if (digit > 0) text += (digits[digit] ?? "") + unit;
    else if (
      text !== "" &&
      !text.endsWith("零") &&
      places.slice(index).some((later) => later > 0)
    ) {
      text += "零";
    }
  });
  // 十一, not 一十一.
  return value >= 10 && value < 20 && digits === CHINESE ? text.slice(1) : text;
}

function letter(value: number, first: number): string {
  if (value < 1) return String(value);
  // Word goes on after Z with AA, BB, CC.
  return String.fromCharCode(first + ((value - 1) % 26)).repeat(
    Math.min(10, Math.ceil(value / 26)),
  );
}

const ROMAN: readonly (readonly [number, string])[] = [
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

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = "";
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
