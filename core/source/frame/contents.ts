import { decide, type Line } from "@/core/source/line";

const CAPTION = /^目\s*[录錄次]$|^contents$/i;
/** Dots or a wide gap, then a page number: "第一章 总则……………3". */
const LEADER =
  /(?:[.．·…⋯]{3,}|\t|\s{3,})\s*[-–—]?\s*(?:\d{1,4}|[IVXivx]{1,6})\s*[-–—]?$/;

/** Sets a table of contents aside: its lines repeat the headings and are none. */
export function markContents(lines: readonly Line[]): readonly Line[] {
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
    const hasLeader = line.text.length <= 200 && LEADER.test(line.text);
    // Without page numbers, what comes again further down is an entry; the second time it is the heading.
    const entry =
      inside && (hasLeader || (counts.get(keyOf(line.text)) ?? 0) > 1);
    counts.set(keyOf(line.text), (counts.get(keyOf(line.text)) ?? 1) - 1);
    inside = entry;
    return entry || (hasLeader && line.marker !== null)
      ? decide(line, "meta", { marker: null })
      : line;
  });
}

/** Entries are compared without spaces, leaders and page numbers. */
function keyOf(text: string): string {
  const head = text.slice(0, 200);
  return head.replace(LEADER, "").replace(/[\s.．·…⋯]+/g, "");
}
