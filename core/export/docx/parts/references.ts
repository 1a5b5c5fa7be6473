import type { DocxNotes } from "@/core/export/docx/plan/notes";
import type { Part } from "./part";

/** The name of the place where a note's number stands; hidden, as Word hides its own. */
const noteAnchor = (number: number) => `_Note${number}`;

const styled = (kind: DocxNotes["kind"], content: string) =>
  `<w:r><w:rPr><w:rStyle w:val="${referenceStyle(kind)}"/></w:rPr>${content}</w:r>`;

/** The style of the numbers of notes. */
export const referenceStyle = (kind: DocxNotes["kind"]) =>
  kind === "footnote" ? "FootnoteReference" : "EndnoteReference";

/** Writes the number of a note, which is the note itself, under a name. */
export function writeMark(number: number, { document }: Part): string {
  const { kind } = document.plan.notes;
  document.bookmarks += 1;
  const id = document.bookmarks;
  const mark = styled(kind, `<w:${kind}Reference w:id="${number}"/>`);
  return `<w:bookmarkStart w:id="${id}" w:name="${noteAnchor(number)}"/>${mark}<w:bookmarkEnd w:id="${id}"/>`;
}

/**
 * Repeats the number of a note: a field that follows when Word numbers anew, with the number as it is now for every other
 * program.
 */
export function writeRepeat(number: number, { document }: Part): string {
  const { kind } = document.plan.notes;
  return writeField(
    `NOTEREF ${noteAnchor(number)} \\f \\h`,
    `<w:t>${number}</w:t>`,
    (content) => styled(kind, content),
  );
}

/** What parts two numbers that stand side by side. */
export const writeSeparator = ({ document }: Part) =>
  styled(document.plan.notes.kind, '<w:t xml:space="preserve">, </w:t>');

/**
 * Writes a field with its result as it is now. Each of its parts has a run of its own, as Word writes it: other programs
 * lose their way where several stand in one.
 */
export function writeField(
  instruction: string,
  result: string,
  run: (content: string) => string,
): string {
  return [
    '<w:fldChar w:fldCharType="begin"/>',
    `<w:instrText xml:space="preserve"> ${instruction} </w:instrText>`,
    '<w:fldChar w:fldCharType="separate"/>',
    result,
    '<w:fldChar w:fldCharType="end"/>',
  ]
    .map(run)
    .join("");
}
