"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ExportView } from "@/core/editions/edition";

type ExportReadinessProps = {
  readonly view: ExportView | "counting" | "failed";
  /** The page of the document's notes. */
  readonly notesAddress: string;
};

/** Says what an export of the draft would leave out, and how much of a document is translated and approved, as of now. */
export function ExportReadiness({ view, notesAddress }: ExportReadinessProps) {
  const text = useTranslations("editions.export");
  if (view === "counting")
    return (
      <p
        role="status"
        className="flex min-h-10 items-center gap-2 px-3 py-2 text-ink-2"
      >
        <Spinner />
        {text("counting")}
      </p>
    );
  if (view === "failed")
    return <Notice tone="info">{text("count_failed")}</Notice>;
  const { paragraphs, untranslated, unapproved } = view;
  const { notes, unplacedNotes, unreviewedNotes } = view;
  if (untranslated + unapproved + unplacedNotes + unreviewedNotes === 0)
    return (
      <Notice tone="success">
        <p>{text("complete", { paragraphs })}</p>
        {notes > 0 && <p>{text("complete_notes", { notes })}</p>}
      </Notice>
    );
  const linkTo = (show: string) => (words: ReactNode) => (
    <Link
      href={`${notesAddress}?show=${show}`}
      className="font-medium underline underline-offset-2"
    >
      {words}
    </Link>
  );
  return (
    <Notice tone="attention">
      <div className="flex flex-col gap-1 text-[13px]">
        {unplacedNotes > 0 && (
          <p>
            {text.rich("unplaced_notes", {
              unplaced: unplacedNotes,
              notes,
              link: linkTo("unplaced"),
            })}
          </p>
        )}
        {unreviewedNotes > 0 && (
          <p>
            {text.rich("unreviewed_notes", {
              unreviewed: unreviewedNotes,
              notes,
              link: linkTo("draft"),
            })}
          </p>
        )}
        {untranslated > 0 && (
          <p>{text("untranslated", { untranslated, paragraphs })}</p>
        )}
        {unapproved > 0 && (
          <p>{text("unapproved", { unapproved, paragraphs })}</p>
        )}
      </div>
    </Notice>
  );
}
