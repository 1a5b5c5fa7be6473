import type { Span, TextSpan } from "./spans";

/**
 * Takes the brackets of supplied words away again, for formats that mark such words in a way of their own. What is left
 * without a letter is gone.
 */
export function withoutBrackets(spans: readonly Span[]): readonly Span[] {
  const words = spans.filter((span) => span.kind !== "note");
  let at = -1;
  return spans.flatMap((span): readonly Span[] => {
    if (span.kind === "note") return [span];
    at += 1;
    if (span.kind === "break" || !span.supplied) return [span];
    const from = isSupplied(words[at - 1]) ? 0 : 1;
    const to = span.text.length - (isSupplied(words[at + 1]) ? 0 : 1);
    const text = span.text.slice(from, Math.max(from, to));
    return text === "" ? [] : [{ ...span, text }];
  });
}

const isSupplied = (span: Span | undefined): span is TextSpan =>
  span?.kind === "text" && span.supplied;
