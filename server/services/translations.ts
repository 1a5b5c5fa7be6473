import type { Actor } from "@/core/access/can";
import type { SetStatusInput } from "@/core/documents/inputs";
import type { TranslationStatus } from "@/core/documents/views";
import { AppError } from "@/core/errors";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction } from "@/server/db/client";
import {
  findTranslationSeenBy,
  updateStatus,
  type TranslationSeen,
} from "@/server/db/translations";
import { newId } from "@/server/ids";
import { liveServer } from "@/server/live";

/** Gives a translation the status that its translator or reviewer decided; what was typed just before counts. */
export async function setStatus(
  actor: Actor,
  input: SetStatusInput,
): Promise<{ readonly status: TranslationStatus }> {
  const known = await findTranslation(actor, input.translationId);
  authorizeChange(known, input.status);
  await liveServer()?.flush([known.textId]);
  // Read again: the flush may have stored an edit, which takes an approval back by itself.
  const seen = await findTranslation(actor, input.translationId);
  authorizeChange(seen, input.status);
  if (seen.plainText.trim() === "")
    throw new AppError("invalid", "translation_empty");
  if (seen.status === input.status) return { status: seen.status };
  await changeStatus(actor, seen, input.status);
  liveServer()?.announce(seen.documentId, {
    type: "translation",
    id: seen.id,
    textId: seen.textId,
    status: input.status,
    target: null,
  });
  return { status: input.status };
}

async function findTranslation(
  actor: Actor,
  id: string,
): Promise<TranslationSeen> {
  const translation = await findTranslationSeenBy(id, actor.accountId);
  if (translation === null) throw new AppError("not_found", "not_found");
  return translation;
}

// Approval is given and, by menu, taken away by those who may approve; editing takes it away by itself.
function authorizeChange(seen: TranslationSeen, next: TranslationStatus): void {
  const concernsApproval = next === "approved" || seen.status === "approved";
  authorize(
    concernsApproval ? "translation.approve" : "translation.edit",
    seen,
  );
}

async function changeStatus(
  actor: Actor,
  seen: TranslationSeen,
  status: TranslationStatus,
): Promise<void> {
  await transaction(async (db) => {
    const change = {
      id: seen.id,
      seen: seen.status,
      status,
      accountId: actor.accountId,
      now: new Date(),
    };
    const wasUnchanged = await updateStatus(change, db);
    if (!wasUnchanged) throw new AppError("conflict", "translation_changed");
    await insertActivity(
      {
        id: newId(),
        projectId: seen.projectId,
        accountId: actor.accountId,
        action: "translation.status",
        subjectId: seen.id,
        data: { from: seen.status, to: status },
      },
      db,
    );
  });
}
