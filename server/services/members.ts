import { can, type Actor, type Role } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type {
  AddMemberInput,
  ChangeRoleInput,
  RemoveMemberInput,
  RevokeInvitationInput,
} from "@/core/projects/inputs";
import type {
  AddMemberView,
  InvitationView,
  MembersView,
  MemberView,
} from "@/core/projects/views";
import { authorize } from "@/server/authorize";
import { findAccountByEmail } from "@/server/db/accounts";
import { insertActivity, type ActivityData } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import * as invitations from "@/server/db/invitations";
import * as memberships from "@/server/db/memberships";
import { lockProject } from "@/server/db/projects";
import { env } from "@/server/env";
import { newId } from "@/server/ids";
import { liveServer } from "@/server/live";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import { hashSecret, newSecret } from "@/server/secrets";
import { findProjectFor, type ActorProject } from "./access";

/** How long an invitation link works, in milliseconds. */
const INVITATION_MS = 14 * 24 * 60 * 60 * 1000;

function viewMember(
  actor: Actor,
  project: ActorProject,
  row: memberships.MemberRow,
  owners: number,
): MemberView {
  const isYou = row.accountId === actor.accountId;
  const isOwner = can("members.edit", project);
  const isLastOwner = row.role === "owner" && owners === 1;
  return {
    accountId: row.accountId,
    name: row.name,
    email: isOwner || isYou ? row.email : null,
    role: row.role,
    isYou,
    can: {
      changeRole: isOwner && !isLastOwner,
      remove: (isOwner || isYou) && !isLastOwner,
    },
  };
}

function viewInvitation(
  { id, email, role, expiresAt }: invitations.InvitationRow,
  now: Date,
): InvitationView {
  return {
    id,
    email,
    role,
    expiresAt: expiresAt.toISOString(),
    isExpired: expiresAt <= now,
  };
}

/** The members of a project; owners see e-mail addresses and open invitations too. */
export async function listMembers(
  actor: Actor,
  projectId: string,
): Promise<MembersView> {
  const project = await findProjectFor(actor, projectId);
  authorize("members.read", project);
  const edit = can("members.edit", project);
  const rows = await memberships.listMembers(projectId);
  const owners = rows.filter(({ role }) => role === "owner").length;
  const now = new Date();
  return {
    projectId,
    projectName: project.name,
    members: rows.map((row) => viewMember(actor, project, row, owners)),
    invitations: edit
      ? (await invitations.listInvitations(projectId)).map((row) =>
          viewInvitation(row, now),
        )
      : [],
    can: { edit, invite: edit && env().SIGN_UP !== "closed" },
  };
}

/** Runs a change of a project's members alone, after checking that the actor may make it now. */
async function change<T>(
  actor: Actor,
  projectId: string,
  may: (project: ActorProject) => void,
  work: (project: ActorProject, db: Db) => Promise<T>,
): Promise<T> {
  // Asked before the lock, so that nobody waits for those who may not, and again under it.
  may(await findProjectFor(actor, projectId));
  return transaction(async (db) => {
    // Locked first: two owners who demote each other at the same time must not both succeed.
    await lockProject(projectId, db);
    const project = await findProjectFor(actor, projectId, db);
    may(project);
    return work(project, db);
  });
}

const mayEdit = (project: ActorProject) => authorize("members.edit", project);

async function note(
  actor: Actor,
  projectId: string,
  action: string,
  subjectId: string,
  data: ActivityData,
  db: Db,
) {
  await insertActivity(
    {
      id: newId(),
      projectId,
      accountId: actor.accountId,
      action,
      subjectId,
      data,
    },
    db,
  );
}

async function refuseLastOwner(
  projectId: string,
  role: Role,
  db: Db,
): Promise<void> {
  if (
    role === "owner" &&
    (await memberships.countOwners(projectId, db)) === 1
  ) {
    throw new AppError("conflict", "last_owner");
  }
}

