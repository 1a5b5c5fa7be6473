import { mergeUpdates } from "yjs";
import { EDITOR_SCHEMA_VERSION } from "@/core/live/messages";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import type { DerivedText } from "@/server/db/derived-text";
import {
  appendUpdates,
  hasEditActivity,
  type Appended,
} from "@/server/db/live-texts";
import { keepTextRevision } from "@/server/db/text-revisions";
import { newId } from "@/server/ids";
import { TIMES } from "./limits";
import type { Writer } from "./writers";

/** A change of a live text and the account that made it; null for the server itself. */
export type AuthoredUpdate = {
  readonly update: Uint8Array;
  readonly accountId: string | null;
  /** True where the text was put in as a whole, not written: a kept state that is taken back, for one. */
  readonly isWhole: boolean;
};

/**
 * Stores a batch of changes in one transaction: the updates, what is derived from the text after them, the status of the
 * translation or note, a note's revision, and the log of activities. Returns null when the text does not exist any more.
 */
export function storeUpdates(given: {
  readonly textId: string;
  readonly batch: readonly AuthoredUpdate[];
  readonly derived: DerivedText;
  /** Those who wrote in the text for the first time. */
  readonly writers: readonly Writer[];
}): Promise<Appended | null> {
  const { textId, batch, derived, writers } = given;
  const now = new Date();
  const accountId = batch.at(-1)?.accountId ?? null;
  return transaction(async (db) => {
    const appended = await appendUpdates(
      {
        textId,
        updates: mergeByAccount(batch),
        writers,
        derived,
        accountId,
        schemaVersion: EDITOR_SCHEMA_VERSION,
        now,
      },
      db,
    );
    if (appended?.changed !== true) return appended;
    await logActivities(appended, batch, now, db);
    const isWhole = batch.some((update) => update.isWhole);
    const { richText, plainText } = derived;
    if (appended.note !== null)
      await keepTextRevision(
        { id: newId(), textId, richText, plainText, accountId, isWhole, now },
        db,
      );
    return appended;
  });
}

/** One update for each run of changes by the same account: typing comes in many small ones. */
function mergeByAccount(
  batch: readonly AuthoredUpdate[],
): readonly Omit<AuthoredUpdate, "isWhole">[] {
  const runs: { accountId: string | null; updates: Uint8Array[] }[] = [];
  for (const { update, accountId } of batch) {
    const last = runs.at(-1);
    if (last !== undefined && last.accountId === accountId)
      last.updates.push(update);
    else runs.push({ accountId, updates: [update] });
  }
  return runs.map(({ accountId, updates }) => ({
    accountId,
    update: mergeUpdates(updates),
  }));
}

async function logActivities(
  { projectId, translation, note, document }: Appended,
  batch: readonly AuthoredUpdate[],
  now: Date,
  db: Db,
): Promise<void> {
  const subject = translation ?? note;
  const subjectId = subject?.id ?? document?.id;
  if (subjectId === undefined) return;
  const kind = note === null ? "translation" : "note";
  const noun = document?.kind ?? kind;
  const entry = { projectId, subjectId };
  const action = `${noun}.edit` as const;
  const since = new Date(now.getTime() - TIMES.activity);
  for (const accountId of new Set(batch.map((update) => update.accountId))) {
    const edit = { ...entry, action, accountId };
    if (!(await hasEditActivity(edit, since, db)))
      await insertActivity({ ...edit, id: newId(), data: null }, db);
  }
  if (subject === null) return;
  const { statusBefore, status } = subject;
  // Approval and review belong to a text: that an edit took one back is worth an entry of its own.
  const isSettled = statusBefore === "approved" || statusBefore === "reviewed";
  if (!isSettled || status === statusBefore) return;
  await insertActivity(
    {
      ...entry,
      id: newId(),
      accountId: batch.at(-1)?.accountId ?? null,
      action: `${noun}.status`,
      data: { from: statusBefore, to: status, byEditing: true },
    },
    db,
  );
}
