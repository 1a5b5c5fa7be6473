"use client";

import { useEffect, useState, type ReactNode } from "react";
import type { DocumentView, RowSummary } from "@/core/documents/views";
import type { ServerMessage } from "@/core/live/messages";
import { CommandsProvider } from "./commands-provider";
import { LiveBridge } from "./live-bridge";
import { LiveProvider } from "./live/live-provider";
import { createDesk } from "./state/desk";
import { groupPeers } from "./state/peers";
import { createPendingStatus } from "./state/pending-status";
import { createRowLoader, fetchRowsOf } from "./state/row-loader";
import { createRowStore } from "./state/row-store";
import { createValueStore } from "./state/value-store";
import { createGlossaryStore } from "./terms/glossary-store";
import { WorkbenchContext, type WorkbenchParts } from "./workbench-context";
import { WorkbenchScreen } from "./workbench-screen";
import "./workbench.css";

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
  const [parts] = useState(() => createParts(view));
  const { rows, pending, glossary, changes } = parts;

  // Again when the page was asked for anew: what it says now counts.
  useEffect(() => {
    let isCurrent = true;
    void view.summaries.then((summaries) => {
      if (isCurrent) rows.renew(summaries, view.rows);
    });
    void glossary.load(view.glossaryVersion);
    return () => {
      isCurrent = false;
    };
  }, [rows, glossary, view]);

  const handleAnnouncement = (message: ServerMessage) => {
    if (message.type !== "saved" && message.type !== "unsaved")
      changes.set({ count: changes.get().count + 1 });
    if (message.type === "glossary") void glossary.load(message.version);
    if (message.type !== "translation") return;
    const status = pending.over(message.id, message.status);
    rows.change(message.id, { status, target: message.target });
  };

  return (
    <WorkbenchContext value={parts}>
      <LiveProvider
        documentId={view.id}
        viewer={viewer}
        canEdit={view.can.edit}
        onAnnouncement={handleAnnouncement}
      >
        <LiveBridge />
        <CommandsProvider>
          <WorkbenchScreen account={account} />
        </CommandsProvider>
      </LiveProvider>
    </WorkbenchContext>
  );
}

function createParts(view: StreamedDocument): WorkbenchParts {
  const { id, projectId, projectName, title, can } = view;
  const rows = createRowStore(view.rows, view.rowCount);
  return {
    view: { id, projectId, projectName, title, can },
    rows,
    loader: createRowLoader(rows, fetchRowsOf(projectId, id)),
    desk: createDesk(),
    peers: createValueStore(groupPeers([])),
    pending: createPendingStatus(),
    glossary: createGlossaryStore(projectId),
    changes: createValueStore({ count: 0 }),
    editor: { current: null },
    list: { current: null },
  };
}
