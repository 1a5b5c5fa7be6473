type Side = "left" | "right";
type Quote = {
  readonly family: "double" | "single";
  readonly side: Side | null;
};

const OPENING_DOUBLE = "“„‟«「『〝⹂﹁﹃｢";
const CLOSING_DOUBLE = "”»」』〞〟﹂﹄｣";
const OPENING_SINGLE = "‘‚‛‹";
const CLOSING_SINGLE = "’›";

const QUOTES: ReadonlyMap<number, Quote> = new Map<number, Quote>([
  ...entries(OPENING_DOUBLE, { family: "double", side: "left" }),
  ...entries(CLOSING_DOUBLE, { family: "double", side: "right" }),
  ...entries('"＂', { family: "double", side: null }),
  ...entries(OPENING_SINGLE, { family: "single", side: "left" }),
  ...entries(CLOSING_SINGLE, { family: "single", side: "right" }),
  ...entries("'＇", { family: "single", side: null }),
]);

function entries(
  characters: string,
  quote: Quote,
): readonly (readonly [number, Quote])[] {
  return [...characters].map(
    (character) => [character.charCodeAt(0), quote] as const,
  );
}

/** Tells whether a UTF-16 unit is a quotation mark that can only open. */
export function isOpeningQuote(unit: number): boolean {
  return unit > 0x7f && QUOTES.get(unit)?.side === "left";
}

/** Tells whether a UTF-16 unit is a quotation mark that can only close. */
export function isClosingQuote(unit: number): boolean {
  return unit > 0x7f && QUOTES.get(unit)?.side === "right";
}

/**
 * Widens a part of a text so that no quotation mark inside it stands without its partner, where the partner is
 * directly beside the part: in “五链”融合 the part 五链”融合 takes in the “ before it. Never leaves `within`.
 */
export function widenToQuotes(
  text: string,
  from: number,
  to: number,
  within: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  const open = unpairedQuotes(text, from, to);
  let left = from;
  let right = to;
  for (const quote of open) {
    const takesLeft = left > within.from && hasFamily(text, left - 1, quote);
    const takesRight = right < within.to && hasFamily(text, right, quote);
    // A mark that opens wants its partner at the right, and the other way round; a mistyped one takes what is there.
    if (takesLeft && (quote.side !== "left" || !takesRight)) left -= 1;
    else if (takesRight) right += 1;
  }
  return { from: left, to: right };
}

function hasFamily(text: string, at: number, quote: Quote): boolean {
  return QUOTES.get(text.charCodeAt(at))?.family === quote.family;
}

function unpairedQuotes(
  text: string,
  from: number,
  to: number,
): readonly Quote[] {
  const open: Quote[] = [];
  for (let at = from; at < to; at += 1) {
    const quote = QUOTES.get(text.charCodeAt(at));
    if (quote === undefined || isApostrophe(text, at, quote)) continue;
    const last = open.at(-1);
    const closes =
      quote.side !== "left" &&
      last?.family === quote.family &&
      last.side !== "right";
    if (closes) open.pop();
    else open.push(quote);
  }
  return open;
}

function isApostrophe(text: string, at: number, quote: Quote): boolean {
  return (
    quote.family === "single" &&
    /^\p{L}.\p{L}$/u.test(text.slice(at - 1, at + 2)) &&
    /^[^\p{Script=Han}]/u.test(text[at - 1] ?? "")
  );
}
