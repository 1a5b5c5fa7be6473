import { z } from "zod";
import { FIRST_USE_FORMS } from "@/core/projects/style";

export const EXPORT_FORMATS = [
  "docx",
  "pdf",
  "epub",
  "html",
  "md",
  "txt",
  "tei",
  "xliff21",
  "xliff12",
  "tmx",
  "bundle",
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * English alone; both texts beside each other, paragraph by paragraph; both, the English under its Chinese; the Chinese
 * alone with the notes in English.
 */
export const EXPORT_LAYOUTS = [
  "english",
  "parallel",
  "interleaved",
  "annotated",
] as const;
export type ExportLayout = (typeof EXPORT_LAYOUTS)[number];

export const NOTE_STYLES = ["footnotes", "endnotes", "none"] as const;
export type NoteStyle = (typeof NOTE_STYLES)[number];

export const PAPERS = ["a4", "letter"] as const;
export type Paper = (typeof PAPERS)[number];

export const FONT_STYLES = ["serif", "sans"] as const;
export type FontStyle = (typeof FONT_STYLES)[number];

/** What becomes of English that no reviewer has approved: printed and marked as such, left out, or in Chinese. */
export const UNAPPROVED_STYLES = ["marked", "omitted", "source"] as const;
export type UnapprovedStyle = (typeof UNAPPROVED_STYLES)[number];

/** How an edition is written; what a format has no use for it does not look at. */
export const ExportOptionsSchema = z.strictObject({
  layout: z.enum(EXPORT_LAYOUTS),
  notes: z.enum(NOTE_STYLES),
  /** Null: as the project's style has it. */
  firstUse: z.enum(FIRST_USE_FORMS).nullable(),
  /** With the glossary, the index of names and the abbreviations at the end. */
  glossary: z.boolean(),
  paper: z.enum(PAPERS),
  fonts: z.enum(FONT_STYLES),
  unapproved: z.enum(UNAPPROVED_STYLES),
  /** With what the team says to itself, as comments of Word; drafts only. */
  remarks: z.boolean(),
});
export type ExportOptions = Readonly<z.infer<typeof ExportOptionsSchema>>;
export type ExportOption = keyof ExportOptions;

export const DEFAULT_OPTIONS: ExportOptions = {
  layout: "english",
  notes: "footnotes",
  firstUse: null,
  glossary: true,
  paper: "a4",
  fonts: "serif",
  unapproved: "marked",
  remarks: false,
};

/** What is chosen when an edition is exported. */
export const ExportChoiceSchema = z.strictObject({
  format: z.enum(EXPORT_FORMATS),
  options: ExportOptionsSchema,
});
export type ExportChoice = Readonly<z.infer<typeof ExportChoiceSchema>>;

/** What a format is: its files, and the options it makes use of. */
export type FormatFacts = {
  readonly extension: string;
  readonly mediaType: string;
  readonly options: readonly ExportOption[];
};

const TEXT: readonly ExportOption[] = [
  "layout",
  "notes",
  "firstUse",
  "glossary",
  "unapproved",
];
const PAGES: readonly ExportOption[] = [...TEXT, "paper", "fonts"];

export const FORMATS: Readonly<Record<ExportFormat, FormatFacts>> = {
  docx: {
    extension: "docx",
    mediaType:
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    options: [...PAGES, "remarks"],
  },
  pdf: { extension: "pdf", mediaType: "application/pdf", options: PAGES },
  epub: {
    extension: "epub",
    mediaType: "application/epub+zip",
    options: [...TEXT, "fonts"],
  },
  html: {
    extension: "html",
    mediaType: "text/html; charset=utf-8",
    options: [...TEXT, "fonts"],
  },
  md: {
    extension: "md",
    mediaType: "text/markdown; charset=utf-8",
    options: TEXT,
  },
  txt: {
    extension: "txt",
    mediaType: "text/plain; charset=utf-8",
    options: TEXT,
  },
  tei: {
    extension: "xml",
    mediaType: "application/tei+xml",
    options: ["firstUse", "unapproved"],
  },
  xliff21: {
    extension: "xlf",
    mediaType: "application/xliff+xml",
    options: ["unapproved"],
  },
  xliff12: {
    extension: "xlf",
    mediaType: "application/xliff+xml",
    options: ["unapproved"],
  },
  tmx: { extension: "tmx", mediaType: "application/xml", options: [] },
  bundle: { extension: "json", mediaType: "application/json", options: [] },
};

/** What an exporter makes of an edition: a file, ready to be sent or written. */
export type ExportedFile = {
  readonly filename: string;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
};
