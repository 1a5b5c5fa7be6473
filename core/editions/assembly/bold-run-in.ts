import type { RichText, Run } from "@/core/text/rich-text";
import { findOpening } from "@/core/editions/run-in";

/**
 * Puts the run-in heading of an English paragraph in bold: its number and its first sentence, as a source with a run-in
 * heading opens. A translation that is one sentence long has no heading to set apart, and one whose translator has put
 * anything in bold is left as it is.
 */
export function boldRunIn(target: RichText, hasMarker: boolean): RichText {
  const [first, ...rest] = target.blocks;
  if (first?.kind !== "paragraph" || first.runs.some(isBold)) return target;
  // Breaks and brackets would shift offsets: only the text of the runs is measured.
  const text = first.runs.map(lettersOf).join("");
  const { sentenceTo } = findOpening(text, hasMarker);
  if (text.slice(sentenceTo).trim() === "") return target;
  const runs = boldUpTo(first.runs, sentenceTo);
  return { ...target, blocks: [{ ...first, runs }, ...rest] };
}

// A mark of a note has no letters: a stop before it ends the sentence as if it were not there.
function lettersOf(run: Run): string {
  if (run.kind === "note") return "";
  return run.kind === "text" ? run.text : "\n";
}

const isBold = (run: Run) => run.kind === "text" && run.marks.includes("bold");

function boldUpTo(runs: readonly Run[], to: number): readonly Run[] {
  let from = 0;
  return runs.flatMap((run): readonly Run[] => {
    const size = lettersOf(run).length;
    const end = Math.max(0, Math.min(size, to - from));
    from += size;
    if (run.kind !== "text" || end === 0) return [run];
    // Marks stand in the order of MARKS, of which bold is the first.
    const bold: Run = {
      ...run,
      text: run.text.slice(0, end),
      marks: ["bold", ...run.marks],
    };
    return end === size
      ? [bold]
      : [bold, { ...run, text: run.text.slice(end) }];
  });
}
