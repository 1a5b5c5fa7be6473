import { CHINESE_DIGITS, parseNumeral } from "./numerals";

const NUMERIC =
  /(\d{4})\s{0,3}[-/.．年–—]\s{0,3}(\d{1,2})\s{0,3}[-/.．月–—]\s{0,3}(\d{1,2})(?!\d)/;
const WRITTEN = new RegExp(
  `([〇○零ＯO0一二三四五六七八九]{4})\\s{0,3}年\\s{0,3}([${CHINESE_DIGITS}]{1,3})\\s{0,3}月\\s{0,3}([${CHINESE_DIGITS}]{1,3})\\s{0,3}日`,
);

/** Finds the first date in a text, as ISO 8601 with its place; understands 2025-12-08, 2025年12月8日 and 二〇二五年十二月八日. */
export function findDate(
  text: string,
): { readonly iso: string; readonly from: number; readonly to: number } | null {
  // Full-width digits fold one to one, so places in the folded text are places in the text.
  const folded = text.replace(/[\uff10-\uff19\uff0d\uff0f]/g, (char) =>
    String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
  const numeric = NUMERIC.exec(folded);
  const written = WRITTEN.exec(folded);
  const match =
    numeric !== null && (written === null || numeric.index <= written.index)
      ? numeric
      : written;
  if (match === null) return null;
  const [whole, year = "", month = "", day = ""] = match;
  const iso = isoDate(readYear(year), parseNumeral(month), parseNumeral(day));
  if (iso === null) return null;
  const end = match.index + whole.length;
  return {
    iso,
    from: match.index,
    to: match === numeric && folded[end] === "日" ? end + 1 : end,
  };
}

/** Years are also typed with the letter O or a plain 0 among Chinese digits. */
function readYear(year: string): number | null {
  return /^\d{4}$/.test(year)
    ? Number(year)
    : parseNumeral(year.replace(/[ＯO0]/g, "〇"));
}

function isoDate(
  year: number | null,
  month: number | null,
  day: number | null,
): string | null {
  if (year === null || month === null || day === null) return null;
  if (
    year < 1000 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > new Date(Date.UTC(year, month, 0)).getUTCDate()
  )
    return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Tells whether a text is one date and nothing else. */
export function isDate(text: string): boolean {
  if (text.length > 40) return false;
  const bare = text
    .trim()
    .replace(/^[（(]|[）)]$/g, "")
    .trim();
  const date = findDate(bare);
  return (
    date !== null &&
    date.from === 0 &&
    /^[日]?(\s*\d{1,2}[:：]\d{2}([:：]\d{2})?)?$/.test(bare.slice(date.to))
  );
}
