"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, type ReactNode } from "react";
import { ExportDialog } from "@/components/editions/export/export-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { ContinueOffer } from "./continue-offer";
import { FindBar, type FindHandle } from "./find/find-bar";
import { WorkbenchHeader } from "./header/workbench-header";
import { ShortcutsDialog } from "./keys/shortcuts-dialog";
import { useShortcuts } from "./keys/use-shortcuts";
import { SidePanel } from "./side-panel";
import { useHeldWords } from "./notes/anchors/use-held-words";
import { useNotePointer } from "./notes/anchors/use-note-pointer";
import { useNotePermalink } from "./notes/use-note-permalink";
import { Margin } from "./margin/margin";
import { Outline } from "./outline/outline";
import { ReadersView } from "./reading/readers-view";
import { useReading } from "./reading/use-reading";
import { RowList } from "./rows/row-list";
import { useStored } from "./state/value-store";
import { AddTerm, type AddTermHandle } from "./terms/add-term";
import { TermHover } from "./terms/term-hover";
import { useRowPermalink } from "./use-row-permalink";
import { useWorkbench } from "./workbench-context";

/** The parts of the screen and where they stand. */
export function WorkbenchScreen({ account }: { readonly account: ReactNode }) {
  const { desk, rows, view } = useWorkbench();
  const text = useTranslations("workbench");
  const findOpen = useStored(desk, (state) => state.findOpen);
  const exportOpen = useStored(desk, (state) => state.exportOpen);
  const reading = useStored(desk, (state) => state.reading);
  const { toggle: toggleReading } = useReading();
  const find = useRef<FindHandle>(null);
  const addTerm = useRef<AddTermHandle>(null);
  const ownKeys = useMemo(
    () => ({
      find() {
        const isOpen = desk.get().findOpen;
        desk.set({ findOpen: true });
        return !isOpen || (find.current?.enter() ?? true);
      },
      findStep(by: 1 | -1) {
        find.current?.step(by);
        return find.current !== null;
      },
      addTerm: () => addTerm.current?.open(),
      read: toggleReading,
    }),
    [desk, toggleReading],
  );
  useShortcuts(ownKeys);
  useHeldWords();
  useNotePointer();
  useNotePermalink();
  useRowPermalink();

  return (
    <div className="workbench">
      <WorkbenchHeader account={account} />
      <div className="workbench-body">
        <SidePanel panel="outline">
          <Outline onJump={() => desk.set({ sheet: null })} />
        </SidePanel>
        <main className="workbench-main">
          {findOpen && <FindBar ref={find} />}
          {rows.ids().length === 0 && (
            <EmptyState title={text("empty_title")}>
              {text("empty_text")}
            </EmptyState>
          )}
          {rows.ids().length > 0 && (reading ? <ReadersView /> : <RowList />)}
          {!reading && <ContinueOffer />}
        </main>
        {!reading && (
          <SidePanel panel="margin">
            <Margin />
          </SidePanel>
        )}
      </div>
      <TermHover />
      <AddTerm ref={addTerm} />
      <ShortcutsDialog />
      {view.can.export && (
        <ExportDialog
          projectId={view.projectId}
          documentId={view.id}
          title={view.title}
          open={exportOpen}
          onOpenChange={(open) => desk.set({ exportOpen: open })}
        />
      )}
    </div>
  );
}
