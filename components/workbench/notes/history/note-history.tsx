"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/ui/use-action";
import type { RevisionView } from "@/core/notes/note";
import { plainText } from "@/core/text/rich-text";
import { restoreRevision } from "@/server/actions/notes";
import { DiffView } from "./diff-view";

/** How long writing rests before the states are asked for anew. */
const REST_MS = 800;

type NoteHistoryProps = {
  readonly projectId: string;
  readonly noteId: string;
  /** Asked for anew when the note was stored anew. */
  readonly updatedAt: string;
  readonly canEdit: boolean;
};

/** The kept states of a note's text, the newest first, each with what it changed. */
export function NoteHistory(props: NoteHistoryProps) {
  const { canEdit } = props;
  const { revisions, failed, load } = useRevisions(props);
  const text = useTranslations("notes.card");
  if (failed)
    return (
      <p className="flex items-center gap-2 py-2 text-amber">
        {text("history_failed")}
        <Button size="small" onClick={load}>
          {text("again")}
        </Button>
      </p>
    );
  if (revisions === null)
    return <p className="py-2 text-ink-3">{text("history_loading")}</p>;
  if (revisions.length === 0)
    return <p className="py-2 text-ink-3">{text("history_empty")}</p>;
  return (
    <ol aria-label={text("history")} className="note-history">
      {revisions.map((revision, index) => (
        <Revision
          key={revision.id}
          noteId={props.noteId}
          revision={revision}
          before={revisions[index + 1] ?? null}
          canRestore={canEdit && index > 0}
        />
      ))}
    </ol>
  );
}

type RevisionProps = {
  readonly noteId: string;
  readonly revision: RevisionView;
  /** The state before it, or null for the first. */
  readonly before: RevisionView | null;
  readonly canRestore: boolean;
};

function Revision({ noteId, revision, before, canRestore }: RevisionProps) {
  const text = useTranslations("notes.card");
  const format = useFormatter();
  const { isBusy, submit, error } = useAction(restoreRevision);
  const when = format.dateTime(new Date(revision.to), {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const restore = async () => {
    const result = await submit({ noteId, revisionId: revision.id });
    if (result.ok) toast.success(text("restored", { when }));
  };
  return (
    <li className="border-t border-line py-2">
      <div className="flex items-center gap-2 text-xs text-ink-3">
        <p className="min-w-0 flex-1">
          {revision.author === null
            ? when
            : text("written_by", { name: revision.author.name, date: when })}
        </p>
        {canRestore && (
          <Button
            size="small"
            variant="quiet"
            busy={isBusy}
            aria-label={text("restore_this", { when })}
            onClick={() => void restore()}
          >
            {text("restore")}
          </Button>
        )}
      </div>
      <DiffView
        before={before === null ? "" : plainText(before.body)}
        after={plainText(revision.body)}
      />
      {error !== null && (
        <p role="alert" className="text-xs text-vermilion">
          {error}
        </p>
      )}
    </li>
  );
}

function useRevisions({ projectId, noteId, updatedAt }: NoteHistoryProps) {
  const [revisions, setRevisions] = useState<readonly RevisionView[] | null>(
    null,
  );
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const isFirst = useRef(true);
  useEffect(() => {
    const controller = new AbortController();
    const fetchThem = async () => {
      try {
        const address = `/projects/${projectId}/notes/${noteId}/revisions`;
        const response = await fetch(address, { signal: controller.signal });
        if (!response.ok) throw new Error(`revisions ${response.status}`);
        setRevisions((await response.json()) as readonly RevisionView[]);
        setFailed(false);
      } catch {
        if (!controller.signal.aborted) setFailed(true);
      }
    };
    // Whoever writes changes the moment many times a second, and each state may be long.
    const wait = isFirst.current ? 0 : REST_MS;
    isFirst.current = false;
    const timer = setTimeout(() => void fetchThem(), wait);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [projectId, noteId, updatedAt, attempt]);
  const load = useCallback(() => setAttempt((count) => count + 1), []);
  return { revisions, failed, load };
}
