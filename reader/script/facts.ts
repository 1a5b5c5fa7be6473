import type { ReaderFacts } from "@/core/export/html/page";
import type { ReaderWords } from "@/core/export/html/reader-words";

type Facts = ReaderFacts & { readonly words: ReaderWords };

const element = document.getElementById("reader");

/** What the page tells its script; null on a page that is not one to read. */
export const facts =
  element === null
    ? null
    : (JSON.parse(element.textContent ?? "null") as Facts | null);

/** A sentence of the interface with its values. */
export function say(
  key: keyof ReaderWords,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const sentence = facts?.words[key] ?? "";
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? ""),
  );
}
