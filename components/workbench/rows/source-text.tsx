"use client";

import { memo, useMemo } from "react";
import type { RowView } from "@/core/documents/views";
import type { TermsOfRow } from "@/components/workbench/terms/use-terms";
import { cutSource, strongEnd, type SourcePiece } from "./source-pieces";

type SourceTextProps = {
  readonly row: RowView;
  readonly terms: TermsOfRow;
  /** In the focused row every term can be reached by Tab. */
  readonly isFocused: boolean;
};

/** The Chinese of a paragraph: run-in heading strong, every term underlined. */
export const SourceText = memo(function SourceText({
  row,
  terms,
  isFocused,
}: SourceTextProps) {
  const stretches = useMemo(
    () =>
      cutSource(row.source, strongEnd(row.source, row.runIn), terms.matches),
    [row.source, row.runIn, terms.matches],
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
  return stretches.map(({ from, termId, pieces }) =>
    termId === null ? (
      <Pieces key={from} pieces={pieces} />
    ) : (
      <span
        key={from}
        data-term={termId}
        className={`term ${looks.get(termId) ?? ""}`}
        {...(isFocused && { role: "button", tabIndex: 0 })}
      >
        <Pieces pieces={pieces} />
      </span>
    ),
  );
});

function termLook(isProposed: boolean, isMissing: boolean): string {
  if (isMissing) return "term-missing";
  return isProposed ? "term-proposed" : "";
}

function Pieces({ pieces }: { readonly pieces: readonly SourcePiece[] }) {
  return pieces.map(({ text, strong }) =>
    strong ? <b key="strong">{text}</b> : text,
  );
}
