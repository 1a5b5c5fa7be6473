/**
 * Writes a value as JSON in its one form: no white space, keys in the order of their UTF-16 units (RFC 8785). The same
 * value always gives the same bytes, wherever its keys came from.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return value;
  return Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
