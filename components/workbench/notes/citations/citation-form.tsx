"use client";

import { useTranslations } from "next-intl";
import { useRef, useState, type FormEvent, type MouseEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import type { FieldErrors } from "@/components/workbench/notes/commands/note-commands";
import { CitationSchema, type Citation } from "@/core/notes/note";

type CitationFormProps = {
  readonly citation: Citation;
  readonly onSave: (citation: Citation) => Promise<FieldErrors | null>;
  readonly onClose: () => void;
  readonly onRemove: () => void;
};

const FIELDS = [
  "title",
  "publisher",
  "date",
  "address",
  "archivedAddress",
] as const satisfies readonly (keyof Citation)[];

/** A field that is left is stored, and its error goes: nothing may move away under a press. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** One source in fields; stored whenever a field is left. */
export function CitationForm(props: CitationFormProps) {
  const { citation, onSave, onClose, onRemove } = props;
  const text = useTranslations("notes.card");
  const errors = useTranslations("errors");
  const common = useTranslations("common");
  const [draft, setDraft] = useState(citation);
  const [wrong, setWrong] = useState<FieldErrors>({});
  const stored = useRef(citation);

  /** Resolves to true where nothing is wrong. */
  const save = async (): Promise<boolean> => {
    const parsed = CitationSchema.safeParse(draft);
    if (!parsed.success) {
      setWrong(
        Object.fromEntries(
          parsed.error.issues.map(({ path, message }) => [
            String(path[0]),
            message,
          ]),
        ),
      );
      return false;
    }
    setWrong({});
    if (JSON.stringify(parsed.data) === JSON.stringify(stored.current))
      return true;
    stored.current = parsed.data;
    const found = await onSave(parsed.data);
    if (found === null) return true;
    setWrong(
      Object.fromEntries(
        Object.entries(found).map(([path, message]) => [
          path.split(".").at(-1) ?? path,
          message,
        ]),
      ),
    );
    return false;
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save().then((isRight) => {
      if (isRight) onClose();
    });
  };

  return (
    <form noValidate className="note-citation-form" onSubmit={handleSubmit}>
      {FIELDS.map((field, index) => (
        <TextField
          key={field}
          label={text(`citation.${field}`)}
          hint={field === "date" ? text("citation.date_hint") : undefined}
          error={wrong[field] === undefined ? undefined : errors(wrong[field])}
          className="h-8 text-[13px]"
          inputMode={
            field.toLowerCase().includes("address") ? "url" : undefined
          }
          spellCheck={false}
          autoFocus={index === 0}
          value={draft[field]}
          onChange={(event) =>
            setDraft({ ...draft, [field]: event.target.value })
          }
          onBlur={() => void save()}
        />
      ))}
      <div className="flex gap-2">
        <Button type="submit" size="small" onMouseDown={keepFocus}>
          {text("citation.done")}
        </Button>
        <Button
          variant="quiet"
          size="small"
          onMouseDown={keepFocus}
          onClick={onRemove}
        >
          {common("delete")}
        </Button>
      </div>
    </form>
  );
}
