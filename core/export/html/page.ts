import { escapeHtml, escapeJson } from "./escape";
import { READER_WORDS, type ReaderWords } from "./reader-words";

/** What the script of a reading page is told. */
export type ReaderFacts = {
  /** What the reader's place is remembered under; null where nothing may be kept. */
  readonly key: string | null;
  /** The whole address of the edition, without a paragraph; "" where it has none. */
  readonly address: string;
  readonly citation: string;
};

/** The parts of a page in HTML; all of them but the title are markup already. */
export type PageParts = {
  readonly language: string;
  readonly title: string;
  /** Further elements of the head, in order. */
  readonly head: readonly string[];
  readonly bodyClass: string;
  readonly body: readonly string[];
};

/** Writes a whole page. */
export function writePage(parts: PageParts): string {
  const { language, title, head, bodyClass, body } = parts;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
${head.filter((part) => part !== "").join("\n")}
</head>
<body class="${bodyClass}">
${body.filter((part) => part !== "").join("\n")}
</body>
</html>
`;
}

/** Writes what the script is told: words and facts, as data that nothing runs. */
export function writeFacts(facts: ReaderFacts, words: ReaderWords): string {
  const known = Object.fromEntries(
    READER_WORDS.map((key) => [key, words[key]]),
  );
  return `<script type="application/json" id="reader">${escapeJson({ ...facts, words: known })}</script>`;
}
