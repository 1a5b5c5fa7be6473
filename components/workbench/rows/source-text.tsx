"use client";

import { Fragment, memo, useMemo } from "react";
import type { RowView } from "@/core/documents/views";
import { NoteNumber } from "@/components/workbench/notes/anchors/note-number";
import { useSourceMarks } from "@/components/workbench/notes/anchors/source-marks";
import type { TermsOfRow } from "@/components/workbench/terms/use-terms";
import {
  cutSource,
  strongEnd,
  type SourcePiece,
  type SourceStretch,
} from "./source-pieces";

type SourceTextProps = {
  readonly row: RowView;
  readonly terms: TermsOfRow;
  /** In the focused row every term and number can be reached by Tab. */
  readonly isFocused: boolean;
};

/** The Chinese of a paragraph: run-in heading strong, every term underlined, a number behind words with a note. */
export const SourceText = memo(function SourceText({
  row,
  terms,
  isFocused,
}: SourceTextProps) {
  const marks = useSourceMarks(row, terms.matches);
  const stretches = useMemo(
    () =>
      cutSource(
        row.source,
        strongEnd(row.source, row.runIn),
        terms.matches,
        marks,
      ),
    [row.source, row.runIn, terms.matches, marks],
  );
  const looks = useMemo(
    () =>
      new Map(
        terms.terms.map(({ term, isMissing }) => [
          term.id,
          termLook(term.status === "proposed", isMissing),
        ]),
      ),
    [terms.terms],
  );
  return stretches.map((stretch) => (
    <Fragment key={stretch.from}>
      <Words
        stretch={stretch}
        look={looks.get(stretch.termId ?? "") ?? ""}
        isFocused={isFocused}
      />
      {stretch.endingIds.map((noteId) => (
        <NoteNumber key={noteId} noteId={noteId} canBeReached={isFocused} />
      ))}
    </Fragment>
  ));
});

type WordsProps = {
  readonly stretch: SourceStretch;
  readonly look: string;
  readonly isFocused: boolean;
};

function Words({ stretch, look, isFocused }: WordsProps) {
  const { termId, isTermStart, pieces } = stretch;
  if (termId === null) return <Pieces pieces={pieces} />;
  return (
    <span
      data-term={termId}
      className={`term ${look}`}
      {...(isFocused && isTermStart && { role: "button", tabIndex: 0 })}
    >
      <Pieces pieces={pieces} />
    </span>
  );
}

function termLook(isProposed: boolean, isMissing: boolean): string {
  if (isMissing) return "term-missing";
  return isProposed ? "term-proposed" : "";
}

function Pieces({ pieces }: { readonly pieces: readonly SourcePiece[] }) {
  return pieces.map((piece, index) => (
    // Plain text without ids; a piece's place is what identifies it.
    <Piece key={index} piece={piece} />
  ));
}

function Piece({ piece }: { readonly piece: SourcePiece }) {
  const { text, strong, noteIds } = piece;
  const words = strong ? <b>{text}</b> : text;
  if (noteIds.length === 0) return words;
  return (
    <span className="noted" data-noted={noteIds.join(" ")}>
      {words}
    </span>
  );
}
