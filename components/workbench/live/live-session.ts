import {
  HocuspocusProviderWebsocket,
  WebSocketStatus,
} from "@hocuspocus/provider";
import type { ServerMessage } from "@/core/live/messages";
import { joinChannel, type Channel } from "./channel";
import { createHolder, type Holder } from "./holder";
import type { KeptChanges } from "./kept-changes";
import type { LostAccess, OpenText, Peer, Saving, UnsavedReason } from "./live";
import { summarize } from "./saving";

/** The server closes the sockets of a session that has ended with this code. */
const SESSION_ENDED = 4401;
/** How long a window that is left goes on sending what is not saved. */
const DRAIN_MS = 20_000;

export type LiveState = {
  readonly saving: Saving;
  readonly unsavedReason: UnsavedReason | null;
  readonly lostAccess: LostAccess | null;
  readonly peers: readonly Peer[];
};

/** The live connection of one document in one window. */
export type LiveSession = {
  readonly get: () => LiveState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly openText: (textId: string) => OpenText;
  readonly flush: (textId: string) => Promise<void>;
  readonly setPlace: (rowId: string | null) => void;
  /** True while something is neither on this device nor with the server. */
  readonly isAtRisk: () => boolean;
  /** Connects where that has not happened yet. */
  readonly start: () => void;
  /** Leaves the document; what is not saved yet is still sent. */
  readonly stop: () => void;
};

export type SessionOptions = {
  readonly url: string;
  /** Null for texts outside of a document: nobody is told where one is, and nothing is announced. */
  readonly documentId: string | null;
  readonly accountId: string;
  readonly openKept: () => KeptChanges;
  readonly onAnnouncement: (message: ServerMessage) => void;
  /** For where there is no browser. */
  readonly WebSocketPolyfill?: unknown;
};

/** What exists only while the session is connected or connecting. */
type Running = {
  readonly socket: HocuspocusProviderWebsocket;
  readonly kept: KeptChanges;
  readonly holder: Holder;
  readonly channel: Channel | null;
};

const CONNECTING: LiveState = {
  saving: "connecting",
  unsavedReason: null,
  lostAccess: null,
  peers: [],
};

/** Makes a session; it connects when it is started or a text is opened. */
export function createLiveSession(options: SessionOptions): LiveSession {
  const listeners = new Set<() => void>();
  let state = CONNECTING;
  let peers: readonly Peer[] = [];
  let wasConnected = false;
  let ofDocument: LostAccess | null = null;
  let running: Running | null = null;

  const refresh = () => {
    if (running === null) return;
    const { socket, holder } = running;
    const isConnected = socket.status === WebSocketStatus.Connected;
    wasConnected ||= isConnected;
    const summary = summarize({
      isConnected,
      wasConnected,
      isCaughtUp: holder.isCaughtUp(),
      texts: holder.all(),
    });
    const lostAccess =
      ofDocument ??
      holder.all().flatMap((held) => held.lostAccess() ?? [])[0] ??
      null;
    const isSame =
      lostAccess === state.lostAccess &&
      summary.saving === state.saving &&
      summary.unsavedReason === state.unsavedReason &&
      peers === state.peers;
    if (isSame) return;
    state = { ...summary, lostAccess, peers };
    for (const listener of listeners) listener();
  };

  const start = (): Running => {
    if (running !== null) return running;
    const kept = options.openKept();
    const socket = new HocuspocusProviderWebsocket({
      url: options.url,
      // The first retry soon: a restarted server is back in a second or two.
      delay: 500,
      minDelay: 250,
      maxDelay: 4_000,
      ...(options.WebSocketPolyfill === undefined
        ? {}
        : { WebSocketPolyfill: options.WebSocketPolyfill }),
    });
    const holder = createHolder({ socket, kept, onState: refresh });
    const { documentId } = options;
    const channel =
      documentId === null
        ? null
        : joinChannel({
            socket,
            documentId,
            accountId: options.accountId,
            onPeers(next) {
              peers = next;
              refresh();
            },
            onMessage: options.onAnnouncement,
            onAccess(lost) {
              ofDocument = lost;
              refresh();
            },
          });
    running = { socket, kept, holder, channel };
    socket.on("status", refresh);
    socket.on("close", ({ event }: { event: { code?: number } }) => {
      // The door lets nobody in without a session, and a browser is not told why.
      if (event.code === SESSION_ENDED) ofDocument = "signed_out";
      refresh();
    });
    return running;
  };

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openText: (textId) => start().holder.open(textId),
    async flush(textId) {
      await running?.holder.flush(textId);
    },
    setPlace: (rowId) => start().channel?.setPlace(rowId),
    isAtRisk: () =>
      running?.holder.all().some((held) => held.isAtRisk()) ?? false,
    start: () => void start(),
    stop() {
      const ended = running;
      running = null;
      wasConnected = false;
      peers = [];
      ofDocument = null;
      state = CONNECTING;
      ended?.channel?.destroy();
      if (ended !== null) void drain(ended);
    },
  };
}

async function drain({ socket, kept, holder }: Running): Promise<void> {
  await holder.drained(DRAIN_MS);
  holder.destroy();
  socket.destroy();
  kept.close();
}
