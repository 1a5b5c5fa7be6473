const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A ref for a new mark: eight random letters and digits, enough to be alone among the marks of one text. */
export function newRef(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
}
