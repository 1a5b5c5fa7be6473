"use client";

import { NotebookPen, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useImperativeHandle, useRef, useState, type Ref } from "react";
import { toast } from "sonner";
import { AddTermForm } from "@/components/glossary/add-term-form";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import { KeyCaps } from "@/components/workbench/keys/key-caps";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { readSourceSelection, type SourceSelection } from "./source-selection";
import { useSourceSelection } from "./use-source-selection";

/** What the keys of the workbench may ask. */
export type AddTermHandle = { readonly open: () => void };

/** What can be made of words selected in the source, floating at them: a term, also by its key, or a note. */
export function AddTerm({ ref }: { readonly ref: Ref<AddTermHandle> }) {
  const { view, glossary } = useWorkbench();
  const text = useTranslations("workbench");
  const { create } = useNoteCommands();
  const selected = useSourceSelection();
  const [chosen, setChosen] = useState<SourceSelection | null>(null);
  const anchor = useRef<Range | null>(null);

  const open = () => {
    const selection = readSourceSelection();
    if (!view.can.editGlossary) return;
    if (selection === null) {
      toast.info(text("select_first"));
      return;
    }
    anchor.current = selection.range;
    setChosen(selection);
  };
  useImperativeHandle(ref, () => ({ open }));

  if (!view.can.editGlossary && !view.can.editNotes) return null;
  return (
    <>
      {selected !== null && chosen === null && (
        <div
          className="add-term-button"
          style={{ left: selected.x, top: selected.y }}
        >
          {view.can.editGlossary && (
            <Button
              size="small"
              className="shadow-lg"
              // The selection must outlive the press.
              onPointerDown={(event) => event.preventDefault()}
              onClick={open}
            >
              <Plus aria-hidden className="size-3.5" />
              {text("add_term")}
              <span className="max-sm:hidden">
                <KeyCaps name="addTerm" />
              </span>
            </Button>
          )}
          {view.can.editNotes && (
            <Button
              size="small"
              className="shadow-lg"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => create()}
            >
              <NotebookPen aria-hidden className="size-3.5" />
              {text("add_note")}
              <span className="max-sm:hidden">
                <KeyCaps name="addNote" />
              </span>
            </Button>
          )}
        </div>
      )}
      <Popover
        open={chosen !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setChosen(null);
        }}
        anchor={anchor}
        label={text("add_term")}
      >
        {chosen !== null && (
          <AddTermForm
            projectId={view.projectId}
            source={chosen.text}
            canApprove={view.can.approve}
            onAdded={() => {
              setChosen(null);
              window.getSelection()?.removeAllRanges();
              const version = glossary.get().ready?.version ?? 0;
              void glossary.load(version + 1);
            }}
            onCancel={() => setChosen(null)}
          />
        )}
      </Popover>
    </>
  );
}
