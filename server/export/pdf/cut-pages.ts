/** A page in the drawing of a whole document: its white, then what stands on it, moved down to its place. */
const PAGE =
  /<path class="typst-shape" fill="#ffffff"[^>]* d="M 0 0v ([\d.]+) h ([\d.]+)[^>]*\/>\s*<g(?: transform="[^"]*")?>/g;

const LETTER = /<symbol id="([^"]+)"[^>]*>[^]*?<\/symbol>/g;

/**
 * Cuts the drawing of a document, as Typst makes it with its pages one below the other, into pictures of its first pages.
 * Each has the letters that it uses, and no others: those of a whole document are many times as large as a page.
 */
export function cutPages(drawing: string, count: number): readonly string[] {
  const definitions = drawing.lastIndexOf("<defs");
  const end = definitions === -1 ? drawing.length : definitions;
  const begins = [...drawing.slice(0, end).matchAll(PAGE)];
  const letters = new Map(
    [...drawing.slice(end).matchAll(LETTER)].map(([whole, id]) => [id, whole]),
  );
  return begins.slice(0, count).map((begin, at) => {
    const [opening, height = "0", width = "0"] = begin;
    const from = begin.index + opening.length;
    const to = begins[at + 1]?.index ?? drawing.lastIndexOf("</svg>", end);
    // The group of the page is closed at the end of its part.
    const content = drawing.slice(from, to === -1 ? end : to);
    const used = new Set(
      [...content.matchAll(/xlink:href="#([^"]+)"/g)].map(([, id]) => id ?? ""),
    );
    const symbols = [...used].map((id) => letters.get(id) ?? "").join("");
    return trim(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><g>${content}<defs>${symbols}</defs></svg>`,
    );
  });
}

// Typst writes addresses of links as they are.
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/gi;

/** Without the white space between tags, which is a third of a drawing. */
function trim(drawing: string): string {
  return drawing.replace(/>\s+</g, "><").replace(BARE_AMPERSAND, "&amp;");
}
