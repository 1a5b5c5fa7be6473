import { CHINESE_DIGITS, parseNumeral } from "@/core/text/numerals";

/** The families of markers, in the order in which they nest; the number is the family's depth rank. */
export const STYLE_RANKS = {
  annex: 0,
  volume: 1,
  part: 2,
  chapter: 3,
  section: 4,
  article: 5,
  stem: 5.5,
  comma: 6,
  bracket: 7,
  number: 8,
  decimal: 8,
  digitBracket: 9,
  halfBracket: 10,
  circle: 11,
  letter: 12,
  dash: 20,
  bullet: 20,
} as const;

export type MarkerStyle = keyof typeof STYLE_RANKS;

/** A marker as it stands at the start of a paragraph. */
export type Marker = {
  readonly style: MarkerStyle;
  /** The marker as printed, without spaces around it: "一、", "（一）", "第一条", "1.1". */
  readonly text: string;
  /** Its number; for 1.1.2 the last part. 0 where it has none. */
  readonly ordinal: number;
  /** For 1.1.2 the numbers before the last, [1, 1]; else empty. */
  readonly path: readonly number[];
  /** Offset of the first character after the marker and the spaces that follow it. */
  readonly end: number;
  /** Whether a space, a bracket or the end parts the marker from what follows. */
  readonly apart: boolean;
  /** A marker that may as well be the beginning of a sentence: it needs a neighbour in its sequence. */
  readonly doubtful: boolean;
};

/** The ten heavenly stems, with which old outlines and answers of tests count. */
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const ONE = `[${CHINESE_DIGITS}]`;
const N = `${ONE}{1,8}`;
const D = "[0-9０-９]{1,3}";
const ANY = `(?:${N}|${D})`;
/** No more than this is looked at, so that a line of any length costs the same. */
const WINDOW = 64;

const PATTERNS: readonly (readonly [MarkerStyle, RegExp])[] = [
  [
    "annex",
    new RegExp(
      `^(?:附\\s{0,4}[件表录錄]|附[图圖])\\s{0,4}(${ANY}|[A-Z](?![A-Za-z]))?(?:\\s{0,2}[:：](?!\\s*[0-9０-９]))?`,
    ),
  ],
  ["volume", new RegExp(`^第\\s{0,2}(${ANY})\\s{0,2}[编編篇卷]`)],
  ["part", new RegExp(`^第\\s{0,2}(${ANY})\\s{0,2}部分[、:：]?`)],
  ["chapter", new RegExp(`^第\\s{0,2}(${ANY})\\s{0,2}章[、:：.．]?`)],
  [
    "section",
    new RegExp(
      `^第\\s{0,2}(${ANY})\\s{0,2}[节節](?!日|气|庆|目|能)[、:：.．]?`,
    ),
  ],
  ["article", new RegExp(`^第\\s{0,2}(${ANY})\\s{0,2}[条條](?:之${N})?`)],
  [
    "stem",
    new RegExp(`^([${STEMS}])\\s{0,2}(?:、|[.．](?![0-9]))(?!\\s*[${STEMS}])`),
  ],
  ["comma", new RegExp(`^(${N})\\s{0,2}(?:、|[.．](?![0-9]))`)],
  ["bracket", new RegExp(`^[（(]\\s{0,2}(${N})\\s{0,2}[）)]、?`)],
  ["digitBracket", new RegExp(`^[（(]\\s{0,2}(${D})\\s{0,2}[）)]、?`)],
  [
    "decimal",
    new RegExp(
      `^([0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2}){1,5})(?![0-9０-９])[.．、]?`,
    ),
  ],
  ["number", new RegExp(`^(${D})(?:\\s{0,2}、|[.．](?![0-9０-９]))`)],
  ["halfBracket", new RegExp(`^(${D})[)）]、?`)],
  ["number", /^([0-9０-９]{1,2})(?=\s+\p{Script=Han})/u],
  ["dash", /^(?:[—―─]{1,4}|[－]{2}|-{2,3})(?=\s*[^\s—―─－-])/],
  ["bullet", /^(?:[•●○◆◇■□▪▶►➢✓★☆※·・]|[-*+](?=\s))(?=\s*\S)/],
];

/** Single characters that are markers by themselves: the first of each run, how many there are, style and first number. */
const RUNS: readonly (readonly [
  first: number,
  count: number,
  style: MarkerStyle,
  start?: number,
])[] = [
  [0x2460, 20, "circle"],
  [0x2776, 10, "circle"],
  [0x2780, 10, "circle"],
  [0x278a, 10, "circle"],
  [0x24f5, 10, "circle"],
  [0x3280, 10, "circle"],
  [0x24b6, 26, "circle"],
  [0x24d0, 26, "circle"],
  [0x249c, 26, "letter"],
  [0x2474, 20, "digitBracket"],
  [0x2488, 20, "number"],
  [0x3220, 10, "bracket"],
  [0x24eb, 10, "circle", 11],
  [0x3251, 15, "circle", 21],
  [0x32b1, 15, "circle", 36],
];

/** Units that make "1.5" a quantity rather than the marker of a section. */
const UNIT =
  /^(?:[%％‰℃万亿千百十个元公米平吨倍年月日度左右多余以亩立小分秒]|[a-zA-Z])/;

/** "（一）（二）项所列", "(1)至(3)": several at once are a reference. */
const SEVERAL_BRACKETS =
  /^[、和及至或\-—~～]?\s*[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]/;

