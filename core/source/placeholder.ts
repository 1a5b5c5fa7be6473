/** What takes the place of something that a reader cannot turn into text, by its kind. */
const NAMES = { picture: "图", formula: "公式", object: "对象" } as const;
export type PlaceholderKind = keyof typeof NAMES;

/** The sign for a character or a word that a file shows and that cannot be read. */
export const UNREADABLE = "〔?〕";

/** A description is read in the middle of a sentence; longer ones are cut. */
const MAX_DESCRIPTION = 200;
const PLACEHOLDERS = /^(?:\s*〔(?:(?:图|公式|对象)(?:：[^〔〕]*)?|\?)〕)+\s*$/u;
const LEADING = /^〔(?:(?:图|公式|对象)(?:：[^〔〕]*)?|\?)〕/u;

/** Writes the placeholder of a picture, a formula or an object: 〔图〕, or with its description 〔图：卫星影像〕. */
export function placeholder(
  kind: PlaceholderKind,
  description: string | null,
): string {
  const words = describeBriefly(description ?? "");
  return words === "" ? `〔${NAMES[kind]}〕` : `〔${NAMES[kind]}：${words}〕`;
}

/** Tells whether a text is placeholders and nothing else. */
export function isPlaceholder(text: string): boolean {
  return text.includes("〔") && PLACEHOLDERS.test(text);
}

/** Tells whether a text begins with a placeholder. */
export function startsWithPlaceholder(text: string): boolean {
  return LEADING.test(text);
}

function describeBriefly(description: string): string {
  const words = description
    .replaceAll("〔", "（")
    .replaceAll("〕", "）")
    .replace(/\s+/gu, " ")
    .trim();
  if (words.length <= MAX_DESCRIPTION) return words;
  return `${words.slice(0, MAX_DESCRIPTION).replace(/[\ud800-\udbff]$/, "")}…`;
}
