import { MARKS, SAFE_HREF, type Mark, type Run } from "@/core/text/rich-text";
import { findCloser, opensEmphasis } from "./emphasis";
import { ADDRESS, AUTOLINK, DESTINATION, ESCAPED, matchAt } from "./patterns";

/** How the runs that are being read are marked, and where they lead. */
type Style = { readonly marks: readonly Mark[]; readonly href: string | null };

/** Reads the runs of one paragraph, "\n" for a new line; addresses that no link may have are added to `refused`. */
export function readRuns(
  text: string,
  style: Style,
  refused: string[],
): readonly Run[] {
  const runs: Run[] = [];
  let plain = "";
  const flush = () => {
    if (plain !== "") runs.push({ kind: "text", text: plain, ...style });
    plain = "";
  };
  const missing = new Set<string>();
  let at = 0;
  while (at < text.length) {
    const found =
      readBreak(text, at) ??
      readEscape(text, at, style) ??
      readAddress(text, at, style) ??
      readLink(text, at, style, refused) ??
      readEmphasis(text, at, style, refused, missing);
    if (found === null) {
      plain += text.charAt(at);
      at += 1;
      continue;
    }
    flush();
    runs.push(...found.runs);
    at = found.to;
  }
  flush();
  return runs;
}

type Found = { readonly runs: readonly Run[]; readonly to: number };

function readBreak(text: string, at: number): Found | null {
  return text.charAt(at) === "\n"
    ? { runs: [{ kind: "break" }], to: at + 1 }
    : null;
}

function readEscape(text: string, at: number, style: Style): Found | null {
  const [whole, character] = matchAt(ESCAPED, text, at) ?? [];
  if (whole === undefined || character === undefined) return null;
  return {
    runs: [{ kind: "text", text: character, ...style }],
    to: at + whole.length,
  };
}

function readAddress(text: string, at: number, style: Style): Found | null {
  if (style.href !== null) return null;
  const [whole, inner] = matchAt(AUTOLINK, text, at) ?? [];
  if (whole !== undefined && inner !== undefined) {
    const words = inner.replace(/^mailto:/i, "");
    return link(words, inner, style, at + whole.length);
  }
  if (/[\p{Script=Latin}\p{N}]/u.test(text.charAt(at - 1))) return null;
  const [bare] = matchAt(ADDRESS, text, at) ?? [];
  if (bare === undefined) return null;
  const address = trimAddress(bare);
  return link(address, address, style, at + address.length);
}

function link(words: string, href: string, style: Style, to: number): Found {
  return { runs: [{ kind: "text", text: words, ...style, href }], to };
}

/** The end of a sentence is not the end of the address before it, nor is a bracket that was opened outside. */
function trimAddress(address: string): string {
  const trimmed = address.replace(/[.,;:!?'_\]]+$/, "");
  return trimmed.endsWith(")") && !trimmed.includes("(")
    ? trimAddress(trimmed.slice(0, -1))
    : trimmed;
}

function readLink(
  text: string,
  at: number,
  style: Style,
  refused: string[],
): Found | null {
  if (text.charAt(at) !== "[" || style.href !== null) return null;
  const end = closingBracket(text, at);
  if (end === null) return null;
  const [whole, bracketed, bare] = matchAt(DESTINATION, text, end + 1) ?? [];
  if (whole === undefined) return null;
  const href = (bracketed ?? bare ?? "").replace(/\\([!-/:-@[-`{-~])/g, "$1");
  const isSafe = SAFE_HREF.test(href);
  if (!isSafe) refused.push(href);
  const inner = { ...style, href: isSafe ? href : null };
  return {
    runs: readRuns(text.slice(at + 1, end), inner, refused),
    to: end + 1 + whole.length,
  };
}

// As deep as anybody nests brackets in the words of a link; more would let a text be searched again and again.
const MAX_LINK_WORDS = 1000;

function closingBracket(text: string, at: number): number | null {
  let depth = 0;
  const last = Math.min(text.length, at + MAX_LINK_WORDS);
  for (let index = at; index < last; index += 1) {
    const character = text.charAt(index);
    if (character === "\\") index += 1;
    if (character === "[") depth += 1;
    if (character === "]") depth -= 1;
    if (depth === 0) return index;
  }
  return null;
}

function readEmphasis(
  text: string,
  at: number,
  style: Style,
  refused: string[],
  missing: Set<string>,
): Found | null {
  const character = text.charAt(at);
  if (character !== "*" && character !== "_") return null;
  const isDouble = text.charAt(at + 1) === character;
  const mark: Mark = isDouble ? "bold" : "italic";
  const delimiter = isDouble ? character + character : character;
  if (style.marks.includes(mark) || missing.has(delimiter)) return null;
  if (!opensEmphasis(text, at, delimiter)) return null;
  const end = findCloser(text, at + delimiter.length, delimiter);
  if (end === null) {
    // What closes does not depend on what opens: nothing further on will find it either.
    missing.add(delimiter);
    return null;
  }
  const marks = MARKS.filter(
    (each) => each === mark || style.marks.includes(each),
  );
  return {
    runs: readRuns(
      text.slice(at + delimiter.length, end),
      { ...style, marks },
      refused,
    ),
    to: end + delimiter.length,
  };
}
