/** What a text file is that holds data rather than running text. */
export type DataKind = "xml" | "json" | "po" | "table" | "mail" | "subtitles";

/** What decides is at the beginning. */
const HEAD = 8000;
const XML_ROOT =
  /^(?:\s|<\?[^>]{0,500}\?>|<!--[\s\S]{0,2000}?-->|<!doctype\s[^>[]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>)*<([a-z_][\w.-]*:)?([a-z_][\w.-]*)([^>]{0,4000})/i;
/** Roots of exchange files that may come without declaration or name space. */
const DATA_ROOTS =
  /^(?:xliff|tmx|martif|tbx|termcorpus|ts|resources|rss|feed|svg|plist|workbook|package|document|wordDocument|TEI|office|urlset|project|data|root|xml|glossary|termbase|mtf)$/i;
/** A table has at least so many rows. */
const MIN_ROWS = 3;
const SAMPLE_ROWS = 50;

/**
 * Finds what kind of data a text file holds; null for running text, Markdown and web pages. What a file is called counts
 * only for a table of two columns, which lines with a comma each could be, too.
 */
export function dataKindOf(
  text: string,
  extension: string = "",
): DataKind | null {
  const head = text.slice(0, HEAD).trimStart();
  if (head.startsWith("<")) return isXmlData(head) ? "xml" : null;
  if (/^[[{]/.test(head) && isJson(text)) return "json";
  if (/^(?:#[^\n]*\n|\s)*(?:msgctxt\s+"[^\n]*\n)?msgid\s+"/.test(head))
    return "po";
  if (
    /^(?:MIME-Version:|Return-Path:|Received:|BEGIN:V(?:CALENDAR|CARD))/i.test(
      head,
    )
  )
    return "mail";
  if (/^(?:WEBVTT\b|\d+\r?\n\d\d:\d\d:\d\d[,.]\d{3}\s+-->)/.test(head))
    return "subtitles";
  const delimiters = /^(?:csv|tsv|tab)$/.test(extension) ? 1 : 2;
  return isTable(head, delimiters) ? "table" : null;
}

/** Tells whether a text is a web page or a piece of one. */
export function isPage(text: string): boolean {
  const head = text.slice(0, HEAD);
  const root = rootOf(head);
  if (root === null) return false;
  if (/^(?:html|head|body)$/i.test(root)) return true;
  return (
    /^(?:div|p|table|h[1-6]|section|article|span|ul|ol|font|center|meta|title|style|script|link|main|header)$/i.test(
      root,
    ) && /<\/[a-z][a-z0-9]*\s*>/i.test(text.slice(0, 200_000))
  );
}

function rootOf(head: string): string | null {
  const match = XML_ROOT.exec(head);
  return match === null || match[1] !== undefined ? null : (match[2] ?? null);
}

function isXmlData(head: string): boolean {
  const match = XML_ROOT.exec(head);
  const name = match?.[2];
  if (name === undefined) return head.startsWith("<?xml");
  if (/^html$/i.test(name)) return false;
  if (head.startsWith("<?xml") || match?.[1] !== undefined) return true;
  return DATA_ROOTS.test(name) || /\sxmlns(?::\w+)?\s*=/.test(match?.[3] ?? "");
}

function isJson(text: string): boolean {
  const lines = text.trim().split(/\r?\n/, 3);
  return parses(text) || (lines.length > 1 && lines.slice(0, 2).every(parses));
}

function parses(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

/** Rows of the same number of cells, by a delimiter that running Chinese does not have. */
function isTable(head: string, least: number): boolean {
  if (/^"?sep=.\r?\n/i.test(head)) return true;
  const rows = head
    .split(/\r?\n/)
    .slice(0, SAMPLE_ROWS)
    .filter((row) => row.trim() !== "");
  // The last row may have been cut.
  const whole = rows.length > MIN_ROWS ? rows.slice(0, -1) : rows;
  if (whole.length < (least === 1 ? 1 : MIN_ROWS)) return false;
  return [",", ";", "\t"].some((delimiter) => {
    const counts = whole.map((row) => cellsIn(row, delimiter) - 1);
    const first = counts[0] ?? 0;
    return first >= least && counts.every((count) => count === first);
  });
}

function cellsIn(row: string, delimiter: string): number {
  return row.replace(/"(?:[^"]|"")*"/g, "").split(delimiter).length;
}
