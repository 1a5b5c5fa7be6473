import { closeSync, openSync, readSync } from "node:fs";

/** Code points, as bits. */
export type CodePoints = Uint8Array;

const SPACE = 0x110000 / 8;

/** Reads which code points a font has glyphs for: its `cmap` table in the formats 4 and 12. */
export function readCmap(file: string): CodePoints {
  const font = openSync(file, "r");
  try {
    const read = (from: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(font, bytes, 0, length, from);
      return bytes;
    };
    const count = read(4, 2).readUInt16BE(0);
    const tables = read(12, count * 16);
    for (let at = 0; at < tables.length; at += 16) {
      if (tables.toString("latin1", at, at + 4) !== "cmap") continue;
      const cmap = read(
        tables.readUInt32BE(at + 8),
        tables.readUInt32BE(at + 12),
      );
      return readSubtables(cmap);
    }
    return new Uint8Array(SPACE);
  } finally {
    closeSync(font);
  }
}

function readSubtables(cmap: Buffer): CodePoints {
  const points = new Uint8Array(SPACE);
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const at = cmap.readUInt32BE(4 + index * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 4) readSegments(cmap, at, points);
    if (format === 12) readGroups(cmap, at, points);
  }
  return points;
}

function add(points: CodePoints, point: number): void {
  points[point >> 3] = (points[point >> 3] ?? 0) | (1 << (point & 7));
}

function readGroups(cmap: Buffer, at: number, points: CodePoints): void {
  const count = cmap.readUInt32BE(at + 12);
  for (let index = 0; index < count; index += 1) {
    const group = at + 16 + index * 12;
    const end = cmap.readUInt32BE(group + 4);
    for (let point = cmap.readUInt32BE(group); point <= end; point += 1)
      add(points, point);
  }
}

function readSegments(cmap: Buffer, at: number, points: CodePoints): void {
  const length = cmap.readUInt16BE(at + 6);
  const ends = at + 14;
  const starts = ends + length + 2;
  const deltas = starts + length;
  const offsets = deltas + length;
  for (let segment = 0; segment < length; segment += 2) {
    const start = cmap.readUInt16BE(starts + segment);
    const end = cmap.readUInt16BE(ends + segment);
    const delta = cmap.readUInt16BE(deltas + segment);
    const offset = cmap.readUInt16BE(offsets + segment);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const place = offsets + segment + offset + (point - start) * 2;
      const glyph =
        offset === 0 ? (point + delta) & 0xffff : cmap.readUInt16BE(place);
      if (glyph !== 0) add(points, point);
    }
  }
}
