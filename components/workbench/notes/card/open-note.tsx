"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { isComposing } from "@/components/ui/is-composing";
import { Notice } from "@/components/ui/notice";
import type { EditorCommands } from "@/components/workbench/editor/editor-commands";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import type { Beginning } from "@/core/notes/beginnings";
import type { NoteView } from "@/core/notes/note";
import { isEmptyRichText } from "@/core/text/rich-text";
import {
  Beginnings,
  changeOf,
} from "@/components/workbench/notes/beginnings/beginnings";
import { useBeginnings } from "@/components/workbench/notes/beginnings/use-beginnings";
import { Citations } from "@/components/workbench/notes/citations/citations";
import { KindSelect } from "./kind-select";
import { NoteBadge } from "./note-badge";
import { NoteFoot } from "./note-foot";
import { NotePlaceLine } from "./note-place-line";
import { NoteQuote } from "./note-quote";
import { NoteText } from "./note-text";

/** A note with all there is to do with it. */
export function OpenNote({ note }: { readonly note: NoteView }) {
  const { view, noteDesk, noteEditor: writing } = useWorkbench();
  const commands = useNoteCommands();
  const text = useTranslations("notes.card");
  const common = useTranslations("common");
  const card = useRef<HTMLElement>(null);
  const [isEmpty, setEmpty] = useState(isEmptyRichText(note.body));
  const focus = useStored(noteDesk, (state) => state.focus);
  useArrival(card, writing);
  const isDeleted = note.deletedAt !== null;
  const canEdit = view.can.editNotes && !isDeleted;

  const beginnings = useBeginnings(note, canEdit && isEmpty);
  const take = (beginning: Beginning) => {
    // Its kind and sources go with its words, or not at all.
    if (writing.current === null) return;
    writing.current.insertText(beginning.body);
    const change = changeOf(note, beginning);
    if (change !== null) void commands.update(note.id, change);
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.code !== "Escape" || isComposing(event)) return;
    // In a sheet Escape closes the sheet.
    if (event.defaultPrevented || card.current?.closest("[role=dialog]"))
      return;
    event.preventDefault();
    commands.close();
    commands.leaveMargin();
  };

  return (
    // The keys are those of the controls inside; here only Escape comes up.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={card}
      className="note-card"
      data-open
      data-note={note.id}
      aria-label={text("opened")}
      tabIndex={-1}
      onKeyDown={handleKeyDown}
      onFocus={({ target }) => {
        // What was asked for is done: coming back to this card later asks for nothing.
        const isText = target.closest(".ProseMirror") !== null;
        if (isText || focus === "card") noteDesk.set({ focus: "none" });
      }}
    >
      {isDeleted && (
        <Notice
          tone="attention"
          action={
            view.can.editNotes && (
              <Button size="small" onClick={() => commands.restore(note.id)}>
                {text("restore")}
              </Button>
            )
          }
        >
          {text("deleted_by_other")}
        </Notice>
      )}
      <div className="note-head">
        <NoteBadge noteId={note.id} isShort />
        <KindSelect
          kind={note.kind}
          canEdit={canEdit}
          onChange={(kind) => void commands.update(note.id, { kind })}
        />
        <Button
          variant="quiet"
          size="icon"
          className="-mr-2 ml-auto"
          aria-label={common("close")}
          onClick={() => {
            commands.close();
            commands.leaveMargin();
          }}
        >
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      <NoteQuote note={note} />
      <NoteText
        note={note}
        editable={canEdit}
        autoFocus={focus === "text" ? "end" : null}
        onCommands={(next) => {
          writing.current = next;
        }}
        onChange={(body) => setEmpty(isEmptyRichText(body))}
        onLeave={commands.leaveMargin}
      />
      <Beginnings beginnings={beginnings} onTake={take} />
      <Citations
        citations={note.citations}
        canEdit={canEdit}
        onChange={(citations) =>
          commands.update(note.id, { citations: [...citations] })
        }
      />
      <NotePlaceLine note={note} canEdit={canEdit} />
      <NoteFoot note={note} canEdit={canEdit} isEmpty={isEmpty} />
    </article>
  );
}

/** The focus goes where it was asked for, also when the card was open already. */
function useArrival(
  card: React.RefObject<HTMLElement | null>,
  writing: React.RefObject<EditorCommands | null>,
): void {
  const { noteDesk } = useWorkbench();
  const arrival = useStored(noteDesk, (state) => state.arrival);
  useEffect(() => {
    const { focus } = noteDesk.get();
    card.current?.scrollIntoView({ block: "nearest" });
    if (focus === "card") card.current?.focus({ preventScroll: true });
    if (focus === "text") writing.current?.focus("end");
  }, [arrival, noteDesk, card, writing]);
}
