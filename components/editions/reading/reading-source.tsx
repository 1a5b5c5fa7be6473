"use client";

import { SourceTableView } from "@/components/documents/source-table-view";
import type { EditionParagraph, SourceNote } from "@/core/editions/edition";
import { cutSource } from "./cut-source";
import { NoteNumber } from "./note-number";
import { useReadingContext } from "./reading-context";

type ReadingSourceProps = {
  readonly text: string;
  readonly runIn: string | null;
  readonly table: EditionParagraph["source"]["table"];
  readonly notes: readonly SourceNote[];
  readonly openOf: (noteId: string) => boolean | null;
  readonly onToggle: (noteId: string) => void;
};

/** The Chinese of a paragraph with the numbers of its notes; those of a table stand below it. */
export function ReadingSource({
  text,
  runIn,
  table,
  notes,
  openOf,
  onToggle,
}: ReadingSourceProps) {
  const { layout } = useReadingContext();
  const number = (noteId: string) => (
    <NoteNumber
      key={noteId}
      noteId={noteId}
      isOpen={openOf(noteId)}
      onToggle={onToggle}
      isCopy={layout !== "annotated"}
    />
  );
  if (table !== null)
    return (
      <>
        <SourceTableView table={table} />
        {notes.length > 0 && <p>{notes.map(({ noteId }) => number(noteId))}</p>}
      </>
    );
  return cutSource(text, runIn, notes).map((piece, at) => {
    if (piece.kind === "note") return number(piece.noteId);
    // A piece is known by its place: the text under it does not change.
    return piece.strong ? <b key={at}>{piece.text}</b> : piece.text;
  });
}
