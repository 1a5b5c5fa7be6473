"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusGlyph } from "@/components/documents/status-glyph";
import { Button } from "@/components/ui/button";
import { Menu, MenuRadio } from "@/components/ui/menu";
import { useCommands } from "@/components/workbench/state/commands";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { RowView } from "@/core/documents/views";

const CHOICES = ["draft", "translated", "approved"] as const;

/** The status of the focused row, and the choice of another. */
export function StatusMenu({ row }: { readonly row: RowView }) {
  const { view } = useWorkbench();
  const { setStatus } = useCommands();
  const text = useTranslations("workbench");
  const status = useTranslations("documents.status");
  const choices = CHOICES.filter(
    (choice) =>
      choice !== "approved" || view.can.approve || row.status === "approved",
  );
  return (
    <Menu
      trigger={
        <Button
          variant="quiet"
          size="small"
          aria-label={text("status_is", { status: status(row.status) })}
        >
          <StatusGlyph status={row.status} />
          {status(row.status)}
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    >
      <MenuRadio
        label={text("status")}
        value={row.status}
        onValueChange={(value) => {
          const choice = CHOICES.find((known) => known === value);
          if (choice !== undefined) void setStatus(choice);
        }}
        options={choices.map((choice) => ({
          value: choice,
          disabled: choice === "approved" && !view.can.approve,
          label: (
            <>
              <StatusGlyph status={choice} />
              {status(choice)}
            </>
          ),
        }))}
      />
    </Menu>
  );
}
