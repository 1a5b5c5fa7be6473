import type { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { Doc, applyUpdate, mergeUpdates } from "yjs";
import type { ServerMessage } from "@/core/live/messages";
import type { KeptChanges } from "./kept-changes";
import type { LostAccess, UnsavedReason } from "./live";
import { openProvider } from "./open-provider";

/** Origin of changes that were kept on this device by an earlier window. */
const FROM_DEVICE = "duizhao.kept";
/** An answer takes as long as one commit; without one after this time the connection is taken for dead. */
const ANSWER_MS = 12_000;
const RETRY_MS = 2_000;
const RESYNC_MS = 500;
/** So many kept changes of one text become one. */
const COMPACT_AFTER = 100;

type Kept = {
  readonly key: number;
  readonly n: number;
  readonly update: Uint8Array;
};

/** A live text in this window: its document, its connection, and what of it is not saved yet. */
export type HeldText = ReturnType<typeof holdText>;

type Given = {
  readonly textId: string;
  readonly socket: HocuspocusProviderWebsocket;
  readonly kept: KeptChanges;
  /** Whether an earlier window left changes of this text; known once the device has been asked. */
  readonly hasKept: Promise<boolean>;
  readonly onState: () => void;
};

/** Opens a live text: first with what is kept on this device, then with the server. */
export function holdText({ textId, socket, kept, hasKept, onState }: Given) {
  const doc = new Doc();
  let changed = 0;
  let acknowledged = 0;
  let asked: number | null = null;
  let isSynced = false;
  let isDestroyed = false;
  let refusal: UnsavedReason | null = null;
  let lostAccess: LostAccess | null = null;
  let keeping = 0;
  let keepFailed = false;
  let rows: readonly Kept[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let resyncing: ReturnType<typeof setTimeout> | null = null;
  let isReady = false;
  let resolveReady = () => undefined as void;
  const ready = new Promise<void>((resolve) => {
    resolveReady = resolve;
  });

  const isSettled = () => changed === acknowledged;

  const wait = (delay: number, run: () => void) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(run, delay);
  };

  /** Asks whether all is saved: one question at a time, each for all that was changed before it. */
  const ask = () => {
    if (!isSynced || isSettled() || asked !== null || isDestroyed) return;
    asked = changed;
    provider.sendStateless(JSON.stringify({ type: "flush", n: asked }));
    wait(ANSWER_MS, () =>
      // A connection that is cut without a word would wait for minutes.
      socket.onClose({
        event: { code: 4408, reason: "no answer" },
      }),
    );
  };

  /** After such a refusal the server takes the whole text or nothing. It is not asked with every key. */
  const resync = () => {
    resyncing ??= setTimeout(() => {
      resyncing = null;
      if (isSynced && !isDestroyed) provider.forceSync();
    }, RESYNC_MS);
  };

  const lost = () => {
    isSynced = false;
    asked = null;
    if (timer !== null) clearTimeout(timer);
    onState();
  };

  const forget = () => {
    const done = rows.filter(({ n }) => n <= acknowledged);
    if (done.length === 0) return;
    rows = rows.filter(({ n }) => n > acknowledged);
    // What stays by a failure is sent once more some day, which changes nothing.
    kept.forget(done.map(({ key }) => key)).catch(() => undefined);
  };

  const keep = (update: Uint8Array, n: number) => {
    keeping += 1;
    kept
      .keep(textId, update)
      .then(
        (key) => {
          rows = [...rows, { key, n, update }];
          forget();
          compact();
        },
        () => {
          keepFailed = true;
        },
      )
      .finally(() => {
        keeping -= 1;
        onState();
      });
  };

  const compact = () => {
    if (rows.length < COMPACT_AFTER) return;
    const old = rows;
    rows = [];
    const update = mergeUpdates(old.map((row) => row.update));
    const n = Math.max(...old.map((row) => row.n));
    const keys = old.map(({ key }) => key);
    kept.replace(textId, keys, update).then(
      (key) => {
        rows = [...rows, { key, n, update }];
        forget();
      },
      () => {
        rows = [...old, ...rows];
      },
    );
  };

  const handleMessage = (message: ServerMessage) => {
    if (message.type !== "saved" && message.type !== "unsaved") return;
    if (message.n !== asked) return;
    asked = null;
    if (timer !== null) clearTimeout(timer);
    if (message.type === "saved") {
      refusal = null;
      acknowledged = Math.max(acknowledged, message.n);
      forget();
      ask();
    } else {
      refusal = message.reason;
      if (refusal === "unavailable") wait(RETRY_MS, ask);
    }
    onState();
  };

  const { provider, pause, resume } = openProvider({
    socket,
    name: `text:${textId}`,
    doc,
    onSynced() {
      isSynced = true;
      lostAccess = null;
      if (refusal !== "unavailable") refusal = null;
      isReady = true;
      resolveReady();
      ask();
      onState();
    },
    onLost: lost,
    onRefused(lost) {
      lostAccess = lost;
      onState();
    },
    onMessage: handleMessage,
  });

  // After the provider's own listener: a change is on its way before it is asked about.
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin === provider || origin === FROM_DEVICE) return;
    changed += 1;
    keep(update, changed);
    if (refusal === "too_large" || refusal === "not_accepted") resync();
    if (refusal !== "unavailable") ask();
    onState();
  });

  const opened = hasKept
    .then((isKept) => (isKept ? kept.read(textId) : []))
    .catch(() => [])
    .then((changes) => {
      if (isDestroyed) return;
      for (const { update } of changes) applyUpdate(doc, update, FROM_DEVICE);
      if (changes.length > 0) {
        changed += 1;
        rows = [
          ...changes.map((change) => ({ ...change, n: changed })),
          ...rows,
        ];
      }
      provider.attach();
      onState();
    });

  return {
    textId,
    doc,
    provider,
    pause,
    resume,
    opened,
    ready,
    isReady: () => isReady,
    isReadOnly: () =>
      lostAccess !== null || provider.authorizedScope === "readonly",
    isSettled,
    /** True when a change is neither on this device nor acknowledged. */
    isAtRisk: () => !isSettled() && (keeping > 0 || keepFailed),
    lostAccess: () => lostAccess,
    /** Why changes are not saved, where they could be asked about. */
    reason: (): UnsavedReason | null => {
      if (isSettled()) return null;
      if (lostAccess !== null) return lostAccess;
      return refusal;
    },
    hasFailedToKeep: () => keepFailed,
    destroy() {
      isDestroyed = true;
      if (timer !== null) clearTimeout(timer);
      if (resyncing !== null) clearTimeout(resyncing);
      provider.destroy();
      doc.destroy();
    },
  };
}
