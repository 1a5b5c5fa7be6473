"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { EditorCommands } from "@/components/workbench/editor/editor-commands";
import { EditorToolbar } from "@/components/workbench/editor/editor-toolbar";
import { useCommands } from "@/components/workbench/state/commands";
import { KeyCaps } from "@/components/workbench/keys/key-caps";
import type { RowView } from "@/core/documents/views";
import { StatusMenu } from "./status-menu";

type RowToolsProps = {
  readonly row: RowView;
  readonly commands: EditorCommands | null;
};

/** What stands below the focused row's English: formatting, confirming, status. */
export function RowTools({ row, commands }: RowToolsProps) {
  const text = useTranslations("workbench");
  const { confirm } = useCommands();
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
        <span className="ml-auto">
          <StatusMenu row={row} />
        </span>
      </div>
    </div>
  );
}
