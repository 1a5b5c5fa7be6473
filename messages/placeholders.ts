/** The values and the tags that a text of the interface asks for; branches of plurals and choices are read too. */
export function findPlaceholders(text: string): string[] {
  const found = new Set<string>();
  for (const [, tag] of text.matchAll(/<(\w+)>/g)) found.add(`<${tag}>`);
  readText(text, 0, found);
  return [...found].sort();
}

/** Reads a text up to the brace that closes it, or its end; returns where that is. */
function readText(text: string, from: number, found: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== "}") {
    at = text[at] === "{" ? readValue(text, at, found) : at + 1;
  }
  return at;
}

/** Reads `{name}`, `{name, number}` or `{name, plural, one {…} other {…}}`; returns where it ends. */
function readValue(text: string, from: number, found: Set<string>): number {
  const [head = "", name = ""] = /^\{\s*(\w+)\s*/.exec(text.slice(from)) ?? [];
  if (!head) throw new Error(`A brace opens nothing in: ${text}`);
  found.add(name);
  let at = from + head.length;
  while (at < text.length && text[at] !== "}") {
    at = text[at] === "{" ? readText(text, at + 1, found) + 1 : at + 1;
  }
  return at + 1;
}
