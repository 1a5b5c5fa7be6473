import * as Y from "yjs";
import type { ReadUpdate, Struct } from "./read-update";

/** The pieces that an item of an update can lean on: those of the text, and those that come with it. */
export type Pieces = {
  readonly doc: Y.Doc;
  readonly update: ReadUpdate;
  /** Tells whether a piece is of the update and not wholly in the text. */
  isNew(struct: Struct): boolean;
};

/** Puts a text and an update for it side by side. */
export function createPieces(doc: Y.Doc, update: ReadUpdate): Pieces {
  const added = new Set<Struct>();
  for (const [client, structs] of update.structs) {
    const state = Y.getState(doc.store, client);
    for (const struct of structs)
      if (struct.id.clock + struct.length > state) added.add(struct);
  }
  return { doc, update, isNew: (struct) => added.has(struct) };
}

/** The piece that holds a unit: of the text where it is there, else of the update; null when it is nowhere. */
export function findStruct(
  { doc, update }: Pieces,
  { client, clock }: Pick<Y.ID, "client" | "clock">,
): Struct | null {
  const isHeld = clock < Y.getState(doc.store, client);
  const structs = isHeld
    ? (doc.store.clients.get(client) ?? [])
    : (update.structs.get(client) ?? []);
  return structs[indexOf(structs, clock)] ?? null;
}

/** The place of the piece that holds a clock, in pieces in the order of their clocks; -1 when none does. */
export function indexOf(structs: readonly Struct[], clock: number): number {
  let left = 0;
  let right = structs.length - 1;
  while (left <= right) {
    const middle = (left + right) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return -1;
    if (clock < struct.id.clock) right = middle - 1;
    else if (clock >= struct.id.clock + struct.length) left = middle + 1;
    else return middle;
  }
  return -1;
}
