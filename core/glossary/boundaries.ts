import { characterEnd, type FoldedUnits } from "@/core/text/fold";
import { isIgnored, isMark } from "@/core/text/fold-tables";

/** Letters and digits of scripts that write words apart; Chinese has no such boundaries. */
const WORD = /[\p{Nd}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const DIGIT = /\p{Nd}/u;
/** Powers and bases, which make another number of the digits before them: 10⁸, 101₂. */
const RAISED = /[²³¹⁰-⁽ⁿ₀-₎]/u;
const PLUS = 0x2b;

/** Tells whether a term may begin at a place of a folded text: not inside a word, a number or a character. */
export function canBeginAt(
  source: string,
  folded: FoldedUnits,
  at: number,
): boolean {
  const first = unitAt(folded, at);
  if (!isWord(first)) return true;
  if (at === 0 || isParted(source, folded, at)) return true;
  if (isWord(unitAt(folded, at - 1))) return false;
  const joins = isDigit(first) && isDigit(unitAt(folded, at - 2));
  const sign = startAt(folded, at - 1);
  return !(joins && isJoint(source, sign) && !isMarker(source, sign));
}

/** Tells whether a term may end at a place of a folded text. */
export function canEndAt(
  source: string,
  folded: FoldedUnits,
  at: number,
): boolean {
  if (at >= folded.length) return true;
  const next = unitAt(folded, at);
  if (isMarkUnit(next)) return false;
  const last = unitAt(folded, at - 1);
  if (last === PLUS) return !isDigit(next) || isParted(source, folded, at);
  if (!isWord(last) || isParted(source, folded, at)) return true;
  if (isWord(next)) return false;
  if (isDigit(last) && RAISED.test(String.fromCharCode(next))) return false;
  const joins = isDigit(last) && isDigit(unitAt(folded, at + 1));
  return !(joins && isJoint(source, startAt(folded, at)));
}

/** Tells whether the sign between two digits makes one number of them: 3.141, 2,141 and 4+1; a full-width comma does not. */
function isJoint(source: string, at: number): boolean {
  const sign = source[at];
  if (sign === "+" || sign === "＋" || sign === ".") return true;
  return sign === "," && /^,\d{3}(?!\d)/.test(source.slice(at, at + 5));
}

/** Tells whether a full stop ends a marker at the very start of a text, as in "1.141工作体系". */
function isMarker(source: string, at: number): boolean {
  return (
    source[at] === "." && at < 8 && /^\s*\d{1,3}$/.test(source.slice(0, at))
  );
}

/** Tells whether something was left out between a place and the one before: in “AI”PC the word AI stands alone. */
function isParted(source: string, folded: FoldedUnits, at: number): boolean {
  const end = characterEnd(source, startAt(folded, at - 1));
  const gap = source.slice(end, startAt(folded, at));
  return [...gap].some((character) => !isIgnored(character));
}

function unitAt(folded: FoldedUnits, at: number): number {
  return at < 0 || at >= folded.length ? 0 : (folded.units[at] ?? 0);
}

function startAt(folded: FoldedUnits, at: number): number {
  return folded.starts[at] ?? 0;
}

function isWord(unit: number): boolean {
  if (unit < 0x80)
    return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
  return unit < 0x2e80 && WORD.test(String.fromCharCode(unit));
}

function isDigit(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x30 && unit <= 0x39;
  return unit < 0x2e80 && DIGIT.test(String.fromCharCode(unit));
}

function isMarkUnit(unit: number): boolean {
  return unit > 0x2ff && unit < 0x3400 && isMark(String.fromCharCode(unit));
}
