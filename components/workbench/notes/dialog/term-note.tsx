"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import type { EditorCommands } from "@/components/workbench/editor/editor-commands";
import { useLive } from "@/components/workbench/live/live-provider";
import {
  Beginnings,
  changeOf,
} from "@/components/workbench/notes/beginnings/beginnings";
import { KindSelect } from "@/components/workbench/notes/card/kind-select";
import { NoteStatusButton } from "@/components/workbench/notes/card/note-status";
import { NoteText } from "@/components/workbench/notes/card/note-text";
import { Citations } from "@/components/workbench/notes/citations/citations";
import { ask } from "@/components/workbench/notes/commands/ask";
import type { FieldErrors } from "@/components/workbench/notes/commands/note-commands";
import { NoteHistory } from "@/components/workbench/notes/history/note-history";
import type { TermView } from "@/core/glossary/term";
import { beginNotes, type Beginning } from "@/core/notes/beginnings";
import type { NoteStatus, NoteView, UpdateNoteInput } from "@/core/notes/note";
import type { ProjectStyle } from "@/core/projects/style";
import type { SourceMetadata } from "@/core/source/paragraph";
import { isEmptyRichText } from "@/core/text/rich-text";
import { reviewNotes, updateNote } from "@/server/actions/notes";

type TermNoteProps = {
  readonly projectId: string;
  readonly note: NoteView;
  readonly term: TermView;
  readonly style: ProjectStyle;
  readonly can: { readonly edit: boolean; readonly review: boolean };
  readonly onNote: (note: NoteView) => void;
};

/** A term belongs to no document, and so to nothing that a document says of itself. */
const NO_METADATA: SourceMetadata = {
  version: 1,
  title: null,
  column: null,
  issuingBody: null,
  documentNumber: null,
  publisher: null,
  date: null,
  source: null,
  sourceAddress: null,
};

/** The writing of a term's note. */
export function TermNote(props: TermNoteProps) {
  const { projectId, note, term, style, can, onNote } = props;
  const text = useTranslations("notes.card");
  const errors = useTranslations("errors");
  const writing = useRef<EditorCommands | null>(null);
  const [isEmpty, setEmpty] = useState(isEmptyRichText(note.body));
  const [failure, setFailure] = useState<string | null>(null);
  const [showsHistory, setShowsHistory] = useState(false);
  const { flush } = useLive();
  const beginnings = useMemo(
    () =>
      beginNotes({
        source: term.source,
        selection: { from: 0, to: term.source.length },
        terms: [term],
        metadata: NO_METADATA,
        style,
      }),
    [term, style],
  );

  const update = async (
    change: Partial<Omit<UpdateNoteInput, "noteId">>,
  ): Promise<FieldErrors | null> => {
    const unchanged = { kind: null, citations: null, anchor: null };
    const result = await ask(
      updateNote({ ...unchanged, ...change, noteId: note.id }),
    );
    setFailure(null);
    if (result.ok) {
      onNote(result.value);
      return null;
    }
    const { message, values, fields } = result.error;
    if (Object.keys(fields).length === 0) setFailure(errors(message, values));
    return fields;
  };
  const review = async (status: NoteStatus) => {
    await flush(note.textId).catch(() => undefined);
    const result = await ask(reviewNotes({ noteIds: [note.id], status }));
    setFailure(
      result.ok ? null : errors(result.error.message, result.error.values),
    );
    if (result.ok) onNote({ ...note, status });
  };
  const take = (beginning: Beginning) => {
    // Its kind and sources go with its words, or not at all.
    if (writing.current === null) return;
    writing.current.insertText(beginning.body);
    const change = changeOf(note, beginning);
    if (change !== null) void update(change);
  };

  return (
    <div className="flex flex-col gap-1">
      <div className="note-head">
        <KindSelect
          kind={note.kind}
          canEdit={can.edit}
          onChange={(kind) => void update({ kind })}
        />
        <span className="ml-auto">
          <NoteStatusButton
            note={note}
            isEmpty={isEmpty}
            onReview={can.review ? (status) => void review(status) : null}
          />
        </span>
      </div>
      <NoteText
        note={note}
        editable={can.edit}
        autoFocus={can.edit ? "end" : null}
        onCommands={(next) => {
          writing.current = next;
        }}
        onChange={(body) => setEmpty(isEmptyRichText(body))}
        onLeave={() => undefined}
      />
      {can.edit && isEmpty && (
        <Beginnings beginnings={beginnings} onTake={take} />
      )}
      <Citations
        citations={note.citations}
        canEdit={can.edit}
        onChange={(citations) => update({ citations: [...citations] })}
      />
      {failure !== null && (
        <p role="alert" className="text-vermilion">
          {failure}
        </p>
      )}
      <p>
        <button
          type="button"
          className="note-link text-[13px]"
          aria-expanded={showsHistory}
          onClick={() => setShowsHistory(!showsHistory)}
        >
          {text("history")}
        </button>
      </p>
      {showsHistory && (
        <NoteHistory
          projectId={projectId}
          noteId={note.id}
          updatedAt={note.updatedAt}
          canEdit={can.edit}
        />
      )}
    </div>
  );
}
