import { decide, type Line } from "@/core/source/line";

const CAPTION = /^(?:目\s{0,4}[录錄次]|contents)$/i;
const MAX_ENTRY = 200;
const PAGE = /(?:\d{1,4}|[IVXivx]{1,6})\s?[-–—]?$/;
/** Longer than any page number with its dashes. */
const MAX_PAGE = 12;

/** Sets a table of contents aside: its lines repeat the headings and are none. */
export function markContents(lines: readonly Line[]): readonly Line[] {
  const caption = lines.findIndex(
    (line) => line.kind === null && CAPTION.test(line.text),
  );
  if (caption < 0 && !lines.some((line) => isLed(line))) return lines;
  const counts = new Map<string, number>();
  for (const line of lines)
    counts.set(keyOf(line.text), (counts.get(keyOf(line.text)) ?? 0) + 1);
  let inside = false;
  return lines.map((line) => {
    if (line.kind !== null) return line;
    if (CAPTION.test(line.text)) {
      inside = true;
      return decide(line, "meta", { marker: null });
    }
    // Without page numbers, what comes again further down is an entry; the second time it is the heading.
    const entry =
      inside &&
      (splitLeader(line.text) !== null ||
        (counts.get(keyOf(line.text)) ?? 0) > 1);
    counts.set(keyOf(line.text), (counts.get(keyOf(line.text)) ?? 1) - 1);
    inside = entry;
    return entry || isLed(line) ? decide(line, "meta", { marker: null }) : line;
  });
}

function isLed(line: Line): boolean {
  return (
    line.kind === null &&
    line.marker !== null &&
    splitLeader(line.text) !== null
  );
}

/** The words before a leader (dots or a wide gap) and a page number: "第一章 总则……………3"; null where there is none. */
function splitLeader(text: string): string | null {
  if (text.length > MAX_ENTRY) return null;
  const tail = text.slice(-MAX_PAGE);
  const page = PAGE.exec(tail);
  if (page === null) return null;
  const before = text
    .slice(0, text.length - tail.length + page.index)
    .replace(/[-–—]$/, "");
  const words = before.trimEnd();
  const gap = before.slice(words.length);
  if (gap.includes("\t") || gap.length >= 3) return words;
  return /(?:[.．·]{3}|[…⋯]{1})$/.test(words) ? words : null;
}

/** Entries are compared without spaces, leaders and page numbers. */
function keyOf(text: string): string {
  const head = text.slice(0, MAX_ENTRY + 1);
  return (splitLeader(head) ?? head).replace(/[\s.．·…⋯]/g, "");
}
