"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { NOTE_KINDS, type NoteKind } from "@/core/notes/note";

type KindSelectProps = {
  readonly kind: NoteKind;
  readonly canEdit: boolean;
  readonly onChange: (kind: NoteKind) => void;
};

/** What a note explains, and the choice of another kind. */
export function KindSelect({ kind, canEdit, onChange }: KindSelectProps) {
  const text = useTranslations("notes");
  if (!canEdit)
    return <span className="font-medium">{text(`kind.${kind}`)}</span>;
  return (
    <span className="note-kind">
      <select
        aria-label={text("card.kind")}
        value={kind}
        onChange={(event) => {
          const next = NOTE_KINDS.find((each) => each === event.target.value);
          if (next !== undefined) onChange(next);
        }}
      >
        {NOTE_KINDS.map((each) => (
          <option key={each} value={each}>
            {text(`kind.${each}`)}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="size-3.5" />
    </span>
  );
}
