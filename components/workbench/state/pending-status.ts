import type { TranslationStatus } from "@/core/documents/views";

/** Statuses that were given here and not yet answered: announcements of the time before must not undo them. */
export type PendingStatus = {
  readonly begin: (id: string, status: TranslationStatus) => void;
  readonly end: (id: string) => void;
  /** The status to show for what an announcement says. */
  readonly over: (
    id: string,
    announced: TranslationStatus,
  ) => TranslationStatus;
};

/** Makes the list of statuses on their way. */
export function createPendingStatus(): PendingStatus {
  const pending = new Map<string, TranslationStatus>();
  return {
    begin: (id, status) => void pending.set(id, status),
    end: (id) => void pending.delete(id),
    over: (id, announced) => pending.get(id) ?? announced,
  };
}
