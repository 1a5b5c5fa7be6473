import type { ParagraphKind, ParsedSource, SourceMetadata } from "./paragraph";

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
};

/** Maps a parsed source to the JSON that other programs read. */
export function toSourceJson({
  metadata,
  paragraphs,
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
  };
}
