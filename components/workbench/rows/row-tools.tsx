"use client";

import { Check, NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { EditorCommands } from "@/components/workbench/editor/editor-commands";
import { EditorToolbar } from "@/components/workbench/editor/editor-toolbar";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import { useCommands } from "@/components/workbench/state/commands";
import { KeyCaps } from "@/components/workbench/keys/key-caps";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { RowView } from "@/core/documents/views";
import { StatusMenu } from "./status-menu";

type RowToolsProps = {
  readonly row: RowView;
  readonly commands: EditorCommands | null;
};

/** What stands below the focused row's English: formatting, confirming, status. */
export function RowTools({ row, commands }: RowToolsProps) {
  const text = useTranslations("workbench");
  const { view } = useWorkbench();
  const { confirm } = useCommands();
  const { create } = useNoteCommands();
  return (
    <div className="row-tools">
      <EditorToolbar commands={commands} withTables={row.kind === "table"} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          variant="quiet"
          size="small"
          onClick={() => void confirm("next")}
        >
          <Check aria-hidden className="size-3.5" />
          {text("confirm")}
          <span className="row-hint">
            <KeyCaps name="confirmNext" />
          </span>
        </Button>
        {view.can.editNotes && (
          <Button
            variant="quiet"
            size="small"
            disabled={commands === null}
            // The caret stays where the note's number is to stand.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => create()}
          >
            <NotebookPen aria-hidden className="size-3.5" />
            {text("add_note")}
            <span className="row-hint">
              <KeyCaps name="addNote" />
            </span>
          </Button>
        )}
        <span className="ml-auto">
          <StatusMenu row={row} />
        </span>
      </div>
    </div>
  );
}
