import {
  WebSocketStatus,
  type HocuspocusProviderWebsocket,
} from "@hocuspocus/provider";
import { holdText, type HeldText } from "./held-text";
import type { KeptChanges } from "./kept-changes";
import type { OpenText } from "./live";

/** A text that is left stays open for a while: one often comes back. */
const LINGER_MS = 30_000;
/** So many texts linger at most, the last ones left. */
const LINGERING = 20;
/** Texts of earlier windows are sent so many at a time. */
const RESENT_AT_ONCE = 6;

/** The live texts that this window holds open. */
export type Holder = {
  open(textId: string): OpenText;
  /** Resolves when all that was changed here is saved; fails when that cannot be now. */
  flush(textId: string): Promise<void>;
  all(): readonly HeldText[];
  /** True once all that earlier windows left on this device is sent, or refused. */
  isCaughtUp(): boolean;
  /** Resolves when everything is saved, or time is over. */
  drained(patience: number): Promise<void>;
  destroy(): void;
};

type Entry = {
  readonly held: HeldText;
  users: number;
  timer: ReturnType<typeof setTimeout> | null;
};

type Given = {
  readonly socket: HocuspocusProviderWebsocket;
  readonly kept: KeptChanges;
  readonly onState: () => void;
};

/** Holds texts open for those who use them, and for as long as something in them is not saved. */
export function createHolder({ socket, kept, onState }: Given): Holder {
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const keptIds = kept.list().catch(() => new Set<string>());
  let isDestroyed = false;
  let isCaughtUp = false;

  const changed = () => {
    onState();
    for (const listener of listeners) listener();
  };

  const hold = (textId: string): Entry => {
    const known = entries.get(textId);
    if (known !== undefined) return known;
    const hasKept = keptIds.then((ids) => ids.has(textId));
    const held = holdText({ textId, socket, kept, hasKept, onState: changed });
    const entry = { held, users: 0, timer: null };
    entries.set(textId, entry);
    return entry;
  };

  const close = (entry: Entry) => {
    if (entry.timer !== null) clearTimeout(entry.timer);
    entry.timer = null;
    if (entry.users > 0 || isDestroyed) return;
    // Cut off, it is the only copy of what the row shows; unsaved, the only one there is.
    const isNeeded =
      !entry.held.isSettled() || socket.status !== WebSocketStatus.Connected;
    if (isNeeded) {
      entry.timer = setTimeout(() => close(entry), LINGER_MS);
      return;
    }
    entries.delete(entry.held.textId);
    entry.held.destroy();
    changed();
  };

  const linger = (entry: Entry) => {
    entry.timer = setTimeout(() => close(entry), LINGER_MS);
    // Insertion order is the order of leaving.
    entries.delete(entry.held.textId);
    entries.set(entry.held.textId, entry);
    const left = [...entries.values()].filter(({ users }) => users === 0);
    for (const old of left.slice(0, Math.max(0, left.length - LINGERING)))
      close(old);
  };

  const use = (textId: string): OpenText => {
    const entry = hold(textId);
    entry.users += 1;
    if (entry.timer !== null) clearTimeout(entry.timer);
    entry.timer = null;
    const { held } = entry;
    let isReleased = false;
    return {
      textId,
      doc: held.doc,
      provider: held.provider,
      pause: held.pause,
      resume: held.resume,
      ready: held.ready,
      isReady: held.isReady,
      isReadOnly: held.isReadOnly,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      release() {
        if (isReleased) return;
        isReleased = true;
        entry.users -= 1;
        if (entry.users === 0 && !isDestroyed) linger(entry);
      },
    };
  };

  /** Resolves when `isDone` answers true, asked whenever something changed. */
  const until = (isDone: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => {
        try {
          if (!isDone()) return;
          resolve();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        listeners.delete(look);
      };
      listeners.add(look);
      look();
    });

  const resend = async (ids: readonly string[]) => {
    for (let at = 0; at < ids.length; at += RESENT_AT_ONCE) {
      if (isDestroyed) return;
      const some = ids.slice(at, at + RESENT_AT_ONCE).map(use);
      await Promise.all(
        some.map(async ({ textId, release }) => {
          const held = entries.get(textId)?.held;
          await held?.opened;
          await until(
            () =>
              isDestroyed ||
              held === undefined ||
              held.isSettled() ||
              (held.reason() !== null && held.reason() !== "unavailable"),
          );
          release();
        }),
      );
    }
  };
  void keptIds
    .then((ids) => resend([...ids]))
    .then(() => {
      isCaughtUp = true;
      changed();
    });

  return {
    open: use,
    async flush(textId) {
      const held = entries.get(textId)?.held;
      if (held === undefined) return;
      await until(() => {
        if (held.isSettled()) return true;
        const isCut = socket.status !== WebSocketStatus.Connected;
        if (isCut || held.reason() !== null)
          throw new Error("The text cannot be saved now.");
        return false;
      });
    },
    all: () => [...entries.values()].map(({ held }) => held),
    isCaughtUp: () => isCaughtUp,
    async drained(patience) {
      const isDone = () =>
        [...entries.values()].every(({ held }) => held.isSettled());
      const late = new Promise<void>((resolve) =>
        setTimeout(resolve, patience),
      );
      await Promise.race([until(isDone), late]);
    },
    destroy() {
      isDestroyed = true;
      for (const { held, timer } of entries.values()) {
        if (timer !== null) clearTimeout(timer);
        held.destroy();
      }
      entries.clear();
      changed();
    },
  };
}
