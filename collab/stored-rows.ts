import * as Y from "yjs";

/** What the rows of a text hold, by what was read from them and committed to them: whole stretches of each client, and deletions. */
export type StoredRows = {
  /** Takes the bytes of a row. */
  add(update: Uint8Array): void;
  /** Tells whether the rows hold all that a snapshot names. */
  hold(wanted: Y.Snapshot): boolean;
};

type DeleteSet = ReturnType<typeof Y.createDeleteSet>;

/** No row is known yet. */
export function createStoredRows(): StoredRows {
  const states = new Map<number, number>();
  let deleted: DeleteSet = Y.createDeleteSet();

  return {
    add(update) {
      const { structs, ds } = Y.decodeUpdate(update);
      const gone = Y.createDeleteSet();
      for (const struct of structs) {
        if (struct instanceof Y.Skip) continue;
        const { client, clock } = struct.id;
        if (isGone(struct)) push(gone, client, { clock, len: struct.length });
        const state = states.get(client) ?? 0;
        // Behind a gap it cannot be read from the rows, whatever they hold of it.
        if (clock <= state)
          states.set(client, Math.max(state, clock + struct.length));
      }
      if (gone.clients.size + ds.clients.size > 0)
        deleted = Y.mergeDeleteSets([deleted, gone, ds]);
    },
    hold({ sv, ds }) {
      for (const [client, clock] of sv)
        if ((states.get(client) ?? 0) < clock) return false;
      for (const [client, ranges] of ds.clients)
        if (!isCovered(ranges, deleted.clients.get(client) ?? [])) return false;
      return true;
    },
  };
}

type Range = { readonly clock: number; readonly len: number };

function isGone(struct: Y.Item | Y.GC): boolean {
  return struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted;
}

function push(set: DeleteSet, client: number, range: Range): void {
  const ranges = set.clients.get(client) ?? [];
  ranges.push(range);
  set.clients.set(client, ranges);
}

/** Tells whether each range lies in one of the others; both sorted, neighbours joined. */
function isCovered(wanted: readonly Range[], held: readonly Range[]): boolean {
  let at = 0;
  return wanted.every(({ clock, len }) => {
    let range = held[at];
    while (range !== undefined && range.clock + range.len < clock + len) {
      at += 1;
      range = held[at];
    }
    return range !== undefined && range.clock <= clock;
  });
}
