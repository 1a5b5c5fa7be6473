import type { DocxList } from "@/core/export/docx/plan/blocks";
import { BULLETS } from "./paragraphs";
import { rootXml } from "./xml";

const DEPTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
/** The largest number that Word counts from. */
const MAX_START = 32_767;

const level = (depth: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${425 * (depth + 1)}" w:hanging="340"/></w:pPr></w:lvl>`;

const kind = (id: number, levels: readonly string[]) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join("")}</w:abstractNum>`;

/** Writes the numbering of lists: one kind of bullets, one of numbers, and a count of its own for every numbered list. */
export function writeNumbering(lists: ReadonlyMap<DocxList, number>): string {
  const counts = [...lists].map(([{ start, depth }, id]) => {
    const first = Math.min(start ?? 1, MAX_START);
    return `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="${first}"/></w:lvlOverride></w:num>`;
  });
  return rootXml(
    "w:numbering",
    kind(
      0,
      DEPTHS.map((depth) => level(depth, "bullet", "•")),
    ) +
      kind(
        1,
        DEPTHS.map((depth) => level(depth, "decimal", `%${depth + 1}.`)),
      ) +
      `<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>` +
      counts.join(""),
  );
}
