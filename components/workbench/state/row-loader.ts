import type { RowView } from "@/core/documents/views";
import type { RowStore } from "./row-store";
import { createValueStore, type ValueStore } from "./value-store";

/** Rows that are asked for at once: about 100 kB of text. */
export const CHUNK = 100;

/** Chunks kept around the view; what lies farther away is let go of and fetched again when it is needed. */
const KEPT_CHUNKS = 4;

export type LoadState = {
  /** Set while texts near the view could not be fetched. */
  readonly failed: boolean;
};

/** Fetches the texts of rows that did not come with the document. */
export type RowLoader = {
  readonly state: ValueStore<LoadState>;
  /** Sees to it that rows from `from` to `to` and their neighbours are here, and lets go of distant ones. */
  readonly follow: (from: number, to: number) => void;
  /** All rows from the first to the last, chunk by chunk, without keeping them; throws where the network fails. */
  readonly readAll: (signal: AbortSignal) => AsyncGenerator<readonly RowView[]>;
  readonly retry: () => void;
  /** Fetches what is here or on its way anew, after a time without connection. */
  readonly renew: () => void;
};

/** Fetches rows `from` to `to`, half-open and counted from 0. */
export type FetchRows = (
  from: number,
  to: number,
  signal: AbortSignal,
) => Promise<readonly RowView[]>;

/** Fetches rows from the document's own address. */
export function fetchRowsOf(projectId: string, documentId: string): FetchRows {
  return async (from, to, signal) => {
    const address = `/projects/${projectId}/documents/${documentId}/rows?from=${from}&to=${to}`;
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`rows ${response.status}`);
    return (await response.json()) as readonly RowView[];
  };
}

/** Makes the loader of a document's rows. */
export function createRowLoader(
  rows: RowStore,
  fetchRows: FetchRows,
): RowLoader {
  const state = createValueStore<LoadState>({ failed: false });
  const loading = new Map<number, AbortController>();
  let view = { from: 0, to: 0 };

  const chunkCount = () => Math.ceil(rows.ids().length / CHUNK);
  const idsOf = (chunk: number) =>
    rows.ids().slice(chunk * CHUNK, (chunk + 1) * CHUNK);
  const isHere = (chunk: number) =>
    idsOf(chunk).every((id) => rows.row(id) !== null);
  const isNear = (chunk: number, reach: number) =>
    chunk >= Math.floor(view.from / CHUNK) - reach &&
    chunk <= Math.floor(view.to / CHUNK) + reach;

  const load = async (chunk: number): Promise<void> => {
    if (loading.has(chunk)) return;
    const controller = new AbortController();
    loading.set(chunk, controller);
    try {
      const from = chunk * CHUNK;
      rows.receive(await fetchRows(from, from + CHUNK, controller.signal));
      if (loading.size === 1) state.set({ failed: false });
    } catch {
      if (!controller.signal.aborted) state.set({ failed: true });
    } finally {
      if (loading.get(chunk) === controller) loading.delete(chunk);
    }
  };

  let followed = "";
  const follow = (from: number, to: number, again = false) => {
    view = { from, to };
    // The rows below the first screen are known a moment later than those on it.
    const chunks = `${Math.floor(from / CHUNK)}-${Math.floor(to / CHUNK)} of ${rows.ids().length}`;
    if (chunks === followed && !again) return;
    followed = chunks;
    for (const [chunk, controller] of loading) {
      if (!isNear(chunk, 1)) controller.abort();
    }
    const all = Array.from({ length: chunkCount() }, (_, chunk) => chunk);
    const wanted = all.filter((chunk) => isNear(chunk, 1) && !isHere(chunk));
    // What is in view comes first.
    wanted.sort((a, b) => Number(isNear(b, 0)) - Number(isNear(a, 0)));
    for (const chunk of wanted) void load(chunk);
    for (const chunk of all) {
      if (!isNear(chunk, KEPT_CHUNKS)) rows.release(idsOf(chunk));
    }
  };

  return {
    state,
    follow: (from, to) => follow(from, to),
    async *readAll(signal) {
      for (let chunk = 0; chunk < chunkCount(); chunk++) {
        const here = idsOf(chunk).flatMap((id) => rows.row(id) ?? []);
        const from = chunk * CHUNK;
        yield here.length === idsOf(chunk).length
          ? here
          : await fetchRows(from, from + CHUNK, signal);
      }
    },
    retry() {
      state.set({ failed: false });
      follow(view.from, view.to, true);
    },
    renew() {
      for (let chunk = 0; chunk < chunkCount(); chunk++) {
        const isOnItsWay = loading.has(chunk);
        if (!isNear(chunk, KEPT_CHUNKS) || !(isOnItsWay || isHere(chunk)))
          continue;
        // What was asked for before the connection was there may be of before the last announcement.
        loading.get(chunk)?.abort();
        loading.delete(chunk);
        void load(chunk);
      }
    },
  };
}
