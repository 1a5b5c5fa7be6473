import type { EditionParagraph } from "@/core/editions/edition";
import type { ExportLayout } from "@/core/export/options";
import { plainText } from "@/core/text/rich-text";

const HEAD = 420;
const PADDING = 28;
/** Of the type in which one reads: see reading.css. */
const ENGLISH = { character: 8.1, line: 31 };
const CHINESE = { character: 16.5, line: 30.5 };

/** Guesses a part's height before it was drawn, so that the scroll bar tells the truth from the start. */
export function estimatePart(
  paragraph: EditionParagraph | null,
  layout: ExportLayout,
  width: number,
): number {
  if (paragraph === null) return HEAD;
  const measure = Math.min(width - 60, layout === "parallel" ? 520 : 660);
  const { source, target } = paragraph;
  const lines = (length: number, room: number) =>
    Math.max(1, Math.ceil(length / Math.max(room, 120)));
  const chinese =
    lines(source.text.length * CHINESE.character, measure * 0.9) * CHINESE.line;
  const english =
    target === null
      ? 0
      : lines(plainText(target).length * ENGLISH.character, measure) *
        ENGLISH.line;
  switch (layout) {
    case "english":
      return PADDING + (target === null ? chinese : english);
    case "parallel":
      return PADDING + Math.max(chinese, english);
    case "interleaved":
      return PADDING + chinese + english;
    case "annotated":
      return PADDING + chinese;
  }
}
