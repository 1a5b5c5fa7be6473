"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/dialog";
import type { Panel } from "./state/desk";
import { useIsBeside } from "./state/panels";
import { useStored } from "./state/value-store";
import { useWorkbench } from "./workbench-context";

type SidePanelProps = {
  readonly panel: Panel;
  readonly children: ReactNode;
};

/** A panel beside the texts; in a narrow window a sheet over them. */
export function SidePanel({ panel, children }: SidePanelProps) {
  const { desk } = useWorkbench();
  const text = useTranslations("workbench");
  const common = useTranslations("common");
  const isOutline = panel === "outline";
  const isOpen = useStored(desk, (state) =>
    isOutline ? state.outlineOpen : state.marginOpen,
  );
  const isSheet = useStored(desk, (state) => state.sheet === panel);
  const isBeside = useIsBeside(panel);
  const title = text(isOutline ? "outline" : "margin");
  return (
    <>
      {isOpen && isBeside && (
        <aside
          aria-label={title}
          data-scrolls
          className={`side-panel side-panel-${panel}`}
        >
          {isOutline && <h2 className="outline-title">{title}</h2>}
          {children}
          <Button
            variant="quiet"
            size="icon"
            aria-label={text("close_panel", { panel: title })}
            className="side-panel-close"
            onClick={() =>
              desk.set(
                isOutline ? { outlineOpen: false } : { marginOpen: false },
              )
            }
          >
            <X aria-hidden className="size-4" />
          </Button>
        </aside>
      )}
      <Sheet
        open={isSheet}
        onOpenChange={(open) => desk.set({ sheet: open ? panel : null })}
        title={title}
        closeLabel={common("close")}
        side={isOutline ? "left" : "bottom"}
      >
        <div data-scrolls className="max-h-full overflow-y-auto">
          {children}
        </div>
      </Sheet>
    </>
  );
}
