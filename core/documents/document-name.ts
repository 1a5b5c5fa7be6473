/** The longest name of a document, in UTF-16 units. */
const MAX_NAME = 300;

/**
 * Names a document after the first text that says something, since a title may have been cleared by hand and a file may be
 * called ".txt": one line, cut between characters. Null where none says anything.
 */
export function documentName(
  texts: Iterable<string | null | undefined>,
): string | null {
  for (const text of texts) {
    const line = text?.replace(/\s+/g, " ").trim() ?? "";
    if (line !== "") return cutText(line, MAX_NAME);
  }
  return null;
}

/** The first `max` UTF-16 units of a text, one less where a character would be cut in two. */
export function cutText(text: string, max: number): string {
  return text.slice(0, max).replace(/\p{Surrogate}$/u, "");
}
