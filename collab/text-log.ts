import * as Y from "yjs";
import { richTextFromDoc } from "@/editor/convert";
import { transaction } from "@/server/db/client";
import {
  deriveText,
  type DerivedText,
  type TextKind,
} from "@/server/db/derived-text";
import { foldLiveText } from "@/server/db/fold-live-text";
import type { Appended } from "@/server/db/live-texts";
import { FOLD_AFTER_UPDATES, TIMES } from "./limits";
import { storeUpdates, type AuthoredUpdate } from "./store-updates";
import { createStoredRows, type StoredRows } from "./stored-rows";
import { createSnapshots } from "./snapshots";
import type { Writers } from "./writers";

/** How an attempt to store ended; `gone` when the text does not exist any more. */
export type Stored = "stored" | "unavailable" | "gone";

/** The way of one open live text into the database. */
export type TextLog = {
  readonly textId: string;
  readonly doc: Y.Doc;
  readonly writers: Writers;
  /** State and log together, in bytes; at least what they will be after folding. */
  size(): number;
  /** Takes a change that was just made to the document. */
  record(change: AuthoredUpdate): void;
  /** True when all that was recorded is committed. */
  isSettled(): boolean;
  /** Answers when the rows hold all that the document holds now, or why they do not. */
  saved(): Promise<Stored>;
  /** Resolves when all that was recorded is committed, however long the database is away. */
  settled(): Promise<void>;
  /** Folds the log into the state. A failure only leaves the log longer. */
  fold(): Promise<void>;
  /** Gives the document up: nothing more of it is recorded, and what is not committed is left to those who wrote it. */
  abandon(): void;
  /** Has the document given up, with everything around it: it is not what the rows hold. */
  giveUp(): void;
};

type Given = {
  readonly textId: string;
  readonly kind: TextKind;
  readonly doc: Y.Doc;
  readonly size: number;
  /** Updates that are in the log already. */
  readonly logged: number;
  readonly onStored: (appended: Appended, derived: DerivedText) => void;
  readonly onGone: () => void;
  /** Called when the document holds what the rows do not, and nothing is on its way there. */
  readonly onLost: () => void;
  readonly rows: StoredRows;
  readonly writers: Writers;
};

type Waiter = { readonly upTo: number; readonly answer: (s: Stored) => void };

