import { useState, type KeyboardEvent, type RefObject } from "react";
import type { OutlineEntry } from "./outline-entries";

type OutlineKeysOptions = {
  readonly tree: RefObject<HTMLElement | null>;
  readonly entries: readonly OutlineEntry[];
  readonly closed: ReadonlySet<string>;
  /** Draws a line that is out of view. */
  readonly show: (place: number, where: "nearest") => void;
  readonly hereId: string | null;
  readonly onJump: (entry: OutlineEntry) => void;
  readonly onSetOpen: (entry: OutlineEntry, isOpen: boolean) => void;
};

/** Arrow keys in the outline, as trees have them: up, down, fold, unfold, first, last. */
export function useOutlineKeys(options: OutlineKeysOptions) {
  const { tree, entries, closed, show, hereId, onSetOpen } = options;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const isThere = (id: string | null) =>
    entries.some((entry) => entry.id === id);
  const activeId =
    [chosenId, hereId].find((id) => isThere(id)) ?? entries[0]?.id ?? null;

  const go = (entry: OutlineEntry | undefined) => {
    if (entry === undefined) return;
    setChosenId(entry.id);
    show(entries.indexOf(entry), "nearest");
    tree.current
      ?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entry.id)}"]`)
      ?.focus();
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = entries.findIndex((entry) => entry.id === activeId);
    const entry = entries[at];
    if (entry === undefined) return;
    const isOpen = entry.hasChildren && !closed.has(entry.id);
    const parent = entries
      .slice(0, at)
      .findLast((above) => above.depth < entry.depth);
    const actions: Record<string, () => void> = {
      ArrowDown: () => go(entries[at + 1]),
      ArrowUp: () => go(entries[at - 1]),
      Home: () => go(entries[0]),
      End: () => go(entries.at(-1)),
      ArrowRight: () => {
        if (isOpen) go(entries[at + 1]);
        else if (entry.hasChildren) onSetOpen(entry, true);
      },
      ArrowLeft: () => {
        if (isOpen) onSetOpen(entry, false);
        else go(parent);
      },
    };
    const act = actions[event.code];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return { activeId, handleKeyDown };
}
