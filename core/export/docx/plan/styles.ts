/** The styles of paragraphs in an exported Word document, by their ids. */
export type ParagraphStyle =
  | "Title"
  | "OriginalTitle"
  | "TitlePageText"
  | "DraftNotice"
  | "MetadataLabel"
  | "MetadataText"
  | "ImprintHeading"
  | "ImprintText"
  | "ContentsHeading"
  | "PartHeading"
  | "PartText"
  | "ColumnHeading"
  | "SourceHeading"
  | `Heading${1 | 2 | 3 | 4 | 5 | 6}`
  | "BodyText"
  | "NumberedParagraph"
  | "ItemParagraph"
  | "UnapprovedText"
  | "ListText"
  | "TableText"
  | "SourceText"
  | "SourceAbove"
  | "Untranslated"
  | "FootnoteText"
  | "FootnoteList"
  | "EndnoteText"
  | "EndnoteList"
  | "CommentText"
  | "GlossaryText"
  | "GlossaryDetail"
  | "IndexEntry"
  | "AbbreviationEntry"
  /** A line of hardly any height: between tables, and at the end of sections. */
  | "Gap";

/** The styles of characters. */
export type CharacterStyle =
  | "UntranslatedMark"
  | "UnapprovedMark"
  | "ParagraphNumber"
  | "ImprintLabel"
  | "Pinyin";

/** The styles of tables. */
export type TableStyle =
  "MetadataTable" | "ParallelTable" | "TextTable" | "GlossaryTable";
