"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { KeyCaps } from "@/components/workbench/keys/key-caps";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import {
  useNotePlace,
  type PlaceOfNote,
} from "@/components/workbench/notes/use-note-place";
import type { NoteView } from "@/core/notes/note";

type PlaceProps = { readonly note: NoteView; readonly canEdit: boolean };

/** What placing does where the note has a place already. */
const PLACING: Partial<Record<PlaceOfNote["kind"], string>> = {
  here: "place_again",
  elsewhere: "place_again",
  first_use: "move_here",
};

/** Where a note stands, in words, and what can be done about it. */
export function NotePlaceLine({ note, canEdit }: PlaceProps) {
  const { view } = useWorkbench();
  const { place, takeOut } = useNoteCommands();
  const state = useNotePlace(note);
  const text = useTranslations("notes.card");
  const canPlace = canEdit && view.can.edit;
  const isLeftOut = state.kind === "suppressed";
  return (
    <div className="note-place" data-attention={state.isMissing || undefined}>
      <PlaceWords note={note} canEdit={canEdit} />
      <div className="flex flex-wrap items-center gap-1.5 empty:hidden">
        {canPlace && !isLeftOut && (
          <Button
            size="small"
            variant={state.isMissing ? "secondary" : "quiet"}
            // The caret stays in the English.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => place(note.id)}
          >
            {text(PLACING[state.kind] ?? "place_here")}
            {state.isMissing && (
              <span className="row-hint">
                <KeyCaps name="placeNote" />
              </span>
            )}
          </Button>
        )}
        {canPlace && state.kind === "here" && (
          <Button size="small" variant="quiet" onClick={() => takeOut(note.id)}>
            {text("take_out")}
          </Button>
        )}
        {canEdit && note.term === null && <AnchorButton note={note} />}
      </div>
    </div>
  );
}

function PlaceWords({ note, canEdit }: PlaceProps) {
  const { open, suppress } = useNoteCommands();
  const text = useTranslations("notes.card");
  const state = useNotePlace(note);
  const going = (
    <LinkButton onClick={() => open(note.id, "none")}>{text("go")}</LinkButton>
  );
  switch (state.kind) {
    case "here":
      return <p>{text("stands_here")}</p>;
    case "elsewhere":
      return (
        <p>
          {text("stands_at", { number: state.number })} {going}
        </p>
      );
    case "first_use":
      return (
        <p>
          {text("stands_itself", { number: state.number })}{" "}
          {state.isElsewhere && going}{" "}
          {canEdit && (
            <LinkButton onClick={() => suppress(note.id, true)}>
              {text("suppress")}
            </LinkButton>
          )}
        </p>
      );
    case "suppressed":
      return (
        <p>
          {text("suppressed")}{" "}
          {canEdit && (
            <LinkButton onClick={() => suppress(note.id, false)}>
              {text("admit")}
            </LinkButton>
          )}
        </p>
      );
    case "no_use":
      return <p>{text("no_use")}</p>;
    case "unplaced":
      return <p>{text(canEdit ? "not_placed" : "not_placed_reader")}</p>;
  }
}

/** Offered while there are words to put the note on. */
function AnchorButton({ note }: { readonly note: NoteView }) {
  const { noteDesk, rows } = useWorkbench();
  const { anchor } = useNoteCommands();
  const text = useTranslations("notes.card");
  const words = useStored(noteDesk, ({ held }) =>
    held === null
      ? null
      : (rows.row(held.rowId)?.source.slice(held.from, held.to) ?? null),
  );
  if (words === null) return null;
  const short = words.length > 12 ? `${words.slice(0, 12)}…` : words;
  return (
    <Button
      size="small"
      variant="quiet"
      // The selection must outlive the press.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => anchor(note.id)}
    >
      {text("anchor_to", { words: short })}
    </Button>
  );
}

function LinkButton({
  onClick,
  children,
}: {
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="note-link" onClick={onClick}>
      {children}
    </button>
  );
}
