import type {
  HocuspocusProvider,
  HocuspocusProviderWebsocket,
} from "@hocuspocus/provider";
import { Doc } from "yjs";
import { z } from "zod";
import type { ServerMessage } from "@/core/live/messages";
import type { LostAccess, Peer } from "./live";
import { openProvider } from "./open-provider";

const Presence = z.object({
  user: z.object({
    accountId: z.string(),
    name: z.string(),
    initials: z.string(),
    color: z.string().regex(/^#[0-9a-f]{6}$/i),
  }),
  rowId: z.string().nullish(),
});

/** A document's channel: who is here and where, and what the server announces. */
export type Channel = {
  readonly provider: HocuspocusProvider;
  setPlace(rowId: string | null): void;
  destroy(): void;
};

/** Joins a document's channel. */
export function joinChannel(given: {
  readonly socket: HocuspocusProviderWebsocket;
  readonly documentId: string;
  readonly accountId: string;
  readonly onPeers: (peers: readonly Peer[]) => void;
  readonly onMessage: (message: ServerMessage) => void;
  /** Called when the document may not be read any more, and with null when it may again. */
  readonly onAccess: (lost: LostAccess | null) => void;
}): Channel {
  const doc = new Doc();
  const { provider } = openProvider({
    socket: given.socket,
    name: `document:${given.documentId}`,
    doc,
    onSynced: () => given.onAccess(null),
    onLost: () => undefined,
    onRefused: given.onAccess,
    onMessage: given.onMessage,
  });
  provider.setAwarenessField("rowId", null);
  provider.on("awarenessChange", () => {
    const states =
      provider.awareness?.getStates() ?? new Map<number, unknown>();
    given.onPeers(readPeers([...states.values()], given.accountId));
  });
  provider.attach();
  return {
    provider,
    setPlace: (rowId) => provider.setAwarenessField("rowId", rowId),
    destroy() {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** The others, one entry per account: with several windows, the one that is in a row counts. */
export function readPeers(
  states: readonly unknown[],
  ownAccountId: string,
): readonly Peer[] {
  const peers = new Map<string, Peer>();
  for (const state of states) {
    const presence = Presence.safeParse(state);
    if (!presence.success) continue;
    const { user, rowId } = presence.data;
    if (user.accountId === ownAccountId) continue;
    const known = peers.get(user.accountId);
    if (known === undefined || known.rowId === null)
      peers.set(user.accountId, { ...user, rowId: rowId ?? null });
  }
  return [...peers.values()].sort((one, other) =>
    one.accountId < other.accountId ? -1 : 1,
  );
}
