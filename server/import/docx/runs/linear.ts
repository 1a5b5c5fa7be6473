/** Sums, fractions and the like need brackets when they become a part of a line. */
function isCompound(text: string): boolean {
  return /[\s+\-−±×÷·/=,]/u.test(text.slice(1)) && !isBracketed(text);
}

function isBracketed(text: string): boolean {
  return /^[([{|][^()[\]{}|]*[)\]}|]$/u.test(text);
}

/** Puts a part in brackets where it would be read wrongly without. */
export function grouped(text: string): string {
  return isCompound(text) ? `(${text})` : text;
}

/** A fraction on one line: 1/2, (a+b)/c. */
export function fraction(above: string, below: string): string {
  return `${grouped(above)}/${grouped(below)}`;
}

/** A root on one line: √2, √(a+b), ∛x, ^(n)√x by its degree. */
export function root(of: string, degree: string): string {
  const sign = { "": "√", "2": "√", "3": "∛", "4": "∜" }[degree];
  const inner = [...of].length > 1 && !isBracketed(of) ? `(${of})` : of;
  return `${sign ?? `^(${degree})√`}${inner}`;
}
