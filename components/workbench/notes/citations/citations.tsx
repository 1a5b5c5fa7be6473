"use client";

import { Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RichTextView } from "@/components/documents/rich-text-view";
import { Button } from "@/components/ui/button";
import type { FieldErrors } from "@/components/workbench/notes/commands/note-commands";
import { citationRuns } from "@/core/notes/citation";
import { MAX_CITATIONS, type Citation } from "@/core/notes/note";
import { CitationForm } from "./citation-form";

type CitationsProps = {
  readonly citations: readonly Citation[];
  readonly canEdit: boolean;
  /** Stores them; resolves with what is wrong, or null. */
  readonly onChange: (
    citations: readonly Citation[],
  ) => Promise<FieldErrors | null>;
};

const NOTHING: Citation = {
  title: "",
  publisher: "",
  date: "",
  address: "",
  archivedAddress: "",
};

/** The sources that a note cites, as they will be printed; each opens as fields. */
export function Citations({ citations, canEdit, onChange }: CitationsProps) {
  const text = useTranslations("notes.card");
  const [openAt, setOpenAt] = useState<number | null>(null);
  if (citations.length === 0 && !canEdit) return null;

  const put = (index: number, citation: Citation) =>
    onChange(
      index < citations.length
        ? citations.with(index, citation)
        : [...citations, citation],
    );
  const remove = (index: number) => {
    setOpenAt(null);
    if (index < citations.length) void onChange(citations.toSpliced(index, 1));
  };
  const isNew = openAt !== null && openAt >= citations.length;
  const shown = isNew ? [...citations, NOTHING] : citations;

  return (
    <section aria-label={text("sources")} className="note-sources">
      {shown.length > 0 && <h3 className="note-label">{text("sources")}</h3>}
      <ol>
        {shown.map((citation, index) => (
          // Plain data without ids; a citation's place is what identifies it.
          <li key={index} className="note-source">
            {openAt === index ? (
              <CitationForm
                citation={citation}
                onSave={(next) => put(index, next)}
                onClose={() => setOpenAt(null)}
                onRemove={() => remove(index)}
              />
            ) : (
              <Printed
                citation={citation}
                place={index + 1}
                onEdit={canEdit ? () => setOpenAt(index) : null}
              />
            )}
          </li>
        ))}
      </ol>
      {canEdit && openAt === null && citations.length < MAX_CITATIONS && (
        <Button
          variant="quiet"
          size="small"
          className="-ml-2"
          onClick={() => setOpenAt(citations.length)}
        >
          <Plus aria-hidden className="size-3.5" />
          {text("add_source")}
        </Button>
      )}
    </section>
  );
}

type PrintedProps = {
  readonly citation: Citation;
  readonly place: number;
  readonly onEdit: (() => void) | null;
};

function Printed({ citation, place, onEdit }: PrintedProps) {
  const text = useTranslations("notes.card");
  const runs = citationRuns(citation);
  return (
    <div className="flex items-start gap-1">
      <div className="rich-text note-body min-w-0 flex-1" lang="en">
        <RichTextView
          value={{ version: 2, blocks: [{ kind: "paragraph", runs }] }}
        />
      </div>
      {onEdit !== null && (
        <Button
          variant="quiet"
          size="icon"
          className="-mt-1 -mr-2"
          aria-label={text("edit_source", { place })}
          onClick={onEdit}
        >
          <Pencil aria-hidden className="size-3.5" />
        </Button>
      )}
    </div>
  );
}
