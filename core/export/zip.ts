import { zipSync, type Zippable } from "fflate";

/** Packs texts in their order, with the day of a moment as their date; `stored` names a file that is packed as it is. */
export function zipTexts(
  files: ReadonlyMap<string, string>,
  asOf: string,
  stored: string | null = null,
): Uint8Array {
  const encoder = new TextEncoder();
  const packed: Zippable = {};
  for (const [path, text] of files) {
    const bytes = encoder.encode(text);
    packed[path] = path === stored ? [bytes, { level: 0 }] : bytes;
  }
  return zipSync(packed, { level: 6, mtime: dayOf(asOf) });
}

/** The day of a moment: a zip knows only local time, and at noon it is the same day in all of them. */
function dayOf(asOf: string): Date {
  const [year = 1980, month = 1, day = 1] = asOf
    .slice(0, 10)
    .split("-")
    .map(Number);
  return new Date(Math.min(Math.max(year, 1980), 2099), month - 1, day, 12);
}
