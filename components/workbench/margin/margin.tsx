"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, type KeyboardEvent } from "react";
import { isComposing } from "@/components/ui/is-composing";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import { NotesTab } from "@/components/workbench/notes/notes-tab";
import type { MarginTab } from "@/components/workbench/notes/store/note-desk";
import { useNotesOf } from "@/components/workbench/notes/use-notes";
import { useStored } from "@/components/workbench/state/value-store";
import { useTerms } from "@/components/workbench/terms/use-terms";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { TermsTab } from "./terms-tab";
import { useFocusedRow } from "./use-focused-row";

const TABS = ["terms", "notes"] as const satisfies readonly MarginTab[];

/** What explains the focused paragraph, one thing at a time: its terms, its notes. */
export function Margin() {
  const { noteDesk } = useWorkbench();
  const row = useFocusedRow();
  const { terms } = useTerms(row);
  const noteIds = useNotesOf(row);
  const tab = useStored(noteDesk, (state) => state.tab);
  const counts = { terms: terms.length, notes: noteIds.length };
  const text = useTranslations("workbench");
  const { leaveMargin } = useNoteCommands();
  const ids = useId();
  const list = useRef<HTMLDivElement>(null);

  const handleTabKeys = (event: KeyboardEvent) => {
    const next = nextTab(event.code, tab);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    noteDesk.set({ tab: next });
    list.current?.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isInSheet = event.currentTarget.closest("[role=dialog]") !== null;
    if (event.code !== "Escape" || event.defaultPrevented || isInSheet) return;
    if (isComposing(event)) return;
    event.preventDefault();
    leaveMargin();
  };

  return (
    // The keys are those of the controls inside; here only Escape comes up.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="margin"
      aria-label={text("margin_of_paragraph")}
      onKeyDown={handleKeyDown}
    >
      <div
        ref={list}
        role="tablist"
        aria-label={text("margin_of_paragraph")}
        className="margin-tabs"
      >
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${ids}-${name}`}
            data-tab={name}
            aria-selected={tab === name}
            aria-controls={`${ids}-panel`}
            tabIndex={tab === name ? 0 : -1}
            className="margin-tab"
            onClick={() => noteDesk.set({ tab: name })}
            onKeyDown={handleTabKeys}
          >
            {text(name)}{" "}
            <span className="text-xs font-normal text-ink-3 tabular-nums">
              {counts[name]}
            </span>
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${ids}-panel`}
        aria-labelledby={`${ids}-${tab}`}
      >
        {tab === "terms" ? (
          <TermsTab terms={terms} hasRow={row !== null} />
        ) : (
          <NotesTab row={row} />
        )}
      </div>
    </section>
  );
}

/** Arrow keys go round, Home and End to the ends; null for other keys. */
function nextTab(code: string, tab: MarginTab): MarginTab | null {
  const at = TABS.indexOf(tab);
  const places: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: TABS.length - 1,
  };
  const place = places[code];
  if (place === undefined) return null;
  return TABS[(place + TABS.length) % TABS.length] ?? null;
}
