import type { SignUpInput } from "@/core/accounts/inputs";
import type { SignUpDoor } from "@/core/accounts/views";
import { AppError } from "@/core/errors";
import { hasAccounts, insertAccount, lockSignUps } from "@/server/db/accounts";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import {
  findOpenInvitation,
  type InvitationOfferRow,
} from "@/server/db/invitations";
import { env, isLoopback } from "@/server/env";
import { newId } from "@/server/ids";
import { checkNewPassword, hashPassword } from "@/server/passwords";
import { countAttempt, forgiveAttempt, LIMITS } from "@/server/rate-limit";
import { hashSecret, isSameSecret } from "@/server/secrets";
import { redeemInvitation } from "@/server/services/invitations";
import { claimSamples } from "@/server/services/samples";
import { setupToken } from "@/server/setup";

/** Where a new account starts: the sample for the first one, the project it was invited to, else nowhere in particular. */
export type Landing = {
  readonly projectId: string;
  readonly documentId: string | null;
} | null;

/** Where others can reach the instance, the first account needs the secret from the link that the server printed. */
function maySetUp(given: string | null): boolean {
  if (isLoopback()) return true;
  const token = setupToken();
  return token !== null && given !== null && isSameSecret(given, token);
}

async function findInvitation(
  token: string | null,
  db?: Db,
): Promise<InvitationOfferRow | null> {
  return token === null
    ? null
    : findOpenInvitation(hashSecret(token), new Date(), db);
}

/** Tells a visitor whether they may sign up, given the secrets of the link they followed. */
export async function findSignUpDoor(
  invitationToken: string | null,
  setup: string | null,
): Promise<SignUpDoor> {
  const plain = { needsSetupToken: false, invitation: null };
  if (!(await hasAccounts()))
    return { ...plain, kind: "first", needsSetupToken: !maySetUp(setup) };
  const policy = env().SIGN_UP;
  if (policy === "closed") return { ...plain, kind: "closed" };
  const found = await findInvitation(invitationToken);
  if (found === null)
    return { ...plain, kind: policy === "invite" ? "invite_only" : "open" };
  const { email, projectName, invitedBy } = found;
  return {
    ...plain,
    kind: "invited",
    invitation: { email, projectName, invitedBy },
  };
}

type Entrance = {
  readonly isFirst: boolean;
  readonly invitation: InvitationOfferRow | null;
};

/** Decides whether a sign-up may go on; throws where it may not. */
async function enter(input: SignUpInput, db?: Db): Promise<Entrance> {
  if (!(await hasAccounts(db))) {
    if (!maySetUp(input.setup))
      throw new AppError("forbidden", "setup_link_needed");
    return { isFirst: true, invitation: null };
  }
  const policy = env().SIGN_UP;
  if (policy === "closed") throw new AppError("forbidden", "sign_up_closed");
  const invitation = await findInvitation(input.invitation, db);
  if (invitation === null && input.invitation !== null)
    throw new AppError("not_found", "invitation_gone");
  if (invitation === null && policy === "invite")
    throw new AppError("forbidden", "sign_up_by_invitation");
  if (invitation !== null && invitation.email !== input.email) {
    throw new AppError("invalid", "input_invalid", {
      fields: { email: "invitation_other_email" },
    });
  }
  return { isFirst: false, invitation };
}

/**
 * Makes an account. The first one owns the instance and gets the sample project; however many sign up at once, one is first.
 * `address` is the network address that attempts are counted for.
 */
export async function signUp(
  input: SignUpInput,
  address: string,
): Promise<Landing> {
  await checkNewPassword(input.password, input);
  await countAttempt(LIMITS.signUpAddress, address);
  // Counted before it is known, so that a full count refuses everyone alike and tells nothing more.
  await countAttempt(LIMITS.signUpTaken, address);
  await enter(input);
  const passwordHash = await hashPassword(input.password);
  const landing = await transaction<Landing | "taken">(async (db) => {
    await lockSignUps(db);
    const entrance = await enter(input, db);
    const { email, name, locale } = input;
    const instanceRole = entrance.isFirst ? "owner" : "member";
    const account = await insertAccount(
      { id: newId(), email, name, passwordHash, instanceRole, locale },
      db,
    );
    if (account === null) return "taken";
    const { id } = account;
    await insertActivity(
      {
        id: newId(),
        projectId: null,
        accountId: id,
        action: "account.create",
        subjectId: id,
        data: null,
      },
      db,
    );
    const { isFirst, invitation } = entrance;
    if (isFirst) return claimSamples(id, db);
    if (invitation === null) return null;
    await redeemInvitation(invitation, id, db);
    return { projectId: invitation.projectId, documentId: null };
  });
  if (landing === "taken") throw new AppError("conflict", "email_taken");
  await forgiveAttempt(LIMITS.signUpTaken, address);
  return landing;
}
