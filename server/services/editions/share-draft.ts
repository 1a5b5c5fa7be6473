import type { Actor } from "@/core/access/can";
import type { RevokeDraftInput, ShareDraftInput } from "@/core/editions/views";
import { AppError } from "@/core/errors";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction } from "@/server/db/client";
import {
  findDraftLinkSeenBy,
  insertDraftLink,
  revokeDraftLink,
} from "@/server/db/draft-links";
import { env } from "@/server/env";
import { newId } from "@/server/ids";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import { hashSecret, newSecret } from "@/server/secrets";
import { findDocumentFor } from "@/server/services/documents/find-document";

const DAY = 86_400_000;

/** Makes a secret link to a document as it is, for readers without an account. The link is told once: only its hash is kept. */
export async function shareDraft(
  actor: Actor,
  { documentId, label, days }: ShareDraftInput,
): Promise<{ readonly link: string; readonly expiresAt: string }> {
  const document = await findDocumentFor(actor, documentId);
  authorize("edition.share", document);
  await countAttempt(LIMITS.shareDraft, actor.accountId);
  const token = newSecret();
  const expiresAt = new Date(Date.now() + days * DAY);
  const { accountId } = actor;
  await transaction(async (db) => {
    const id = newId();
    await insertDraftLink(
      {
        id,
        documentId: document.id,
        label,
        tokenHash: hashSecret(token),
        createdById: accountId,
        expiresAt,
      },
      db,
    );
    await insertActivity(
      {
        id: newId(),
        projectId: document.projectId,
        accountId,
        action: "edition.share",
        subjectId: id,
        data: { title: document.title },
      },
      db,
    );
  });
  return {
    link: `${env().NEXTAUTH_URL}/d/${token}`,
    expiresAt: expiresAt.toISOString(),
  };
}

/** Makes a secret link stop working. */
export async function revokeDraft(
  actor: Actor,
  { linkId }: RevokeDraftInput,
): Promise<void> {
  await transaction(async (db) => {
    const link = await findDraftLinkSeenBy(linkId, actor.accountId, db);
    if (link === null) throw new AppError("not_found", "not_found");
    authorize("edition.share", link);
    // Revoked by somebody else a moment ago: as wanted.
    if (!(await revokeDraftLink(link.id, new Date(), db))) return;
    await insertActivity(
      {
        id: newId(),
        projectId: link.projectId,
        accountId: actor.accountId,
        action: "edition.revoke",
        subjectId: link.id,
        data: null,
      },
      db,
    );
  });
}
