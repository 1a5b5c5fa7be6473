import { WebSocket } from "ws";
import type {
  KeptChange,
  KeptChanges,
} from "@/components/workbench/live/kept-changes";
import {
  createLiveSession,
  type LiveSession,
} from "@/components/workbench/live/live-session";
import { env } from "@/server/env";

/** What a browser keeps, without a browser. It outlives its windows, as IndexedDB does. */
export function createDevice(): KeptChanges & { size(): number } {
  const rows = new Map<number, KeptChange & { readonly textId: string }>();
  let last = 0;
  const add = (textId: string, update: Uint8Array) => {
    last += 1;
    rows.set(last, { key: last, textId, update });
    return last;
  };
  return {
    keep: async (textId, update) => add(textId, update),
    async replace(textId, keys, update) {
      for (const key of keys) rows.delete(key);
      return add(textId, update);
    },
    list: async () => new Set([...rows.values()].map(({ textId }) => textId)),
    read: async (wanted) =>
      [...rows.values()].filter(({ textId }) => textId === wanted),
    async forget(keys) {
      for (const key of keys) rows.delete(key);
    },
    close: () => undefined,
    size: () => rows.size,
  };
}

/** A window of the workbench: the client that ships, on a network that a test can cut. */
export type LiveWindow = {
  readonly session: LiveSession;
  /** Cuts the network; `restore` brings it back. */
  cut(): void;
  restore(): void;
};

/** Opens a document's window for an account. */
export function openWindow(given: {
  readonly url: string;
  readonly cookie: string;
  readonly documentId: string;
  readonly accountId: string;
  readonly device: KeptChanges;
}): LiveWindow {
  const open = new Set<WebSocket>();
  let isCut = false;
  class CuttableSocket extends WebSocket {
    constructor(address: string) {
      // A port where nobody listens is what a cut network looks like.
      super(isCut ? "ws://127.0.0.1:9" : address, {
        headers: { origin: env().NEXTAUTH_URL, cookie: given.cookie },
      });
      this.on("error", () => undefined);
      open.add(this);
      this.on("close", () => open.delete(this));
    }
  }
  const session = createLiveSession({
    url: given.url,
    documentId: given.documentId,
    accountId: given.accountId,
    openKept: () => given.device,
    onAnnouncement: () => undefined,
    WebSocketPolyfill: CuttableSocket,
  });
  return {
    session,
    cut() {
      isCut = true;
      for (const socket of open) socket.terminate();
    },
    restore() {
      isCut = false;
    },
  };
}
