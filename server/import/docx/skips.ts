import type { RemarkKind } from "@/core/source/remark";
import type { XmlElement } from "./xml";

/** A part of a file that is left out, while its elements come in. */
export type Skip = {
  /** How many elements are open where it ends. */
  readonly depth: number;
  readonly part: "words" | "row" | "cell";
  /** What it is remarked on as; null where nothing is lost by it. */
  readonly kind: RemarkKind | null;
  words: string;
};

/** Properties as they were before a tracked change. */
const FORMER = /^(?:[a-zA-Z]+PrChange|tblGridChange|numberingChange)$/;

/** Tells what an element leaves out: what was deleted or moved away, former properties, readings above characters. */
export function skippedBy(
  { name, isWord }: XmlElement,
  names: readonly string[],
): Skip | null {
  if (!isWord) return null;
  const depth = names.length;
  const parent = names.at(-2);
  const skip = (
    kind: Skip["kind"],
    part: Skip["part"] = "words",
    up = 0,
  ): Skip => ({ depth: depth - up, part, kind, words: "" });
  if (parent === "trPr" && name === "del")
    return skip("deleted-change", "row", 2);
  if (parent === "tcPr" && name === "cellDel")
    return skip("deleted-change", "cell", 2);
  if (FORMER.test(name)) return skip(null);
  if (name === "rt") return skip("ruby");
  // In w:rPr the two are marks on the end of a paragraph.
  if (parent === "rPr") return null;
  if (name === "del") return skip("deleted-change");
  return name === "moveFrom" ? skip(null) : null;
}
