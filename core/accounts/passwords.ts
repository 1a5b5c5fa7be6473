/**
 * Length in characters after normalisation. Eight is the least that OWASP ASVS 5 (6.2.1) allows; the form recommends
 * fifteen. The upper end only keeps hashing cheap.
 */
export const MIN_PASSWORD = 8;
export const MAX_PASSWORD = 256;

/** Words that stand for this product. */
const PRODUCT = ["duizhao", "对照"];

export type PasswordFault =
  "password_short" | "password_long" | "password_common" | "password_personal";

/** The form in which a password is hashed, so that the same keys give the same password on every device (NFKC). */
export function normalizePassword(password: string): string {
  return password.normalize("NFKC");
}

function length(text: string): number {
  return [...text].length;
}

function isRun(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = points.slice(1).map((point, i) => point - (points[i] ?? 0));
  return (
    steps.every((step) => step === 1) || steps.every((step) => step === -1)
  );
}

function isRepeated(text: string): boolean {
  return /^(.{1,8}?)\1+.?$/su.test(text) || new Set(text).size <= 2;
}

/** The words of a name and of an address that its owner, and whoever attacks, thinks of first. */
function personalWords(name: string, email: string): readonly string[] {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  const words = [
    ...name.toLowerCase().split(/\s+/u),
    ...local.split(/[._+-]/),
    local,
    ...domain.split(".").slice(0, -1),
  ];
  words.push(name.toLowerCase().replace(/\s+/gu, ""), ...PRODUCT);
  const isTelling = (word: string) =>
    length(word) >= (/\p{Script=Han}/u.test(word) ? 2 : 3);
  return [...new Set(words)]
    .filter(isTelling)
    .sort((a, b) => b.length - a.length);
}

/**
 * What makes a password unfit, or null. `isCommon` looks a lower-case text up in the list of common passwords.
 * Refused are listed passwords, also with digits or signs around them ("Password2025!"), runs ("abcdefgh"), repetitions, and
 * the owner's name, address or the product's name with little else. There are no rules about kinds of characters.
 */
export function findPasswordFault(
  password: string,
  owner: { readonly name: string; readonly email: string },
  isCommon: (text: string) => boolean,
): PasswordFault | null {
  const normal = normalizePassword(password);
  if (length(normal) < MIN_PASSWORD) return "password_short";
  if (length(normal) > MAX_PASSWORD) return "password_long";
  const folded = normal.toLowerCase();
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  // Up to seven digits or signs around a listed password are the first thing that guessing programs add.
  const isDecorated =
    core !== "" && isCommon(core) && length(folded) - length(core) < 8;
  if (isCommon(folded) || isDecorated || isRun(folded) || isRepeated(folded))
    return "password_common";
  const rest = personalWords(owner.name, owner.email).reduce(
    (text, word) => text.replaceAll(word, ""),
    folded,
  );
  // What is left beside personal words must still be something to guess.
  if (rest !== folded && (length(rest) < 6 || isCommon(rest)))
    return "password_personal";
  return null;
}
