import type { Actor } from "@/core/access/can";
import type { AcceptInvitationInput } from "@/core/accounts/inputs";
import type { InvitationOffer } from "@/core/accounts/views";
import { AppError } from "@/core/errors";
import { findAccount } from "@/server/db/accounts";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import {
  acceptInvitation as markAccepted,
  findOpenInvitation,
  type InvitationOfferRow,
} from "@/server/db/invitations";
import { insertMembership } from "@/server/db/memberships";
import { newId } from "@/server/ids";
import { hashSecret } from "@/server/secrets";

/** What the holder of an invitation link may know of it; null when the link is unknown, used, taken back or expired. */
export async function findInvitation(
  token: string,
): Promise<InvitationOffer | null> {
  const row = await findOpenInvitation(hashSecret(token), new Date());
  if (row === null) return null;
  const { email, projectName, invitedBy } = row;
  return { email, projectName, invitedBy };
}

/** Uses an invitation up for an account: makes it a member in the role that was offered. Throws when it was used meanwhile. */
export async function redeemInvitation(
  invitation: InvitationOfferRow,
  accountId: string,
  db: Db,
): Promise<void> {
  const { id, projectId, role } = invitation;
  if (!(await markAccepted(id, new Date(), db)))
    throw new AppError("not_found", "invitation_gone");
  await insertMembership({ projectId, accountId, role }, db);
  await insertActivity(
    {
      id: newId(),
      projectId,
      accountId,
      action: "members.join",
      subjectId: accountId,
      data: { role },
    },
    db,
  );
}

/** Makes the actor a member by an invitation link to their own address; returns the project. */
export async function acceptInvitation(
  actor: Actor,
  input: AcceptInvitationInput,
): Promise<{ readonly projectId: string }> {
  return transaction(async (db) => {
    const invitation = await findOpenInvitation(
      hashSecret(input.token),
      new Date(),
      db,
    );
    if (invitation === null) throw new AppError("not_found", "invitation_gone");
    const account = await findAccount(actor.accountId, db);
    if (account?.email !== invitation.email)
      throw new AppError("forbidden", "invitation_other_account");
    await redeemInvitation(invitation, actor.accountId, db);
    return { projectId: invitation.projectId };
  });
}
