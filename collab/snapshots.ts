import * as Y from "yjs";

/** What a document holds, taken as often as one likes: it is made anew only after a transaction. */
export type Snapshots = { take(): Y.Snapshot };

/** Takes snapshots of a document. That a transaction begins is heard also where its end throws. */
export function createSnapshots(doc: Y.Doc): Snapshots {
  let taken: Y.Snapshot | null = null;
  doc.on("beforeTransaction", () => {
    taken = null;
  });
  return {
    take() {
      // Within a transaction it would be old at once.
      if (doc._transaction !== null) return Y.snapshot(doc);
      taken ??= Y.snapshot(doc);
      return taken;
    },
  };
}
