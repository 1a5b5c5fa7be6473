"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { RichTextView } from "@/components/documents/rich-text-view";
import { Button } from "@/components/ui/button";
import { useStored } from "@/components/workbench/state/value-store";
import {
  useWorkbench,
  type WorkbenchParts,
} from "@/components/workbench/workbench-context";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import { beginNotes, type Beginning } from "@/core/notes/beginnings";
import type { NoteView } from "@/core/notes/note";
import type { RichText } from "@/core/text/rich-text";

type BeginningsProps = {
  readonly note: NoteView;
  readonly onInsert: (body: RichText) => void;
};

/** What is known of a note's words, to begin with: shown whole, written only when one takes it. */
export function Beginnings({ note, onInsert }: BeginningsProps) {
  const beginnings = useBeginnings(note);
  const { update } = useNoteCommands();
  const text = useTranslations("notes.card");
  if (beginnings.length === 0) return null;

  const take = ({ body, citations, kind }: Beginning) => {
    onInsert(body);
    const isOtherKind = note.kind === "translator" && kind !== note.kind;
    const isSame = citations.length === 0 && !isOtherKind;
    if (isSame) return;
    void update(note.id, {
      ...(isOtherKind && { kind }),
      ...(citations.length > 0 && {
        citations: [...note.citations, ...citations],
      }),
    });
  };

  return (
    <section aria-label={text("begin_with")} className="note-beginnings">
      <h3 className="note-label">{text("begin_with")}</h3>
      <ul>
        {beginnings.map((beginning, index) => (
          // Made anew together; a beginning's place is what identifies it.
          <li key={index} className="note-beginning">
            <div className="min-w-0 flex-1">
              <p className="note-label">{text(`reason.${beginning.reason}`)}</p>
              <div className="rich-text note-body" lang="en">
                <RichTextView value={beginning.body} />
              </div>
              {beginning.needs === "exchange_rate" && (
                <p className="text-xs text-ink-3">{text("needs_rate")}</p>
              )}
            </div>
            <Button
              size="small"
              aria-label={text("take_this", {
                reason: text(`reason.${beginning.reason}`),
              })}
              onClick={() => take(beginning)}
            >
              {text("take")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useBeginnings(note: NoteView): readonly Beginning[] {
  const { glossary, rows, view } = useWorkbench();
  const ready = useStored(glossary, (state) => state.ready);
  const { anchor, term } = note;
  return useMemo(() => {
    const place = findWords(rows, { anchor, term });
    if (place === null) return [];
    return beginNotes({
      ...place,
      terms: [...(ready?.terms.values() ?? [])],
      metadata: view.metadata,
      style: view.style,
    });
  }, [ready, rows, view, anchor, term]);
}

function findWords(
  rows: WorkbenchParts["rows"],
  { anchor, term }: Pick<NoteView, "anchor" | "term">,
) {
  if (term !== null) {
    const { source } = term;
    return { source, selection: { from: 0, to: source.length } };
  }
  const position = anchor?.position ?? null;
  if (anchor === null || position === null) return null;
  const row = rows
    .summaries()
    .filter(({ paragraphId }) => paragraphId === anchor.paragraphId)
    .map(({ id }) => rows.row(id))
    .find((each) => each?.field === anchor.field);
  return row ? { source: row.source, selection: position } : null;
}
