import type { SourceBlock } from "@/core/source/block";
import { shiftRemarks } from "@/core/source/remark";

/** The blocks of a note as they follow the text that they are on: each a note, the first with the mark before its words. */
export function hangNote(
  note: readonly SourceBlock[],
  mark: string,
): readonly SourceBlock[] {
  let isFirst = true;
  return note.map((block) => {
    const hung = {
      ...block,
      role: "note" as const,
      heading: null,
      list: null,
      lead: 0,
    };
    if (!isFirst || block.text === "" || block.table !== null) return hung;
    isFirst = false;
    const prefix = startsWithMark(block.text, mark) ? "" : `${mark} `;
    return {
      ...hung,
      text: prefix + block.text,
      remarks: shiftRemarks(block.remarks, prefix.length),
    };
  });
}

/** Where a note has a mark of its own, its words begin with it, now and then in another width. */
function startsWithMark(text: string, mark: string): boolean {
  const bare = mark.replace(/^\[(.*)\]$/u, "$1");
  const begins = (sign: string) =>
    sign !== "" &&
    text.normalize("NFKC").startsWith(sign.normalize("NFKC")) &&
    !/^[\p{L}\p{N}]/u.test(
      text.normalize("NFKC").slice(sign.normalize("NFKC").length),
    );
  if (mark === "") return true;
  return begins(mark) || (/[^\p{L}\p{N}]/u.test(bare) && begins(bare));
}
