import type { Peer } from "@/components/workbench/live/live";
import type { ValueStore } from "./value-store";

/** The others who have the document open, also by the row they are in. */
export type Peers = {
  readonly all: readonly Peer[];
  readonly byRow: ReadonlyMap<string, readonly Peer[]>;
};

export type PeersStore = ValueStore<Peers>;

export const NO_PEERS: readonly Peer[] = [];

/** Sorts people by the row they are in. */
export function groupPeers(all: readonly Peer[]): Peers {
  const byRow = new Map<string, readonly Peer[]>();
  for (const peer of all) {
    if (peer.rowId === null) continue;
    byRow.set(peer.rowId, [...(byRow.get(peer.rowId) ?? []), peer]);
  }
  return { all, byRow };
}
