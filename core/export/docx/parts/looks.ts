import type { ExportLayout, FontStyle } from "@/core/export/options";
import type { English } from "@/core/projects/style";

/** What a style of paragraphs looks like; its properties in the order of the schema. */
export type Look = {
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly p?: string;
  readonly r?: string;
  readonly isQuiet?: boolean;
};

/** What the styles of a document depend on. */
export type StyleOptions = {
  readonly english: English;
  readonly fonts: FontStyle;
  readonly layout: ExportLayout;
  readonly textWidth: number;
};
