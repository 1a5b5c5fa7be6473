"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from "react";
import { Button } from "@/components/ui/button";
import { useCommands } from "@/components/workbench/state/commands";
import { useRow } from "@/components/workbench/rows/use-row";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { FindMatch } from "./find-matches";
import { showMatch } from "./show-match";
import { useFind } from "./use-find";
import { useFindHighlight } from "./use-find-highlight";
import { isComposing } from "@/components/ui/is-composing";

/** What the keys of the workbench may ask of the open bar. */
export type FindHandle = {
  /** Puts the caret into the field; false when it was there already. */
  readonly enter: () => boolean;
  readonly step: (by: 1 | -1) => void;
};

/** Looks for words in both texts. */
export function FindBar({ ref }: { readonly ref: Ref<FindHandle> }) {
  const parts = useWorkbench();
  const { leaveText } = useCommands();
  const text = useTranslations("workbench");
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const found = useFind(query);
  const count = found.matches.length;
  const place = Math.min(chosen, Math.max(count - 1, 0));
  const current = found.matches[place] ?? null;
  useFindHighlight(found.query, current);

  const go = (to: number) => {
    if (count === 0) return;
    setChosen((to + count) % count);
  };
  useImperativeHandle(ref, () => ({
    enter() {
      if (document.activeElement === field.current) return false;
      field.current?.select();
      return true;
    },
    step: (by) => go(place + by),
  }));
  useEffect(() => field.current?.focus(), []);
  useShownMatch(found.query, current);

  const close = () => {
    parts.desk.set({ findOpen: false });
    leaveText();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.code === "Escape") close();
    else if (event.code === "Enter") go(place + (event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
  };

  return (
    <search className="find-bar">
      <input
        ref={field}
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={text("find_in_both")}
        placeholder={text("find_in_both")}
        className="h-8 min-w-0 flex-1 rounded border border-line-strong bg-paper px-2 font-en"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={handleKeyDown}
      />
      <p
        role="status"
        className="min-w-16 text-right text-[13px] text-ink-2 tabular-nums"
      >
        {findWords()}
      </p>
      <Button
        variant="quiet"
        size="icon"
        aria-label={text("find_previous")}
        disabled={count === 0}
        onClick={() => go(place - 1)}
      >
        <ChevronUp aria-hidden className="size-4" />
      </Button>
      <Button
        variant="quiet"
        size="icon"
        aria-label={text("find_next")}
        disabled={count === 0}
        onClick={() => go(place + 1)}
      >
        <ChevronDown aria-hidden className="size-4" />
      </Button>
      <Button
        variant="quiet"
        size="icon"
        aria-label={text("find_close")}
        onClick={close}
      >
        <X aria-hidden className="size-4" />
      </Button>
    </search>
  );

  function findWords(): string {
    if (query.trim() === "") return "";
    if (found.failed) return text("find_failed");
    const total = parts.rows.ids().length;
    if (!found.isDone)
      return text("find_searching", {
        percent: Math.floor((100 * found.searched) / Math.max(total, 1)),
      });
    return count === 0
      ? text("find_none")
      : text("find_place", { place: place + 1, count });
  }
}

/** Brings the current match into view: at once, and again when its row's text has arrived. */
function useShownMatch(query: string, current: FindMatch | null): void {
  const parts = useWorkbench();
  const isHere = useRow(current?.rowId ?? "") !== null;
  useEffect(() => {
    if (current === null) return;
    // The list draws at once what is shown, which it cannot do while React is busy with this effect.
    queueMicrotask(() => showMatch(parts, current, query));
  }, [parts, current, query, isHere]);
}
