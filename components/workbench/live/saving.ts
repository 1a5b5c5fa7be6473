import type { HeldText } from "./held-text";
import type { Saving, UnsavedReason } from "./live";

type Summary = {
  readonly saving: Saving;
  readonly unsavedReason: UnsavedReason | null;
};

type Known = Pick<HeldText, "isSettled" | "reason" | "hasFailedToKeep">;

/** What the header says: never better than the worst of the texts. */
export function summarize(given: {
  readonly isConnected: boolean;
  readonly wasConnected: boolean;
  /** False while something of an earlier window may wait on this device. */
  readonly isCaughtUp: boolean;
  readonly texts: readonly Known[];
}): Summary {
  const open = given.texts.filter((held) => !held.isSettled());
  if (!given.isConnected) return summarizeOffline(given.wasConnected, open);
  const reasons = open.flatMap((held) => held.reason() ?? []);
  const [unsavedReason = null] = reasons;
  if (unsavedReason !== null) return { saving: "unsaved", unsavedReason };
  const isSaved = open.length === 0 && given.isCaughtUp;
  return { saving: isSaved ? "saved" : "saving", unsavedReason: null };
}

function summarizeOffline(
  wasConnected: boolean,
  open: readonly Known[],
): Summary {
  if (open.some((held) => held.hasFailedToKeep()))
    return { saving: "unsaved", unsavedReason: "not_kept" };
  const isFirst = !wasConnected && open.length === 0;
  return { saving: isFirst ? "connecting" : "offline", unsavedReason: null };
}
