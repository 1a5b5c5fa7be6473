import type { Printed, PrintedParagraph } from "@/core/export/printed";
import { writeText, writeTextLine } from "./blocks";
import { markUnapproved } from "./head";
import { UNTRANSLATED } from "@/core/export/wording";

/** Writes the paragraphs of an edition, both texts of one on lines of their own. */
export function writeTextBody({
  layout,
  paragraphs,
}: Printed): readonly string[] {
  return paragraphs.map((paragraph) => {
    const chinese = writePart(paragraph, paragraph.source);
    if (layout === "annotated") return chinese;
    const english = writeEnglish(paragraph);
    // Where there is no English, the Chinese stands behind the mark that says so.
    if (layout === "english")
      return paragraph.target === null ? `${english} ${chinese}` : english;
    return [chinese, english].filter((part) => part !== "").join("\n");
  });
}

const writePart = (
  { level }: PrintedParagraph,
  text: PrintedParagraph["source"],
) => (level === null ? writeText(text) : writeTextLine(text));

function writeEnglish(paragraph: PrintedParagraph): string {
  const { target, isUnapproved } = paragraph;
  if (target === null) return UNTRANSLATED;
  return `${markUnapproved(isUnapproved)}${writePart(paragraph, target)}`;
}
