import type { OutlineEntry } from "./outline-entries";

/** The entries that are not folded away below a closed one. */
export function visibleEntries(
  entries: readonly OutlineEntry[],
  closed: ReadonlySet<string>,
): readonly OutlineEntry[] {
  let hiddenUntil = 0;
  return entries.filter((entry) => {
    if (entry.index < hiddenUntil) return false;
    if (closed.has(entry.id)) hiddenUntil = entry.end;
    return true;
  });
}