/** Reads the marker at the start of a trimmed paragraph; null where there is none. */
export function scanMarker(text: string): Marker | null {
  const window = text.slice(0, WINDOW);
  return scanCharacter(window) ?? scanPatterns(window);
}

function scanCharacter(window: string): Marker | null {
  const code = window.charCodeAt(0);
  for (const [first, count, style, start = 1] of RUNS) {
    if (code < first || code >= first + count) continue;
    const rest = window.slice(1);
    // "①②均需提交" counts things; it does not number a paragraph.
    if (/^[、和及至\-—~～]?\s*[①-⒵Ⓐ-ⓩ⓫-⓾❶-➓㈠-㈩㉑-㉟㊀-㊉㊱-㊿]/u.test(rest))
      return null;
    return marker({
      style,
      text: window.slice(0, 1),
      ordinal: code - first + start,
      window,
    });
  }
  return null;
}

function scanPatterns(window: string): Marker | null {
  for (const [style, pattern] of candidatesFor(window.slice(0, 1))) {
    const match = pattern.exec(window);
    if (match === null) continue;
    const path = (match[1] ?? "")
      .normalize("NFKC")
      .split(".")
      .map((part) => ordinalOf(part));
    const found = marker({
      style,
      text: match[0].trimEnd(),
      ordinal: path.at(-1) ?? 0,
      path: style === "decimal" ? path.slice(0, -1) : [],
      window,
    });
    if (isMarker(found, window)) return found;
  }
  return null;
}

type Pattern = (typeof PATTERNS)[number];

const FIRSTS: readonly (readonly [
  first: RegExp,
  styles: readonly MarkerStyle[],
])[] = [
  [/^附/, ["annex"]],
  [/^第/, ["volume", "part", "chapter", "section", "article"]],
  [new RegExp(`^[${STEMS}]`), ["stem"]],
  [new RegExp(`^${ONE}`), ["comma"]],
  [/^[（(]/, ["bracket", "digitBracket"]],
  [/^[0-9０-９]/, ["decimal", "number", "halfBracket"]],
  [/^[^\p{Script=Han}\p{N}]/u, ["dash", "bullet"]],
];

/** The patterns that a text with this first character can match; most paragraphs have none. */
function candidatesFor(first: string): readonly Pattern[] {
  const known = CANDIDATES.get(first);
  if (known !== undefined) return known;
  const styles = FIRSTS.find(([pattern]) => pattern.test(first))?.[1] ?? [];
  const candidates = PATTERNS.filter(([style]) => styles.includes(style));
  // There are some thousands of characters at most that paragraphs begin with.
  if (CANDIDATES.size < 20_000) CANDIDATES.set(first, candidates);
  return candidates;
}

const CANDIDATES = new Map<string, readonly Pattern[]>();

function ordinalOf(text: string): number {
  if (/^[A-Z]$/.test(text)) return text.charCodeAt(0) - 64;
  if (text.length === 1 && STEMS.includes(text)) return STEMS.indexOf(text) + 1;
  return parseNumeral(text) ?? 0;
}

function marker(from: {
  style: MarkerStyle;
  text: string;
  ordinal: number;
  path?: readonly number[];
  window: string;
}): Marker {
  const rest = from.window.slice(from.text.length);
  const spaces = rest.length - rest.trimStart().length;
  const apart =
    rest.trim() === "" || spaces > 0 || /^[【（(〔《“「:：]/.test(rest);
  return {
    style: from.style,
    text: from.text,
    ordinal: from.ordinal,
    path: from.path ?? [],
    end: from.text.length + spaces,
    apart,
    doubtful: isDoubtful(from.style, from.text, apart, rest),
  };
}

function isDoubtful(
  style: MarkerStyle,
  text: string,
  apart: boolean,
  rest: string,
): boolean {
  if (style === "decimal" || style === "stem") return true;
  // "第一条经验是…", "第一章第二节规定": parted by nothing, so only the sequence can tell.
  if (style === "article") return !apart;
  // "1 总则" has no mark at all.
  if (style === "number") return /^[0-9０-９]+$/.test(text);
  return style === "annex" && text === "附件" && !apart && rest !== "";
}

/** Turns down what has the shape of a marker but, read on, is something else. */
function isMarker(found: Marker, window: string): boolean {
  const rest = window.slice(found.end);
  if (found.ordinal === 0 && !["annex", "dash", "bullet"].includes(found.style))
    return false;
  const { style } = found;
  if (style === "comma" || style === "number")
    return !continuesCounting(found, rest);
  if (style === "bracket" || style === "digitBracket")
    return !SEVERAL_BRACKETS.test(rest);
  if (style === "decimal") return found.apart || !UNIT.test(rest);
  if (style === "annex") return found.apart || found.text !== "附件";
  return style !== "article" || !/^(?:第|规定|的|所|和|至|、)/.test(rest);
}

const NEXT_COUNT = new RegExp(
  `^(${N}|${D})(?:[、，,和及]|[级類类线期等产审者手次度季号楼组队师年]|$)`,
);

/** "一、二、三产业", "一、二级保护", "1、2号楼": two numbers in a row count things. */
function continuesCounting(found: Marker, rest: string): boolean {
  const match = NEXT_COUNT.exec(rest);
  if (match === null || !/[、]$/.test(found.text)) return false;
  return parseNumeral(match[1] ?? "") === found.ordinal + 1;
}
