/**
 * Colours of people's carets and initials: dark enough for white letters (at least 4.5:1), each also told by initials.
 * The first ones are the furthest apart.
 */
const COLORS = [
  "#6b4c9a",
  "#1f7a74",
  "#8a5a2b",
  "#2f6b3a",
  "#a03e6c",
  "#2c5f9e",
  "#7a6a12",
  "#54606e",
] as const;

/** The colour an account has everywhere: in carets, initials and presence. */
export function colorOf(accountId: string): string {
  let sum = 0;
  for (const character of accountId)
    sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return COLORS[sum % COLORS.length] ?? COLORS[0];
}

/** One or two letters for a name, as fit into a small circle: "Ada Lovelace" AL, "王小明" 明, "bo" B. */
export function initialsOf(name: string): string {
  const trimmed = name.trim();
  if (/^\p{Script=Han}+$/u.test(trimmed))
    return Array.from(trimmed).at(-1) ?? "";
  const words = trimmed.split(/[\s·._-]+/u).filter((word) => word !== "");
  const letters = words.map((word) => Array.from(word)[0] ?? "");
  const picked = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return picked.join("").toUpperCase();
}
