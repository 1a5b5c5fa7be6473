/** Whether text is above the line or below it. */
export type Raise = "superscript" | "subscript";

/** Raised text in plain characters. */
export type RaisedText = {
  readonly text: string;
  /** Whether Unicode has a raised form of every character; if not, `text` is ^(…) or _(…). */
  readonly isExact: boolean;
};

/** Characters and their raised forms, in the same order. */
const FORMS: Readonly<Record<Raise, readonly (readonly [string, string])[]>> = {
  superscript: [
    ["0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"],
    ["abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"],
    ["ABDEGHIJKLMNOPRTUVW", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ"],
    ["βγδθφχ", "ᵝᵞᵟᶿᵠᵡ"],
  ],
  subscript: [
    ["0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"],
    ["aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"],
    ["βγρφχ", "ᵦᵧᵨᵩᵪ"],
  ],
};

const RAISED: Readonly<Record<Raise, ReadonlyMap<string, string>>> = {
  superscript: mapOf("superscript"),
  subscript: mapOf("subscript"),
};

/**
 * Signs that mean the same on the line as above it: reference marks with a form of their own, marks of trade, degrees
 * and primes, punctuation and white space.
 */
const SAME =
  /^[\s*＊∗※†‡§¶#＃®©™℠°º˚ª′″‴'’"“”。，、；：！？…·①-⓿❶-➓㉑-㊿\u200b-\u200f\u2060\ufeff]$/u;
/** "[1]", "〔3〕", "（注2）": brackets show that a raised number is a reference. */
const REFERENCE =
  /^(?:[[［〔【〈（(]\s?(?:注释?|註)?\s?(?:\p{Nd}{1,4}|[ivxIVX]{1,6}|[①-⓿]|[*＊※†‡])(?:\s?[-–—~～,，、;；]\s?\p{Nd}{1,4}){0,10}\s?[\]］〕】〉）)])+$/u;

const LOWERED: ReadonlyMap<string, string> = inverse("subscript");
const PLAIN: ReadonlyMap<string, string> = inverse("superscript");

/**
 * Writes raised text in plain characters, so that 10 with a raised 8 stays 10⁸: in Unicode's raised characters if all
 * have one, else as ^(…) or _(…). Reference marks such as [1], ① or ＊ stay as they are.
 */
export function raiseText(text: string, raise: Raise): RaisedText {
  const core = text.trim();
  if (core === "" || isReference(core, raise)) return { text, isExact: true };
  // A raised letter o is how degrees are typed: 25 with a raised o, then C.
  if (raise === "superscript" && /^[oOｏ〇○]$/u.test(core))
    return { text: text.replace(core, "°"), isExact: true };
  const raised = [...core].map((character) => raiseCharacter(character, raise));
  const isExact = !raised.includes(null);
  return {
    text: text.replace(core, () =>
      isExact ? raised.join("") : withSign(core, raise),
    ),
    isExact,
  };
}

/** Reads a raised character: ⁸ is a superscript 8, ₂ a subscript 2; null for any other. */
export function readRaised(
  character: string,
): { readonly text: string; readonly raise: Raise } | null {
  const below = LOWERED.get(character);
  if (below !== undefined) return { text: below, raise: "subscript" };
  const above = PLAIN.get(character);
  return above === undefined ? null : { text: above, raise: "superscript" };
}

/** Every subscript character that there is. */
export const SUBSCRIPTS: readonly string[] = [...LOWERED.keys()];

function inverse(raise: Raise): ReadonlyMap<string, string> {
  return new Map([...RAISED[raise]].map(([plain, raised]) => [raised, plain]));
}

function mapOf(raise: Raise): ReadonlyMap<string, string> {
  return new Map(
    FORMS[raise].flatMap(([plain, raised]) => {
      const forms = [...raised];
      return [...plain].map((char, index) => [char, forms[index] ?? char]);
    }),
  );
}

function isReference(text: string, raise: Raise): boolean {
  return raise === "superscript" && REFERENCE.test(text);
}

function raiseCharacter(character: string, raise: Raise): string | null {
  if (SAME.test(character)) return character;
  // Characters of full width, and the minus sign and dashes that are typed for it.
  const plain = /^[‐‑‒–−－]$/u.test(character)
    ? "-"
    : character.replace(/^[！-～]$/u, (wide) => wide.normalize("NFKC"));
  return RAISED[raise].get(plain) ?? null;
}

function withSign(text: string, raise: Raise): string {
  const inner = /^[(（][^()（）]*[)）]$/u.test(text) ? text.slice(1, -1) : text;
  return `${raise === "superscript" ? "^" : "_"}(${inner})`;
}
