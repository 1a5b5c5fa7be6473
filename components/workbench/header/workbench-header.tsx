"use client";

import {
  BookCheck,
  BookMarked,
  BookOpenText,
  CircleHelp,
  Download,
  PanelLeft,
  Search,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Seal } from "@/components/shell/seal";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { useReading } from "@/components/workbench/reading/use-reading";
import { togglePanel } from "@/components/workbench/state/panels";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { DocumentName } from "./document-name";
import { DocumentProgress } from "./document-progress";
import { PeopleHere } from "./people-here";
import { SavingState } from "./saving-state";

/** The line above the texts: where one is, how far it is, whether it is saved, who is here. */
export function WorkbenchHeader({ account }: { readonly account: ReactNode }) {
  const { view, desk } = useWorkbench();
  const text = useTranslations("workbench");
  const outlineOpen = useStored(desk, (state) => state.outlineOpen);
  const marginOpen = useStored(desk, (state) => state.marginOpen);
  const reading = useStored(desk, (state) => state.reading);
  const { toggle: toggleReading } = useReading();
  const notes = useTranslations("notes.reading");
  return (
    <header className="workbench-header">
      <Link
        href="/projects"
        aria-label={text("all_projects")}
        className="shrink-0 rounded"
      >
        <Seal />
      </Link>
      <HeaderButton
        label={text("outline")}
        pressed={outlineOpen}
        onClick={() => togglePanel(desk, "outline")}
      >
        <PanelLeft aria-hidden className="size-4" />
      </HeaderButton>
      <nav aria-label={text("place")} className="workbench-place">
        <Link
          href={`/projects/${view.projectId}`}
          className="truncate text-ink-2 hover:text-ink max-lg:hidden"
        >
          {view.projectName}
        </Link>
        <span aria-hidden className="text-ink-3 max-lg:hidden">
          /
        </span>
        <DocumentName />
      </nav>
      <DocumentProgress />
      <div className="ml-auto flex items-center gap-1 sm:gap-2">
        <SavingState />
        <PeopleHere />
        <HeaderButton
          label={text("find")}
          onClick={() => desk.set({ findOpen: true, reading: false })}
        >
          <Search aria-hidden className="size-4" />
        </HeaderButton>
        <HeaderButton
          label={notes("open")}
          pressed={reading}
          onClick={toggleReading}
        >
          <BookOpenText aria-hidden className="size-4" />
        </HeaderButton>
        {!reading && (
          <HeaderButton
            label={text("margin")}
            pressed={marginOpen}
            onClick={() => togglePanel(desk, "margin")}
          >
            <BookMarked aria-hidden className="size-4" />
          </HeaderButton>
        )}
        <span className="max-sm:hidden">
          <HeaderButton
            label={text("shortcuts")}
            onClick={() => desk.set({ shortcutsOpen: true })}
          >
            <CircleHelp aria-hidden className="size-4" />
          </HeaderButton>
        </span>
        {view.can.export && (
          <Button
            className="max-md:px-2"
            onClick={() => desk.set({ exportOpen: true })}
          >
            <Download aria-hidden className="size-4 md:hidden" />
            <span className="max-md:sr-only">{text("export")}</span>
          </Button>
        )}
        <Button asChild variant="primary" className="max-md:px-2">
          <Link
            href={`/projects/${view.projectId}/documents/${view.id}/publish`}
            prefetch={false}
          >
            <BookCheck aria-hidden className="size-4 md:hidden" />
            <span className="max-md:sr-only">{text("publish")}</span>
          </Link>
        </Button>
        <div className="flex">{account}</div>
      </div>
    </header>
  );
}

type HeaderButtonProps = {
  readonly label: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
};

function HeaderButton({
  label,
  pressed,
  onClick,
  children,
}: HeaderButtonProps) {
  return (
    <Tooltip text={label}>
      <Button
        variant="quiet"
        size="icon"
        aria-label={label}
        aria-pressed={pressed}
        onClick={onClick}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
