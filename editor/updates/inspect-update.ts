import * as Y from "yjs";
import { createPieces } from "./pieces";
import { createPlaces } from "./places";
import { readUpdate } from "./read-update";
import { estimateWork } from "./work";

/** What an update would bring into a text. */
export type Inspection = {
  /** Clients of whom it has units that the text does not hold yet. */
  readonly writers: ReadonlySet<number>;
  /** What applying it costs, in steps of some 10 ns. */
  readonly work: number;
};

/** Beyond so much one update would hold up everybody: 0.1 s. Half a day of one person's writing in one text is a hundredth. */
export const MAX_UPDATE_WORK = 10_000_000;

/**
 * Looks at an update before it is applied to a text. Throws for bytes that are none. Returns null for one that must not be
 * applied: that no editor of this schema can have written (other contents, in other places, deeper in each other), or that would cost too much.
 * Whatever passes is applied without an exception, and can be encoded again.
 */
export function inspectUpdate(
  doc: Y.Doc,
  bytes: Uint8Array,
): Inspection | null {
  const update = readUpdate(bytes);
  if (update === null) return null;
  const pieces = createPieces(doc, update);
  const places = createPlaces(pieces);
  const writers = new Set<number>();
  for (const [client, structs] of update.structs)
    for (const struct of structs) {
      if (!pieces.isNew(struct)) continue;
      if (!(struct instanceof Y.Skip)) writers.add(client);
      if (struct instanceof Y.Item && !places.isFitting(struct)) return null;
    }
  const work = estimateWork(pieces, MAX_UPDATE_WORK);
  return work <= MAX_UPDATE_WORK ? { writers, work } : null;
}
