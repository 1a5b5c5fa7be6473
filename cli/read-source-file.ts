import path from "node:path";
import { parseSource } from "@/core/source/parse-source";
import type { ParsedSource } from "@/core/source/paragraph";
import { readSource } from "@/server/import/read-source";
import { describeRemarks } from "./describe-remarks";
import { complain, readBytes } from "./files";

/** Reads a source file and finds its structure; what is left out or uncertain is named on standard error. */
export async function readSourceFile(
  file: string,
): Promise<ParsedSource & { readonly text: string }> {
  const { text, blocks, known } = await readSource(
    await readBytes(file),
    file === "-" ? "" : path.basename(file),
  );
  const { metadata, paragraphs, remarks } = parseSource(blocks);
  complain(describeRemarks(file, remarks));
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
