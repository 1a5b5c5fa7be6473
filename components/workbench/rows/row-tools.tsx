"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { EditorCommands } from "@/components/workbench/editor/editor-commands";
import { EditorToolbar } from "@/components/workbench/editor/editor-toolbar";
import { useCommands } from "@/components/workbench/state/commands";
import { KeyCaps } from "@/components/workbench/keys/key-caps";
import type { ShortcutName } from "@/components/workbench/keys/shortcuts";
import type { RowView } from "@/core/documents/views";
import { StatusMenu } from "./status-menu";

const HINTS: readonly ShortcutName[] = ["confirmNext", "insertTerm", "addTerm"];

type RowToolsProps = {
  readonly row: RowView;
  readonly commands: EditorCommands | null;
};

/** What stands below the focused row's English: formatting, confirming, status, and the keys that help most. */
export function RowTools({ row, commands }: RowToolsProps) {
  const text = useTranslations("workbench");
  const { confirm } = useCommands();
  return (
    <div className="row-tools">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <div className="min-w-0 flex-1">
          <EditorToolbar
            commands={commands}
            withTables={row.kind === "table"}
          />
        </div>
        <Button
          variant="quiet"
          size="small"
          onClick={() => void confirm("next")}
        >
          <Check aria-hidden className="size-3.5" />
          {text("confirm")}
        </Button>
        <StatusMenu row={row} />
      </div>
      <ul className="row-hints">
        {HINTS.map((name) => (
          <li key={name} className="flex items-center gap-1.5">
            <KeyCaps name={name} />
            {text(`hint.${name}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
