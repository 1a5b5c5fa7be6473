import type { SignUpInput } from "@/core/accounts/inputs";
import type { SignUpDoor } from "@/core/accounts/views";
import { AppError } from "@/core/errors";
import {
  findAccount,
  hasAccounts,
  insertAccount,
  lockSignUps,
} from "@/server/db/accounts";
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
import { readDevice, sealDevice } from "@/server/session-token";
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

/** Where a sign-up comes from: the network address, and the sealed mark of the browser, if it has one. */
export type SignUpOrigin = {
  readonly address: string;
  readonly device: string | null;
};

async function isKnown(sealed: string | null): Promise<boolean> {
  const device = await readDevice(sealed);
  if (device === null) return false;
  const account = await findAccount(device.accountId);
  return account?.sessionEpoch === device.epoch;
}

/**
 * What attempts are counted for: strangers at a network address together. Apart from them, so that they shut out nobody else
 * there, the holders of a link by its secret, and the browsers that are known here.
 */
async function subjectOf(
  { invitation, setup }: SignUpInput,
  { address, device }: SignUpOrigin,
): Promise<string> {
  if (invitation !== null && (await findInvitation(invitation)) !== null)
    return `link ${hashSecret(invitation)}`;
  const token = setupToken();
  if (setup !== null && token !== null && isSameSecret(setup, token))
    return `link ${hashSecret(setup)}`;
  return (await isKnown(device)) ? `known ${address}` : address;
}

/**
 * Makes an account. The first one owns the instance and gets the sample project; however many sign up at once, one is first.
 * Returns where it starts, and the sealed mark by which this browser is known to it.
 */
export async function signUp(
  input: SignUpInput,
  from: SignUpOrigin,
): Promise<{ readonly landing: Landing; readonly device: string }> {
  await checkNewPassword(input.password, input);
  const subject = await subjectOf(input, from);
  await countAttempt(LIMITS.signUpAddress, subject);
  // Counted before it is known, so that a full count refuses everyone alike and tells nothing more.
  await countAttempt(LIMITS.signUpTaken, subject);
  await enter(input);
  const passwordHash = await hashPassword(input.password);
  const id = newId();
  const landing = await transaction<Landing | "taken">(async (db) => {
    await lockSignUps(db);
    const entrance = await enter(input, db);
    const { email, name, locale } = input;
    const instanceRole = entrance.isFirst ? "owner" : "member";
    const account = await insertAccount(
      { id, email, name, passwordHash, instanceRole, locale },
      db,
    );
    if (account === null) return "taken";
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
  await forgiveAttempt(LIMITS.signUpTaken, subject);
  const device = await sealDevice({ id: newId(), accountId: id, epoch: 0 });
  return { landing, device };
}
