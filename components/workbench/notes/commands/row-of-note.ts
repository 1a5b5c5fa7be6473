import type { WorkbenchParts } from "@/components/workbench/workbench-context";

type Parts = Pick<WorkbenchParts, "notes" | "rows" | "desk">;

/** The row to go to for a note: the one in focus where it has a place there, else its first; null where it has none. */
export function findRowOf(
  { notes, rows, desk }: Parts,
  noteId: string,
): string | null {
  const note = notes.note(noteId);
  const places = notes.rowsOf(noteId);
  const here = rows.row(desk.get().focusedId ?? "");
  if (here !== null && notes.notesOf(here).includes(noteId)) return here.id;
  const [first] = places;
  if (first !== undefined) return first;
  if (!note?.anchor) return null;
  const { paragraphId, field } = note.anchor;
  const ofParagraph = rows
    .summaries()
    .filter((summary) => summary.paragraphId === paragraphId);
  const exact = ofParagraph.find(({ id }) => rows.row(id)?.field === field);
  return (exact ?? ofParagraph[0])?.id ?? null;
}
