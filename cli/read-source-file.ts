import path from "node:path";
import { parseSource } from "@/core/source/parse-source";
import type { ParsedSource } from "@/core/source/paragraph";
import { readSource } from "@/server/import/read-source";
import { readBytes } from "./files";

/** Reads a source file and finds its structure. */
export async function readSourceFile(
  file: string,
): Promise<ParsedSource & { readonly text: string }> {
  const { text, blocks, known } = await readSource(
    await readBytes(file),
    file === "-" ? "" : path.basename(file),
  );
  const { metadata, paragraphs, remarks } = parseSource(blocks);
  const found = Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => value !== null),
  );
  return {
    text,
    paragraphs,
    remarks,
    metadata: { ...metadata, ...known, ...found },
  };
}
