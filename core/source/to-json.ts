import type { ParagraphKind, ParsedSource, SourceMetadata } from "./paragraph";
import type { PlacedRemark } from "./remark";

/** The structure of a source as the `parse` command prints it. */
export type SourceJson = {
  readonly metadata: Omit<SourceMetadata, "version">;
  readonly paragraphs: readonly {
    readonly kind: ParagraphKind;
    readonly level: number | null;
    readonly marker: string | null;
    readonly runIn: string | null;
    readonly text: string;
  }[];
  /** What was left out or is uncertain: `paragraph` counts from 0, `at` is an offset in its text or null. */
  readonly remarks: readonly (Omit<PlacedRemark, "index"> & {
    readonly paragraph: number;
  })[];
};

/** Maps a parsed source to the JSON that other programs read. */
export function toSourceJson({
  metadata,
  paragraphs,
  remarks,
}: ParsedSource): SourceJson {
  const { version: _version, ...known } = metadata;
  return {
    metadata: known,
    paragraphs: paragraphs.map(({ kind, level, marker, runIn, text }) => ({
      kind,
      level,
      marker,
      runIn,
      text,
    })),
    remarks: remarks.map(({ kind, index, at, detail }) => ({
      kind,
      paragraph: index,
      at,
      detail,
    })),
  };
}
