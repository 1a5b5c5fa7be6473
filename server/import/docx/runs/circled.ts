/** What Unicode has encircled, as the plain characters and the encircled ones in the same order. */
const CIRCLED: readonly (readonly [string, string])[] = [
  ["一二三四五六七八九十", "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"],
  ["月火水木金土日株有社名特财財祝劳勞", "㊊㊋㊌㊍㊎㊏㊐㊑㊒㊓㊔㊕㊖㊖㊗㊘㊘"],
  [
    "秘男女适優优印注项項休写寫正上中下左右",
    "㊙㊚㊛㊜㊝㊝㊞㊟㊠㊠㊡㊢㊢㊣㊤㊥㊦㊧㊨",
  ],
  ["医醫宗学學监監企资資协協夜", "㊩㊩㊪㊫㊫㊬㊬㊭㊮㊮㊯㊯㊰"],
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ⒶⒷⒸⒹⒺⒻⒼⒽⒾⒿⓀⓁⓂⓃⓄⓅⓆⓇⓈⓉⓊⓋⓌⓍⓎⓏ"],
  ["abcdefghijklmnopqrstuvwxyz", "ⓐⓑⓒⓓⓔⓕⓖⓗⓘⓙⓚⓛⓜⓝⓞⓟⓠⓡⓢⓣⓤⓥⓦⓧⓨⓩ"],
  ["+＋-−×·*=", "⊕⊕⊖⊖⊗⊙⊛⊜"],
];
const CIRCLES = /^[○◯〇Oo⭕]$/u;
/** Signs in boxes. */
const BOXED: Readonly<Record<string, string>> = {
  "√": "☑",
  "✓": "☑",
  "×": "☒",
  "✗": "☒",
};
/** What a sign printed over a letter is as a combining mark. */
const MARKS: Readonly<Record<string, string>> = {
  "¯": "\u0304",
  "‾": "\u0304",
  ˉ: "\u0304",
  "^": "\u0302",
  ˆ: "\u0302",
  "∧": "\u0302",
  "~": "\u0303",
  "˜": "\u0303",
  "˙": "\u0307",
  "·": "\u0307",
  "→": "\u20d7",
  "/": "\u0338",
};

/** The encircled form of a character or number, which of the two parts is the circle aside; null where there is none. */
export function encircle(one: string, other: string): string | null {
  const isBox = (text: string) => /^[□囗☐]$/u.test(text);
  if (isBox(one)) return BOXED[other] ?? null;
  if (isBox(other)) return BOXED[one] ?? null;
  if (CIRCLES.test(one)) return circled(other);
  return CIRCLES.test(other) ? circled(one) : null;
}

/** A letter with a mark printed over it; null for anything else. */
export function overstrike(one: string, other: string): string | null {
  const [mark, letter] = one in MARKS ? [one, other] : [other, one];
  const combining = MARKS[mark];
  return combining !== undefined && /^\p{L}$/u.test(letter)
    ? (letter + combining).normalize("NFC")
    : null;
}

function circled(text: string): string | null {
  const plain = text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (wide) =>
    wide.normalize("NFKC"),
  );
  if (/^\d{1,2}$/.test(plain)) return circledNumber(Number(plain));
  for (const [characters, forms] of CIRCLED) {
    const at = [...characters].indexOf(plain);
    if (at >= 0) return [...forms][at] ?? null;
  }
  return null;
}

function circledNumber(value: number): string | null {
  if (value === 0) return "⓪";
  if (value <= 20) return String.fromCharCode(0x245f + value);
  if (value <= 35) return String.fromCharCode(0x3251 + value - 21);
  return value <= 50 ? String.fromCharCode(0x32b1 + value - 36) : null;
}
