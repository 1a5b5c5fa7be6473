import type { SourceBlock } from "./block";
import type { Marker } from "./marks/marker";
import type { MetadataField, ParagraphKind } from "./paragraph";
import type { SourceRemark } from "./remark";

/** A paragraph on its way through the parser: `kind` is null until a rule has decided. */
export type Line = {
  readonly text: string;
  readonly block: SourceBlock;
  readonly marker: Marker | null;
  readonly kind: ParagraphKind | null;
  readonly level: number | null;
  readonly runIn: string | null;
  readonly fields: readonly MetadataField[];
  /** Remarks, with offsets in `text`. */
  readonly remarks: readonly SourceRemark[];
};

/** The same line, decided to be of a kind. */
export function decide(
  line: Line,
  kind: ParagraphKind,
  more: Partial<Line> = {},
): Line {
  return { ...line, kind, ...more };
}

/** Replaces lines by index; lines that are not named stay themselves. */
export function replaceLines(
  lines: readonly Line[],
  changes: ReadonlyMap<number, Line>,
): readonly Line[] {
  return changes.size === 0
    ? lines
    : lines.map((line, index) => changes.get(index) ?? line);
}
