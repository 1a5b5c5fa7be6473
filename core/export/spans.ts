import { SAFE_HREF, type Block, type Run } from "@/core/text/rich-text";
import { cleanText } from "./clean-text";

/** A piece of a line as exporters write it: cleaned, supplied words with their brackets. */
export type TextSpan = {
  readonly kind: "text";
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly position: "superscript" | "subscript" | null;
  readonly supplied: boolean;
  readonly href: string | null;
};
export type Span = TextSpan | { readonly kind: "break" };

/** Turns runs into spans; the brackets of supplied words stand inside of the first and the last span they enclose. */
export function spansOf(runs: readonly Run[]): readonly Span[] {
  const isSupplied = (run: Run | undefined) =>
    run?.kind === "text" && run.marks.includes("supplied");
  return runs.flatMap((run, index): readonly Span[] => {
    if (run.kind === "break") return [{ kind: "break" }];
    if (run.kind === "note") return [];
    const supplied = isSupplied(run);
    const opens = supplied && !isSupplied(runs[index - 1]);
    const closes = supplied && !isSupplied(runs[index + 1]);
    const text = `${opens ? "[" : ""}${cleanText(run.text)}${closes ? "]" : ""}`;
    if (text === "") return [];
    return [
      {
        kind: "text",
        text,
        bold: run.marks.includes("bold"),
        italic: run.marks.includes("italic"),
        position: positionOf(run),
        supplied,
        href: safeHref(run.href),
      },
    ];
  });
}

function positionOf(run: Run & { kind: "text" }): TextSpan["position"] {
  if (run.marks.includes("superscript")) return "superscript";
  return run.marks.includes("subscript") ? "subscript" : null;
}

/** An address that a link in a file may have, fit for every format; null for any other. */
export function safeHref(href: string | null): string | null {
  if (href === null || !SAFE_HREF.test(href)) return null;
  return cleanText(href)
    .trim()
    .replace(/["'<>\\^`{|}\s]/gu, encodeURIComponent);
}

/** The spans of several blocks in one line, a break where a block or a cell ends. */
export function lineOf(blocks: readonly Block[]): readonly Span[] {
  const lines = blocks.flatMap(linesOf).filter((line) => line.length > 0);
  return lines.flatMap((line, index): readonly Span[] =>
    index === 0 ? line : [{ kind: "break" }, ...line],
  );
}

function linesOf(block: Block): readonly (readonly Span[])[] {
  switch (block.kind) {
    case "paragraph":
      return [spansOf(block.runs)];
    case "list":
      return block.items.map((item) => lineOf(item));
    case "table":
      return block.rows.flat().map((cell) => lineOf(cell.blocks));
  }
}

/** The words of spans, a break as a space. */
export function spansText(spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === "text" ? span.text : " ")).join("");
}

/** A span of words that an export adds of its own. */
export function plainSpan(text: string): TextSpan {
  return {
    kind: "text",
    text: cleanText(text),
    bold: false,
    italic: false,
    position: null,
    supplied: false,
    href: null,
  };
}
