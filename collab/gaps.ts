import type { Doc } from "yjs";

/**
 * Drops what Yjs keeps aside because something before it is missing. It is in no row, and what is kept aside could not be
 * looked at again when it is applied after all; whoever sent it still has it. Returns whether there was any.
 */
export function dropGaps({ store }: Doc): boolean {
  const hasGap = store.pendingStructs !== null || store.pendingDs !== null;
  store.pendingStructs = null;
  store.pendingDs = null;
  return hasGap;
}
