"use client";

import { Table } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { EditorCommands, TableChange } from "./editor-commands";

const CHANGES = [
  ["addRow", "table_add_row"],
  ["addColumn", "table_add_column"],
  ["deleteRow", "table_delete_row"],
  ["deleteColumn", "table_delete_column"],
  ["toggleHeader", "table_toggle_header"],
  ["delete", "table_delete"],
] as const satisfies readonly (readonly [TableChange, string])[];

type Props = {
  readonly commands: EditorCommands | null;
  readonly isInTable: boolean;
};

/** What can be done with a table, in rows that may have one. */
export function TableTool({ commands, isInTable }: Props) {
  const text = useTranslations("live");
  return (
    <Menu
      align="start"
      trigger={
        <Button
          variant="quiet"
          size="icon"
          aria-label={text("table")}
          disabled={commands === null}
        >
          <Table aria-hidden className="size-4" />
        </Button>
      }
    >
      {isInTable ? (
        CHANGES.map(([change, name]) => (
          <MenuItem key={change} onSelect={() => commands?.changeTable(change)}>
            {text(name)}
          </MenuItem>
        ))
      ) : (
        <MenuItem onSelect={() => commands?.changeTable("insert")}>
          {text("table_insert")}
        </MenuItem>
      )}
    </Menu>
  );
}
