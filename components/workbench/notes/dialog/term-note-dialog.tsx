"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { LiveProvider } from "@/components/workbench/live/live-provider";
import type { TermView } from "@/core/glossary/term";
import type { NoteView } from "@/core/notes/note";
import type { ProjectStyle } from "@/core/projects/style";
import { explainTerm } from "@/server/actions/notes";
import { TermNote } from "./term-note";
import "@/components/workbench/notes/notes.css";

export type TermNoteDialogProps = {
  readonly projectId: string;
  /** The term whose note is shown, and made where there is none; null closes the dialog. */
  readonly term: TermView | null;
  readonly style: ProjectStyle;
  readonly viewer: { readonly accountId: string; readonly name: string };
  readonly can: { readonly edit: boolean; readonly review: boolean };
  readonly onClose: () => void;
};

/** The note of a term, written on the glossary's page: a live text as in the workbench, without a document. */
export function TermNoteDialog(props: TermNoteDialogProps) {
  const { term, onClose } = props;
  const text = useTranslations("notes.term");
  const common = useTranslations("common");
  return (
    <Dialog
      open={term !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={text("dialog", { source: term?.source ?? "" })}
      description={text("dialog_hint")}
      closeLabel={common("close")}
    >
      {term !== null && <Content key={term.id} {...props} term={term} />}
    </Dialog>
  );
}

function Content(props: TermNoteDialogProps & { readonly term: TermView }) {
  const { projectId, term, style, viewer, can } = props;
  const { note, setNote, error, retry } = useNoteOf(term.id);
  const common = useTranslations("common");
  if (error !== null)
    return (
      <Notice
        tone="error"
        action={
          <Button size="small" onClick={retry}>
            {common("retry")}
          </Button>
        }
      >
        {error}
      </Notice>
    );
  if (note === null)
    return <p className="py-6 text-ink-3">{common("loading")}</p>;
  return (
    <LiveProvider
      documentId={null}
      viewer={viewer}
      onAnnouncement={() => undefined}
    >
      <TermNote
        projectId={projectId}
        note={note}
        term={term}
        style={style}
        can={can}
        onNote={setNote}
      />
    </LiveProvider>
  );
}

function useNoteOf(termId: string) {
  const [note, setNote] = useState<NoteView | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { submit, error } = useAction(explainTerm);
  useEffect(() => {
    let isCurrent = true;
    void submit({ termId }).then((result) => {
      if (isCurrent && result.ok) setNote(result.value);
    });
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- Asked for once, and again when one asks again.
  }, [termId, attempt]);
  return { note, setNote, error, retry: () => setAttempt(attempt + 1) };
}
