import { docxParagraph, type DocxBlock } from "@/core/export/docx/plan/blocks";
import { writeContents } from "./contents";
import { writeParagraph } from "./paragraphs";
import type { Part } from "./part";
import { writeTable } from "./tables";

const GAP = docxParagraph("Gap", "en", []);

/**
 * Writes blocks; `section` ends a section behind them. Word takes tables that follow each other for one, and wants a
 * paragraph behind the last one in a cell or section.
 */
export function writeBlocks(
  blocks: readonly DocxBlock[],
  part: Part,
  section = "",
): string {
  const last = blocks.at(-1);
  const endsInText = last?.kind === "paragraph";
  const xml = blocks.map((block, index) => {
    switch (block.kind) {
      case "paragraph":
        return writeParagraph(
          block,
          part,
          block === last && index === blocks.length - 1 ? { section } : {},
        );
      case "table":
        return (
          (blocks[index - 1]?.kind === "table"
            ? writeParagraph(GAP, part)
            : "") + writeTable(block, part, (inner) => writeBlocks(inner, part))
        );
      case "contents":
        return writeContents(block.entries, part);
    }
  });
  if (!endsInText) xml.push(writeParagraph(GAP, part, { section }));
  return xml.join("");
}
