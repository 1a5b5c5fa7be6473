import { useMemo } from "react";
import { diffWords } from "@/core/text/word-diff";

type DiffViewProps = { readonly before: string; readonly after: string };

/** What one text changed of another: words that came are underlined, those that went are struck out. */
export function DiffView({ before, after }: DiffViewProps) {
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <p lang="en" className="note-diff">
      {parts.map(({ kind, text }, index) => {
        // Made anew together; a part's place is what identifies it.
        if (kind === "added") return <ins key={index}>{text}</ins>;
        if (kind === "removed") return <del key={index}>{text}</del>;
        return <span key={index}>{text}</span>;
      })}
    </p>
  );
}
