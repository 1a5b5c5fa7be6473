"use client";

import { useTranslations } from "next-intl";
import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from "react";
import { useCommands } from "@/components/workbench/state/commands";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { useSummaries } from "@/components/workbench/rows/use-row";
import { entryAt, listOutline, type OutlineEntry } from "./outline-entries";
import { OutlineLine } from "./outline-line";
import { useOutlineKeys } from "./use-outline-keys";
import { useOutlineWindow } from "./use-outline-window";
import { visibleEntries } from "./visible-entries";

/** The headings of the document with what is done below each; the way to jump. */
export function Outline({ onJump }: { readonly onJump?: () => void }) {
  const { desk, rows } = useWorkbench();
  const { jumpTo } = useCommands();
  const text = useTranslations("workbench");
  // Typing comes first; the outline may follow a moment later.
  const summaries = useDeferredValue(useSummaries());
  const entries = useMemo(() => listOutline(summaries), [summaries]);
  const placeId = useStored(desk, (state) => state.topId);
  const here = entryAt(entries, rows.indexOf(placeId ?? ""));
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const visible = useMemo(
    () => visibleEntries(entries, closed),
    [entries, closed],
  );
  const tree = useRef<HTMLUListElement>(null);
  const { drawn, heights, register, show } = useOutlineWindow(tree, visible);

  useFollowPlace(tree, show, here === null ? -1 : visible.indexOf(here));

  const jump = (entry: OutlineEntry) => {
    jumpTo(entry.id);
    onJump?.();
  };
  const setOpen = (entry: OutlineEntry, isOpen: boolean) => {
    const next = new Set(closed);
    if (isOpen) next.delete(entry.id);
    else next.add(entry.id);
    setClosed(next);
  };
  const { activeId, handleKeyDown } = useOutlineKeys({
    tree,
    entries: visible,
    closed,
    show,
    hereId: here?.id ?? null,
    onJump: jump,
    onSetOpen: setOpen,
  });

  if (entries.length === 0)
    return <p className="px-4 py-3 text-ink-3">{text("outline_empty")}</p>;
  return (
    <ul
      ref={tree}
      role="tree"
      aria-label={text("outline")}
      className="pb-6"
      onKeyDown={handleKeyDown}
    >
      {drawn.map((part) => {
        if (part.kind === "space")
          return (
            <li
              key={`space-${part.from}`}
              role="presentation"
              style={{ height: heights.top(part.to) - heights.top(part.from) }}
            />
          );
        const entry = visible[part.index];
        if (entry === undefined) return null;
        return (
          <OutlineLine
            key={entry.id}
            place={part.index}
            entry={entry}
            isHere={entry.id === here?.id}
            isInSection={isWithin(entry, here)}
            isClosed={closed.has(entry.id)}
            isTabStop={entry.id === activeId}
            register={register}
            onJump={jump}
            onSetOpen={setOpen}
          />
        );
      })}
    </ul>
  );
}

/** Keeps the line of the place where one reads in view, unless one is looking around in the outline itself. */
function useFollowPlace(
  tree: RefObject<HTMLElement | null>,
  show: (place: number, where: "nearest") => void,
  place: number,
): void {
  useEffect(() => {
    const isInUse =
      tree.current?.matches(":hover") === true ||
      tree.current?.contains(document.activeElement) === true;
    // The window draws at once what is shown, which it cannot do inside an effect.
    if (place !== -1 && !isInUse) queueMicrotask(() => show(place, "nearest"));
  }, [tree, show, place]);
}

/** Tells whether an entry is the section in which one is. */
function isWithin(entry: OutlineEntry, here: OutlineEntry | null): boolean {
  return (
    here !== null &&
    entry.isSection &&
    entry.index <= here.index &&
    here.index < entry.end
  );
}
