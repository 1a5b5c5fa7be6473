import type { Edition } from "@/core/editions/edition";
import { cleanLabel } from "@/core/export/clean-text";
import { escapeXml, XML_HEAD } from "@/core/export/xml";

const WIDTH = 1200;
const HEIGHT = 1600;
const MARGIN = 120;
/** Lines of the English title that a cover has room for. */
const MAX_LINES = 8;

/** Draws the cover: the title in both languages, and what kind of edition it is. */
export function drawCover(edition: Edition, name: string): string {
  const original = cleanLabel(edition.title.source);
  const english = breakLines(name, 88, MAX_LINES);
  const { publication } = edition;
  const foot =
    publication === null
      ? `Draft of ${edition.asOf.slice(0, 10)}`
      : `English edition ${publication.number}, ${publication.date}`;
  const top = 330;
  const between = top + english.length * 112 + 40;
  const room = Math.floor((HEIGHT - 2 * MARGIN - between) / 78);
  const chinese = original === name ? [] : breakLines(original, 56, room);
  return `${XML_HEAD}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">
<title>${escapeXml(name)}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#faf7f0"/>
<rect width="36" height="${HEIGHT}" fill="#b3331f"/>
<g fill="#221e1a" font-family="'Source Serif 4', Georgia, 'Times New Roman', 'Noto Serif SC', 'Songti SC', serif">
${writeLines(english, top, 112, 88, "en")}
<g fill="#5c544a">
${writeLines(chinese, between, 78, 56, "zh-CN")}
</g>
<text x="${MARGIN}" y="${HEIGHT - MARGIN}" font-size="40" fill="#b3331f">${escapeXml(foot)}</text>
</g>
</svg>
`;
}

function writeLines(
  lines: readonly string[],
  top: number,
  step: number,
  size: number,
  language: string,
): string {
  return lines
    .map(
      (line, index) =>
        `<text x="${MARGIN}" y="${top + index * step}" font-size="${size}" xml:lang="${language}">${escapeXml(line)}</text>`,
    )
    .join("\n");
}

/** Breaks words into lines by a guess at their widths: a picture has no lines of its own. */
function breakLines(
  text: string,
  size: number,
  most: number,
): readonly string[] {
  const room = (WIDTH - 2 * MARGIN) / size;
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const piece of text.match(
    /[\u0020-\u2FFF]+?(?: |$|(?=[\u3000-\uFFFF]))|./gsu,
  ) ?? []) {
    const own = widthOf(piece);
    if (line !== "" && width + own > room) {
      lines.push(line.trimEnd());
      line = "";
      width = 0;
    }
    line += piece;
    width += own;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ""} …`];
}

/** About how many ems a piece takes: a Chinese character one, a letter about half of one. */
function widthOf(piece: string): number {
  return [...piece].reduce(
    (sum, character) =>
      sum + ((character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.5),
    0,
  );
}
