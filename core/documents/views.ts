import type { ProjectStyle } from "@/core/projects/style";
import type {
  ParagraphKind,
  SourceMetadata,
  SourceTable,
} from "@/core/source/paragraph";
import type { RichText } from "@/core/text/rich-text";

export const TRANSLATION_STATUSES = [
  "empty",
  "draft",
  "translated",
  "approved",
] as const;
export type TranslationStatus = (typeof TRANSLATION_STATUSES)[number];

/** What every row of a document is known by before its text arrives; small, sent for all rows at once. */
export type RowSummary = {
  /** The translation's id. */
  readonly id: string;
  /** The live text's id: the collaboration document is `text:<textId>`. */
  readonly textId: string;
  readonly paragraphId: string;
  /** 1-based number of the paragraph in the document; fields of one meta paragraph share it. */
  readonly number: number;
  readonly kind: ParagraphKind;
  readonly level: number | null;
  readonly marker: string | null;
  readonly status: TranslationStatus;
  /** Chinese characters of the source, for progress. */
  readonly characters: number;
  /** For the outline: a heading's words or a numbered paragraph's run-in heading, without marker; else null. */
  readonly heading: string | null;
  /** The same in English, where translated; else null. */
  readonly headingEnglish: string | null;
};

/** A row with its two texts. */
export type RowView = RowSummary & {
  /** "" for a whole paragraph, else the key of the metadata field. */
  readonly field: string;
  /** The label of the metadata field as printed in the source. */
  readonly label: string | null;
  /** The run-in heading as it stands in `source`, or null. */
  readonly runIn: string | null;
  readonly source: string;
  readonly table: SourceTable | null;
  readonly target: RichText;
  readonly stale: boolean;
};

/** The workbench's first load: everything of the document but the texts beyond the first window. */
export type DocumentView = {
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly title: string;
  readonly metadata: SourceMetadata;
  readonly glossaryVersion: number;
  /** What the project has decided for its editions; beginnings of notes follow it. */
  readonly style: ProjectStyle;
  readonly summaries: readonly RowSummary[];
  /** Rows from the top, as many as one screen needs; the rest comes by `rows?from=&to=`. */
  readonly rows: readonly RowView[];
  readonly can: {
    readonly edit: boolean;
    readonly approve: boolean;
    readonly editGlossary: boolean;
    readonly editNotes: boolean;
    readonly reviewNotes: boolean;
    readonly export: boolean;
    readonly delete: boolean;
  };
};

/** Progress in paragraphs and in Chinese characters. */
export type Progress = {
  readonly paragraphs: number;
  readonly draft: number;
  readonly translated: number;
  readonly approved: number;
  readonly characters: number;
  /** Characters of paragraphs that are translated or approved. */
  readonly charactersDone: number;
};
