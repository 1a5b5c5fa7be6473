import { raiseText } from "@/core/text/raised";
import { encircle, overstrike } from "./circled";
import type { FieldText } from "./fields";
import { fraction, root } from "./linear";

type State = { remark: FieldText["remark"] };
/** One switch of the code with its options: \o\ac, \s\up8, \r. */
type Switch = { readonly name: string; readonly options: readonly string[] };

const MAX_DEPTH = 20;

/** Reads the code of an EQ field (behind its keyword) into text: \o\ac(○,1) is ①, \f(1,2) is 1/2, \s\up8(2) is ². */
export function readEquation(code: string): FieldText {
  const state: State = { remark: null };
  // Options of layout that older files have before the switches: \* jc2 \* "Font:宋体" \* hps10.
  const plain = code.replace(/\\\*\s*(?:"[^"]*"|\S+)/gu, "");
  return { text: readItems(plain, 0, state).trim(), remark: state.remark };
}

/** Reads text and switches one after the other. */
function readItems(code: string, depth: number, state: State): string {
  if (depth > MAX_DEPTH) return code;
  let text = "";
  let at = 0;
  while (at < code.length) {
    if (code[at] !== "\\") {
      text += code[at] ?? "";
      at += 1;
      continue;
    }
    const found = switchAt(code, at);
    if (found === null) {
      // \, and \( write the character itself.
      text += code[at + 1] ?? "";
      at += 2;
      continue;
    }
    const end = closingAt(code, found.end);
    const inner = code.slice(found.end + 1, end);
    text += readSwitch(found.switch, splitArguments(inner), depth, state);
    at = end + 1;
  }
  return text;
}

/** The switch at a backslash with its options, up to the bracket that opens its arguments; null where there is none. */
function switchAt(
  code: string,
  at: number,
): { readonly switch: Switch; readonly end: number } | null {
  const name = /\\([abdfilorsx])(?![a-z])/iy;
  name.lastIndex = at;
  const found = name.exec(code)?.[1];
  if (found === undefined) return null;
  const options: string[] = [];
  let end = name.lastIndex;
  for (;;) {
    // \bc\{ names a bracket, \up8 a distance, \ac neither.
    const option =
      /\s{0,9}\\(?:([lrbfv]c\s?\\?[^\s\\])|([a-z]{2})\s?\d{0,5})/iy;
    option.lastIndex = end;
    const match = option.exec(code);
    if (match === null) break;
    options.push((match[1] ?? match[2] ?? "").toLowerCase());
    end = option.lastIndex;
  }
  const open = /\s{0,9}\(/y;
  open.lastIndex = end;
  return open.test(code)
    ? {
        switch: { name: found.toLowerCase(), options },
        end: open.lastIndex - 1,
      }
    : null;
}

function closingAt(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if (code[at] === "\\" && /[(),;\\]/.test(code[at + 1] ?? "")) at += 1;
    else if (code[at] === "(") depth += 1;
    else if (code[at] === ")") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return code.length;
}

function splitArguments(inner: string): readonly string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (let at = 0; at < inner.length; at += 1) {
    const char = inner[at] ?? "";
    if (char === "\\" && /[(),;\\]/.test(inner[at + 1] ?? "")) {
      parts[parts.length - 1] += char + (inner[at + 1] ?? "");
      at += 1;
      continue;
    }
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    if (depth === 0 && /[,;，]/.test(char)) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts;
}

function readSwitch(
  { name, options }: Switch,
  given: readonly string[],
  depth: number,
  state: State,
): string {
  const read = (part: string) => readItems(part, depth + 1, state).trim();
  if (name === "o") return overlay(given, read, state);
  const parts = given.map(read);
  const [first = "", second = ""] = parts;
  switch (name) {
    case "f":
      return fraction(first, second);
    case "r":
      return parts.length > 1 ? root(second, first) : root(first, "");
    case "s":
      return raise(options, parts, state);
    case "b":
      return bracketed(options, first);
    case "i":
      return `∫${first}${second}${parts.slice(2).join(" ")}`;
    case "d":
      return "";
    case "a":
    case "l":
      return parts.join(name === "a" ? " " : ",");
    default:
      return first;
  }
}

/** Characters printed one over another: an encircled one, one with an accent, or one with its reading above. */
function overlay(
  given: readonly string[],
  read: (part: string) => string,
  state: State,
): string {
  const isReading = (part: string) => /^\s*\\s\s*\\up/iu.test(part);
  const reading = given.find(isReading);
  if (reading !== undefined && given.length > 1) {
    const words = reading.replace(/^[^(]*\(|\)[^)]*$/gu, "");
    state.remark = { kind: "ruby", detail: words };
    return given
      .filter((part) => part !== reading)
      .map(read)
      .join("");
  }
  const parts = given.map(read).filter((part) => part !== "");
  const [first = "", second = ""] = parts;
  if (parts.length < 2) return first;
  const joined = encircle(first, second) ?? overstrike(first, second);
  if (joined !== null && parts.length === 2) return joined;
  state.remark = { kind: "symbol", detail: parts.join(" + ") };
  return /^[○◯〇□△◇]$/u.test(first)
    ? `（${parts.slice(1).join("")}）`
    : parts.join("");
}

function raise(
  options: readonly string[],
  parts: readonly string[],
  state: State,
): string {
  if (parts.length > 1)
    return `${raise(["up"], parts.slice(0, 1), state)}${raise(["do"], parts.slice(1, 2), state)}`;
  const [text = ""] = parts;
  if (!options.includes("up") && !options.includes("do")) return text;
  const raised = raiseText(
    text,
    options.includes("do") ? "subscript" : "superscript",
  );
  if (!raised.isExact) state.remark = { kind: "superscript", detail: text };
  return raised.text;
}

const BRACKETS = new Map(
  ["()", "[]", "{}", "<>", "||"].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);

function bracketed(options: readonly string[], text: string): string {
  const signOf = (name: string) =>
    options.find((option) => option.startsWith(name))?.slice(-1);
  const both = signOf("bc");
  if (both !== undefined) return both + text + (BRACKETS.get(both) ?? both);
  const left = signOf("lc");
  const right = signOf("rc");
  return left === undefined && right === undefined
    ? `(${text})`
    : (left ?? "") + text + (right ?? "");
}