/** Opens the log of a live text whose document holds what the database holds. */
export function openTextLog(given: Given): TextLog {
  const { textId, doc, rows, writers } = given;
  const snapshots = createSnapshots(doc);
  let pending: readonly AuthoredUpdate[] = [];
  let recorded = 0;
  let committed = 0;
  let failures = 0;
  let size = given.size;
  let logged = given.logged;
  let isGone = false;
  let isAbandoned = false;
  let running = 0;
  let isRunning = false;
  let timer: NodeJS.Timeout | null = null;
  let waiters: readonly Waiter[] = [];
  let folding = Promise.resolve();

  const isSettled = () => isGone || committed === recorded;

  const answer = (result: Stored, upTo: number) => {
    const ready = waiters.filter((waiter) => waiter.upTo <= upTo);
    waiters = waiters.filter((waiter) => waiter.upTo > upTo);
    for (const waiter of ready) waiter.answer(result);
  };

  const schedule = (delay: number) => {
    if (timer === null && !isRunning)
      timer = setTimeout(() => void run(), delay);
  };

  const run = async () => {
    timer = null;
    isRunning = true;
    // One moment: what the document holds now is the stored text and these updates, nothing else.
    const batch = pending;
    const upTo = recorded;
    running = upTo;
    pending = [];
    try {
      const derived = deriveText(richTextFromDoc(doc), given.kind);
      const unstored = writers.unstored();
      const appended = await storeUpdates({
        textId,
        batch,
        derived,
        writers: unstored,
      });
      for (const { update } of batch) rows.add(update);
      writers.markStored(unstored);
      failures = 0;
      logged += 1;
      committed = upTo;
      if (appended === null) leave();
      else answer("stored", upTo);
      if (appended !== null) given.onStored(appended, derived);
    } catch (error) {
      if (failures === 0)
        console.error(`Live text ${textId} waits for the database.`, error);
      failures += 1;
      // Appending twice what was committed after all does no harm: Yjs takes each change once.
      if (isAbandoned) committed = recorded;
      else pending = [...batch, ...pending];
      answer("unavailable", recorded);
    }
    isRunning = false;
    if (pending.length > 0) schedule(retryDelay(failures));
    else if (logged > FOLD_AFTER_UPDATES) void log.fold();
  };

  const leave = () => {
    isGone = true;
    pending = [];
    answer("gone", Infinity);
    given.onGone();
  };

  /** The outcome of the next attempt that covers all that was recorded so far. */
  const wait = (): Promise<Stored> => {
    if (isGone) return Promise.resolve("gone");
    if (isSettled()) return Promise.resolve("stored");
    return new Promise((answer) => {
      waiters = [...waiters, { upTo: recorded, answer }];
    });
  };

  /** Somebody waits: the next retry is now. */
  const hurry = () => {
    if (failures === 0 || timer === null) return;
    clearTimeout(timer);
    timer = null;
    schedule(0);
  };

  const log: TextLog = {
    textId,
    doc,
    writers,
    size: () => size,
    isSettled,
    record(change) {
      if (isGone || isAbandoned) return;
      pending = [...pending, change];
      recorded += 1;
      size += change.update.byteLength;
      schedule(TIMES.batch);
    },
    async saved() {
      if (isAbandoned) return "unavailable";
      const wanted = snapshots.take();
      hurry();
      let patience: NodeJS.Timeout | undefined;
      const tooLong = new Promise<Stored>((resolve) => {
        patience = setTimeout(() => resolve("unavailable"), TIMES.patience);
      });
      const result = await Promise.race([wait(), tooLong]);
      clearTimeout(patience);
      if (result !== "stored" || isGone || rows.hold(wanted)) return result;
      if (!isAbandoned) given.onLost();
      return "unavailable";
    },
    async settled() {
      while (!isSettled()) await wait();
    },
    fold() {
      folding = folding.then(async () => {
        if (logged === 0 || isGone) return;
        const before = logged;
        logged = 0;
        const wanted = isSettled() && !isAbandoned ? snapshots.take() : null;
        const folded = createStoredRows();
        try {
          await transaction((db) =>
            foldLiveText(
              textId,
              (state, updates) => {
                const merged = merge(state, updates);
                folded.add(merged.state);
                size = merged.state.byteLength;
                return merged;
              },
              db,
            ),
          );
          for (const { update } of pending) size += update.byteLength;
          // Somebody else may have changed the rows: what they held was promised.
          if (wanted !== null && !isAbandoned && !folded.hold(wanted))
            given.onLost();
        } catch (error) {
          logged += before;
          console.error(
            `Live text ${textId} could not be folded; its log stays.`,
            error,
          );
        }
      });
      return folding;
    },
    giveUp: given.onLost,
    abandon() {
      isAbandoned = true;
      pending = [];
      recorded = isRunning ? running : committed;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      answer("unavailable", Infinity);
    },
  };
  return log;
}

function retryDelay(failures: number): number {
  if (failures === 0) return TIMES.batch;
  return Math.min(TIMES.firstRetry * 2 ** (failures - 1), TIMES.lastRetry);
}

/** One state of a state and the updates after it, with what is derived from it. */
function merge(state: Uint8Array | null, updates: readonly Uint8Array[]) {
  const doc = new Y.Doc();
  for (const update of state === null ? updates : [state, ...updates])
    Y.applyUpdate(doc, update);
  const richText = richTextFromDoc(doc);
  const folded = new Uint8Array(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return { state: folded, richText };
}
