import { mergeUpdates } from "yjs";
import { EDITOR_SCHEMA_VERSION } from "@/core/live/messages";
import { plainText, type RichText } from "@/core/text/rich-text";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import {
  appendUpdates,
  hasEditActivity,
  type Appended,
} from "@/server/db/live-texts";
import { newId } from "@/server/ids";
import { TIMES } from "./limits";

/** A change of a live text and the account that made it; null for the server itself. */
export type AuthoredUpdate = {
  readonly update: Uint8Array;
  readonly accountId: string | null;
};

/**
 * Stores a batch of changes in one transaction: the updates, what is derived from the text after them, the
 * translation's status, and the log of activities. Returns null when the text does not exist any more.
 */
export function storeUpdates(given: {
  readonly textId: string;
  readonly batch: readonly AuthoredUpdate[];
  readonly richText: RichText;
}): Promise<Appended | null> {
  const { textId, batch, richText } = given;
  const now = new Date();
  const accountId = batch.at(-1)?.accountId ?? null;
  return transaction(async (db) => {
    const appended = await appendUpdates(
      {
        textId,
        updates: mergeByAccount(batch),
        richText,
        plainText: plainText(richText),
        accountId,
        schemaVersion: EDITOR_SCHEMA_VERSION,
        now,
      },
      db,
    );
    if (appended !== null) await logActivities(appended, batch, now, db);
    return appended;
  });
}

/** One update for each run of changes by the same account: typing comes in many small ones. */
function mergeByAccount(
  batch: readonly AuthoredUpdate[],
): readonly AuthoredUpdate[] {
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
  { projectId, changed, translation }: Appended,
  batch: readonly AuthoredUpdate[],
  now: Date,
  db: Db,
): Promise<void> {
  if (translation === null || !changed) return;
  const entry = { projectId, subjectId: translation.id };
  const since = new Date(now.getTime() - TIMES.activity);
  for (const accountId of new Set(batch.map((update) => update.accountId))) {
    const isKnown = await hasEditActivity(
      translation.id,
      projectId,
      accountId,
      since,
      db,
    );
    const action = "translation.edit";
    if (!isKnown)
      await insertActivity(
        { ...entry, id: newId(), accountId, action, data: null },
        db,
      );
  }
  const { statusBefore, status } = translation;
  // Approval belongs to a text: that an edit took it back is worth an entry of its own.
  if (statusBefore !== "approved" || status === "approved") return;
  await insertActivity(
    {
      ...entry,
      id: newId(),
      accountId: batch.at(-1)?.accountId ?? null,
      action: "translation.status",
      data: { from: statusBefore, to: status, byEditing: true },
    },
    db,
  );
}
