import {
  counting,
  CHINESE,
  JAPANESE_LEGAL,
  LEGAL,
  positional,
} from "./ideographs";
import {
  alphabet,
  ALPHABETS,
  cardinal,
  letters,
  ordinal,
  ROMAN,
  roman,
} from "./letters";

type Format = (value: number) => string | null;

/** The signs that notes are marked with in turn, then doubled: *, †, ‡, §, **. */
const CHICAGO = "*†‡§";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

/** Characters that are numbers by themselves: the first of a run and how many there are. */
const run =
  (first: string, count: number): Format =>
  (value) =>
    value >= 1 && value <= count
      ? String.fromCharCode(first.charCodeAt(0) + value - 1)
      : null;
const list =
  (characters: string): Format =>
  (value) =>
    [...characters][value - 1] ?? null;
const digits =
  (characters: string): Format =>
  (value) =>
    positional(value, characters);

const CIRCLED = run("①", 20);
const CHINESE_COUNTING: Format = (value) => counting(value, CHINESE);
const FULL_WIDTH = digits("０１２３４５６７８９");

/** Word's formats by the names that files give them (ST_NumberFormat). Where one has no form for a number: null. */
const FORMATS: Readonly<Record<string, Format>> = {
  none: () => "",
  bullet: () => "",
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: FULL_WIDTH,
  decimalFullWidth2: FULL_WIDTH,
  decimalEnclosedCircle: CIRCLED,
  decimalEnclosedCircleChinese: CIRCLED,
  decimalEnclosedFullstop: run("⒈", 20),
  decimalEnclosedParen: run("⑴", 20),
  ideographEnclosedCircle: run("㊀", 10),
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  chicago: (value) =>
    value < 1
      ? null
      : (CHICAGO[(value - 1) % 4] ?? "").repeat(
          Math.min(10, Math.ceil(value / 4)),
        ),
  upperRoman: (value) => roman(value, ROMAN),
  lowerRoman: (value) => roman(value, ROMAN)?.toLowerCase() ?? null,
  upperLetter: (value) => letters(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  lowerLetter: (value) => letters(value, "abcdefghijklmnopqrstuvwxyz"),
  ordinal,
  cardinalText: (value) => cardinal(value, "cardinal"),
  ordinalText: (value) => cardinal(value, "ordinal"),
  chineseCounting: CHINESE_COUNTING,
  chineseCountingThousand: CHINESE_COUNTING,
  taiwaneseCounting: CHINESE_COUNTING,
  taiwaneseCountingThousand: CHINESE_COUNTING,
  japaneseCounting: CHINESE_COUNTING,
  chineseLegalSimplified: (value) => counting(value, LEGAL),
  ideographLegalTraditional: (value) =>
    counting(value, {
      ...LEGAL,
      digits: "零壹貳參肆伍陸柒捌玖",
      tenThousand: "萬",
    }),
  japaneseLegal: (value) => counting(value, JAPANESE_LEGAL),
  ideographDigital: digits("〇一二三四五六七八九"),
  taiwaneseDigital: digits("〇一二三四五六七八九"),
  japaneseDigitalTenThousand: digits("〇一二三四五六七八九"),
  ideographTraditional: list(STEMS),
  ideographZodiac: list(BRANCHES),
  // Stems and branches go round together, sixty pairs in all.
  ideographZodiacTraditional: (value) =>
    value < 1 || value > 60
      ? null
      : (STEMS[(value - 1) % 10] ?? "") + (BRANCHES[(value - 1) % 12] ?? ""),
  koreanDigital: digits("영일이삼사오육칠팔구"),
  koreanDigital2: digits("零一二三四五六七八九"),
  koreanCounting: (value) =>
    counting(value, {
      digits: "영일이삼사오육칠팔구",
      units: "십백천",
      tenThousand: "만",
      zero: "",
      dropsOne: true,
    }),
  koreanLegal: (value) =>
    value < 1 || value > 99
      ? null
      : alphabet(Math.floor(value / 10), ALPHABETS.koreanTens) +
        alphabet(value % 10, ALPHABETS.koreanOnes),
  thaiNumbers: digits("๐๑๒๓๔๕๖๗๘๙"),
  hindiNumbers: digits("०१२३४५६७८९"),
  ganada: list("가나다라마바사아자차카타파하"),
  chosung: list("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
  aiueo: list("ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"),
  aiueoFullWidth: list(ALPHABETS.aiueo),
  iroha: list("ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ"),
  irohaFullWidth: list(ALPHABETS.iroha),
  russianLower: (value) => letters(value, ALPHABETS.russian),
  russianUpper: (value) => letters(value, ALPHABETS.russian.toUpperCase()),
  arabicAlpha: (value) => letters(value, ALPHABETS.arabic),
  arabicAbjad: (value) => letters(value, ALPHABETS.abjad),
  hebrew2: list("אבגדהוזחטיכלמנסעפצקרשת"),
  thaiLetters: (value) => letters(value, ALPHABETS.thai),
  vietnameseCounting: (value) => cardinal(value, "vietnamese"),
};

/** A number as it is written, and whether its format is known. */
export type WrittenNumber = {
  readonly text: string;
  readonly isKnown: boolean;
};

/**
 * Writes a number as Word's numbering does in a format of its own name; `pattern` is the example that a file gives for a
 * format of its own ("001, 002, 003, ..."). Numbers for which a format has no form become digits, as in Word; formats
 * that are not known do too, and say so.
 */
export function writeNumber(
  value: number,
  format: string,
  pattern: string | null = null,
): WrittenNumber {
  const write =
    format === "custom" ? customFormat(pattern ?? "") : formatOf(format);
  return {
    text: write?.(value) ?? String(value),
    isKnown: write !== null,
  };
}

function formatOf(name: string): Format | null {
  return Object.hasOwn(FORMATS, name) ? (FORMATS[name] ?? null) : null;
}

/** "001, 002, 003, ..." counts with three digits; "α, β, γ, ..." goes through an alphabet; else through what is listed. */
function customFormat(pattern: string): Format | null {
  const items = pattern.split(/\s*[,，、]\s*/u).slice(0, 100);
  const [first = "", second = ""] = items;
  if (/^0{0,9}1$/.test(first))
    return (value) => String(value).padStart(first.length, "0");
  for (const letterRow of [ALPHABETS.greek, ALPHABETS.greek.toUpperCase()])
    if (letterRow.startsWith(first + second) && second !== "")
      return (value) => letters(value, letterRow);
  const listed = items.filter((item) => item !== "" && !/^[.…]+$/.test(item));
  return listed.length < 2 ? null : (value) => listed[value - 1] ?? null;
}
