import { execFileSync } from "node:child_process";

/** Tells whether pandoc, which some proofs read files with, is there. */
export function hasPandoc(): boolean {
  try {
    execFileSync("pandoc", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A note as pandoc reads it: its words, and the words of its paragraph before it. */
export type ReadNote = { readonly before: string; readonly text: string };

type Node = { readonly t?: string; readonly c?: unknown };

/** Reads a file with pandoc and lists its notes in order. */
export function readNotes(
  input: string | Uint8Array,
  format: "markdown" | "gfm" | "docx" | "epub",
): readonly ReadNote[] {
  const json = execFileSync("pandoc", [`--from=${format}`, "--to=json"], {
    input,
    maxBuffer: 64 * 1024 * 1024,
  }).toString("utf8");
  const notes: ReadNote[] = [];
  walk((JSON.parse(json) as { blocks: unknown }).blocks, "", notes);
  return notes;
}

const BLOCKS = new Set(["Para", "Plain", "Header"]);

/** The words of a node behind those `before` it in its block; notes in it are added to `notes`. */
function walk(node: unknown, before: string, notes: ReadNote[]): string {
  if (Array.isArray(node))
    return node.reduce(
      (text: string, child) => walk(child, text, notes),
      before,
    );
  if (typeof node !== "object" || node === null) return before;
  const { t, c } = node as Node;
  if (t === "Str") return before + String(c);
  if (t === "Space" || t === "SoftBreak" || t === "LineBreak")
    return `${before} `;
  if (t === "Note") {
    notes.push({ before, text: walk(c, "", []) });
    return before;
  }
  if (t === undefined) return before;
  const inner = walk(c, BLOCKS.has(t) ? "" : before, notes);
  return BLOCKS.has(t) ? `${before}${inner}\n` : inner;
}

/** Letters and figures alone: pandoc sets quotation marks and dashes in its own way. */
export const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
