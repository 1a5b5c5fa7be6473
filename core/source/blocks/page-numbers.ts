const DASH = "[-－‐‑–—―─﹣·•~～]{1,4}";
/** Page numbers that are nothing else: "- 3 -", "— 4 —", "第 3 页 共 10 页", "Page 3 of 10". */
const MARKED: readonly RegExp[] = [
  new RegExp(`^${DASH}\\s{0,4}(\\d{1,4})\\s{0,4}${DASH}$`),
  /^[（([【]?\s{0,2}第\s{0,4}(\d{1,4}|[〇零一二三四五六七八九十百]{1,7})\s{0,4}[页頁](?:\s{0,4}[,，、/／·|]?\s{0,4}[共总總]\s{0,4}(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,7})\s{0,4}[页頁])?\s{0,2}[）)\]】]?$/,
  /^[共总總]\s{0,4}\d{1,4}\s{0,4}[页頁]\s{0,4}[,，、/／·|]?\s{0,4}第\s{0,4}(\d{1,4})\s{0,4}[页頁]$/,
  /^(?:page|p\.)\s{0,4}(\d{1,4})(?:\s{0,4}(?:of|\/)\s{0,4}\d{1,4})?$/i,
];
/** What may as well be an entry of a list or a cell of a table. */
const BARE = /^(\d{1,3})(?:\s{0,3}\/\s{0,3}\d{1,3})?$/;
/** No page number is longer, "（第一百二十三页 共一百四十五页）" included. */
const MAX_NUMBER = 40;
/** "123 / 456". */
const MAX_BARE = 12;
/** Nearly all lines are passed over by their first character. */
const MAY_BE_MARKED = /^[-－‐‑–—―─﹣·•~～（([【第共总總pｐ]/i;

/** Tells whether a line is a page number and nothing else that it could be. */
export function isMarkedPageNumber(text: string): boolean {
  if (text.length > MAX_NUMBER || !MAY_BE_MARKED.test(text)) return false;
  const folded = text.normalize("NFKC");
  return MARKED.some((pattern) => pattern.test(folded));
}

/** The number on a line of digits alone ("3", "3/10"); null where the line has more. */
export function bareNumber(text: string): number | null {
  if (text.length > MAX_BARE) return null;
  const digits = BARE.exec(text.normalize("NFKC"))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A page number at the end or the beginning of a running head: "青溪市人民政府公报 · 12 ·". */
export function numberInHead(text: string): number | null {
  const folded = text.normalize("NFKC");
  const number =
    /(?:\s|第|[·•\-—|])\s{0,3}(\d{1,4})\s{0,3}(?:页|頁)?\s{0,3}[·•\-—|]?$/.exec(
      folded,
    )?.[1] ??
    /^[·•\-—|]?\s{0,3}(\d{1,4})\s{0,3}(?:[·•\-—|]|\s)/.exec(folded)?.[1];
  return number === undefined ? null : Number(number);
}
