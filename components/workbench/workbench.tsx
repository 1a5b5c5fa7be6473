"use client";

import { useEffect, useState, type ReactNode } from "react";
import type { DocumentView, RowSummary } from "@/core/documents/views";
import type { ServerMessage } from "@/core/live/messages";
import { CommandsProvider } from "./commands-provider";
import { LiveBridge } from "./live-bridge";
import { LiveProvider } from "./live/live-provider";
import { NoteCommandsProvider } from "./notes/commands/note-commands-provider";
import { createNoteDesk } from "./notes/store/note-desk";
import { createPrintIndex } from "./notes/store/print-index";
import { createNotes, fetchNotesOf } from "./notes/store/notes";
import { createDesk } from "./state/desk";
import { groupPeers } from "./state/peers";
import { createPendingStatus } from "./state/pending-status";
import { createRowLoader, fetchRowsOf } from "./state/row-loader";
import { createRowStore } from "./state/row-store";
import { createValueStore } from "./state/value-store";
import { createGlossaryStore } from "./terms/glossary-store";
import { takeAnnouncement } from "./take-announcement";
import { WorkbenchContext, type WorkbenchParts } from "./workbench-context";
import { WorkbenchScreen } from "./workbench-screen";
import "./workbench.css";
import "./notes/notes.css";

/** A document as the page sends it: the first texts at once, the summaries of all rows behind them. */
export type StreamedDocument = Omit<DocumentView, "summaries"> & {
  readonly rowCount: number;
  readonly summaries: Promise<readonly RowSummary[]>;
};

type WorkbenchProps = {
  readonly view: StreamedDocument;
  readonly viewer: { readonly accountId: string; readonly name: string };
  /** The menu of one's account, from the shell. */
  readonly account: ReactNode;
};

/** The one screen on which a document is translated. */
export function Workbench({ view, viewer, account }: WorkbenchProps) {
  const [parts] = useState(() => createParts(view, viewer));
  const { rows, glossary, notes } = parts;

  // Again when the page was asked for anew: what it says now counts.
  useEffect(() => {
    let isCurrent = true;
    void view.summaries.then((summaries) => {
      if (!isCurrent) return;
      rows.renew(summaries, view.rows);
      notes.reorder();
    });
    void glossary.load(view.glossaryVersion);
    void notes.load();
    return () => {
      isCurrent = false;
    };
  }, [rows, glossary, notes, view]);

  const handleAnnouncement = (message: ServerMessage) =>
    takeAnnouncement(parts, message);

  return (
    <WorkbenchContext value={parts}>
      <LiveProvider
        documentId={view.id}
        viewer={viewer}
        onAnnouncement={handleAnnouncement}
      >
        <LiveBridge />
        <CommandsProvider>
          <NoteCommandsProvider>
            <WorkbenchScreen account={account} />
          </NoteCommandsProvider>
        </CommandsProvider>
      </LiveProvider>
    </WorkbenchContext>
  );
}

function createParts(
  view: StreamedDocument,
  viewer: WorkbenchProps["viewer"],
): WorkbenchParts {
  const { id, projectId, projectName, title, metadata, style, can } = view;
  const rows = createRowStore(view.rows, view.rowCount);
  return {
    view: { id, projectId, projectName, title, metadata, style, can },
    viewer,
    rows,
    loader: createRowLoader(rows, fetchRowsOf(projectId, id)),
    desk: createDesk(),
    peers: createValueStore(groupPeers([])),
    pending: createPendingStatus(),
    glossary: createGlossaryStore(projectId),
    notes: createNotes(createPrintIndex(rows), fetchNotesOf(projectId, id)),
    noteDesk: createNoteDesk(),
    changes: createValueStore({ count: 0 }),
    editor: { current: null },
    noteEditor: { current: null },
    list: { current: null },
  };
}
