import type {
  RowSummary,
  RowView,
  TranslationStatus,
} from "@/core/documents/views";
import { headingOf } from "./heading-of";
import type { RichText } from "@/core/text/rich-text";

type Listener = () => void;

/** What an announcement or an action says has changed of a translation. */
export type RowChange = {
  readonly status: TranslationStatus;
  /** Null when only the status changed. */
  readonly target: RichText | null;
};

/**
 * The rows of one document outside React. A change tells the row it concerns and whoever follows the summaries, so
 * that one row renders again and no other.
 */
export type RowStore = {
  readonly ids: () => readonly string[];
  readonly indexOf: (id: string) => number;
  readonly idAt: (index: number) => string | null;
  /** False until the summaries of all rows are here; up to then there are those of the first window. */
  readonly isComplete: () => boolean;
  /** All summaries in order; a new array whenever one of them changed. */
  readonly summaries: () => readonly RowSummary[];
  readonly summary: (id: string) => RowSummary | null;
  /** The row with its texts, or null while they are not here. */
  readonly row: (id: string) => RowView | null;
  readonly change: (id: string, change: RowChange) => void;
  readonly receive: (rows: readonly RowView[]) => void;
  /** Lets go of texts far from where one reads; the summaries stay. */
  readonly release: (ids: readonly string[]) => void;
  /** Takes what the server says of all rows: after the first window, and anew after a time without connection. */
  readonly renew: (
    summaries: readonly RowSummary[],
    rows: readonly RowView[],
  ) => void;
  readonly subscribeRow: (id: string, listener: Listener) => () => void;
  readonly subscribeSummaries: (listener: Listener) => () => void;
};

/** Makes the store of a document's rows from its first window; `count` is how many rows it has in all. */
export function createRowStore(
  firstRows: readonly RowView[],
  count: number,
): RowStore {
  let summaries: readonly RowSummary[] = firstRows;
  let isComplete = firstRows.length >= count;
  let ids = summaries.map((summary) => summary.id);
  let indexes = new Map(ids.map((id, index) => [id, index]));
  const texts = new Map(firstRows.map((row) => [row.id, row]));
  const rowListeners = new Map<string, Set<Listener>>();
  const summaryListeners = new Set<Listener>();

  const tellRow = (id: string) => {
    for (const listener of [...(rowListeners.get(id) ?? [])]) listener();
  };
  const tellSummaries = () => {
    for (const listener of [...summaryListeners]) listener();
  };
  const put = (row: RowView) => {
    const known = texts.get(row.id);
    if (known !== undefined && isSame(known, row)) return;
    texts.set(row.id, row);
    tellRow(row.id);
  };

  return {
    ids: () => ids,
    indexOf: (id) => indexes.get(id) ?? -1,
    idAt: (index) => ids[index] ?? null,
    isComplete: () => isComplete,
    summaries: () => summaries,
    summary: (id) => summaries[indexes.get(id) ?? -1] ?? null,
    row: (id) => texts.get(id) ?? null,

    change(id, { status, target }) {
      const index = indexes.get(id);
      const summary = index === undefined ? undefined : summaries[index];
      if (index === undefined || summary === undefined) return;
      const headingEnglish =
        target === null ? summary.headingEnglish : headingOf(summary, target);
      if (
        summary.status !== status ||
        summary.headingEnglish !== headingEnglish
      ) {
        summaries = summaries.with(index, {
          ...summary,
          status,
          headingEnglish,
        });
        tellSummaries();
      }
      const row = texts.get(id);
      if (row !== undefined)
        put({ ...row, status, headingEnglish, target: target ?? row.target });
    },

    receive(rows) {
      for (const row of rows) if (indexes.has(row.id)) put(row);
    },

    release(released) {
      for (const id of released) {
        // A row on the screen keeps its text.
        if (!rowListeners.has(id)) texts.delete(id);
      }
    },

    renew(nextSummaries, rows) {
      summaries = nextSummaries;
      isComplete = true;
      const nextIds = summaries.map((summary) => summary.id);
      if (nextIds.join() !== ids.join()) {
        ids = nextIds;
        indexes = new Map(ids.map((id, index) => [id, index]));
      }
      for (const row of rows) put(row);
      tellSummaries();
    },

    subscribeRow(id, listener) {
      const listeners = rowListeners.get(id) ?? new Set();
      rowListeners.set(id, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && rowListeners.get(id) === listeners)
          rowListeners.delete(id);
      };
    },

    subscribeSummaries(listener) {
      summaryListeners.add(listener);
      return () => summaryListeners.delete(listener);
    },
  };
}

function isSame(left: RowView, right: RowView): boolean {
  return (
    left.status === right.status &&
    left.stale === right.stale &&
    (left.target === right.target ||
      JSON.stringify(left.target) === JSON.stringify(right.target))
  );
}