async function invite(
  actor: Actor,
  input: AddMemberInput,
  db: Db,
): Promise<AddMemberView> {
  if (env().SIGN_UP === "closed")
    throw new AppError("invalid", "input_invalid", {
      fields: { email: "no_account_closed" },
    });
  const { projectId, email, role } = input;
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + INVITATION_MS);
  const id = newId();
  const row = {
    id,
    projectId,
    email,
    role,
    expiresAt,
    tokenHash: hashSecret(secret),
    createdById: actor.accountId,
  };
  await invitations.replaceInvitation(row, db);
  await note(actor, projectId, "members.invite", id, { role }, db);
  return {
    kind: "invited",
    email,
    link: `${env().NEXTAUTH_URL}/invitations/${secret}`,
    expiresAt: expiresAt.toISOString(),
  };
}

/** Adds the account with an e-mail address to a project; where there is none, makes an invitation whose link is shown this once. */
export async function addMember(
  actor: Actor,
  input: AddMemberInput,
): Promise<AddMemberView> {
  mayEdit(await findProjectFor(actor, input.projectId));
  await countAttempt(LIMITS.addMember, actor.accountId);
  return change(actor, input.projectId, mayEdit, async (_project, db) => {
    const account = await findAccountByEmail(input.email, db);
    if (account === null) return invite(actor, input, db);
    const { projectId, role, email } = input;
    if (
      !(await memberships.insertMembership(
        { projectId, accountId: account.id, role },
        db,
      ))
    ) {
      throw new AppError("conflict", "already_member");
    }
    await invitations.deleteInvitationsTo(projectId, email, db);
    await note(
      actor,
      projectId,
      "members.add",
      account.id,
      { name: account.name, role },
      db,
    );
    return { kind: "added", name: account.name };
  });
}

async function findMember(
  projectId: string,
  accountId: string,
  db: Db,
): Promise<memberships.MemberRow> {
  const member = await memberships.findMember(projectId, accountId, db);
  if (member === null) throw new AppError("not_found", "not_found");
  return member;
}

/** Gives a member another role. The last owner stays one. */
export async function changeRole(
  actor: Actor,
  input: ChangeRoleInput,
): Promise<void> {
  const { projectId, accountId, role } = input;
  await change(actor, projectId, mayEdit, async (_project, db) => {
    const member = await findMember(projectId, accountId, db);
    if (member.role === role) return;
    await refuseLastOwner(projectId, member.role, db);
    await memberships.updateRole(projectId, accountId, role, db);
    await note(
      actor,
      projectId,
      "members.role",
      accountId,
      { name: member.name, role },
      db,
    );
  });
  // What is open was opened under the old role; it comes back under the new one by itself.
  liveServer()?.disconnect(accountId, projectId);
}

/** Removes a member; owners remove anyone, everyone may leave. The last owner stays. */
export async function removeMember(
  actor: Actor,
  input: RemoveMemberInput,
): Promise<void> {
  const { projectId, accountId } = input;
  const isLeaving = accountId === actor.accountId;
  const may = (project: ActorProject) =>
    authorize(isLeaving ? "members.read" : "members.edit", project);
  await change(actor, projectId, may, async (_project, db) => {
    const member = await findMember(projectId, accountId, db);
    await refuseLastOwner(projectId, member.role, db);
    await memberships.deleteMembership(projectId, accountId, db);
    await note(
      actor,
      projectId,
      isLeaving ? "members.leave" : "members.remove",
      accountId,
      { name: member.name },
      db,
    );
  });
  liveServer()?.disconnect(accountId, projectId);
}

/** Takes an invitation back; its link stops working. */
export async function revokeInvitation(
  actor: Actor,
  input: RevokeInvitationInput,
): Promise<void> {
  const { projectId, invitationId } = input;
  await change(actor, projectId, mayEdit, async (_project, db) => {
    const email = await invitations.deleteInvitation(
      projectId,
      invitationId,
      db,
    );
    if (email === null) throw new AppError("not_found", "invitation_gone");
    await note(actor, projectId, "members.revoke", invitationId, {}, db);
  });
}
