import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ROLES, type Actor, type Role } from "@/core/access/can";
import { prisma } from "@/server/db/client";
import { provideEnv } from "@/server/env";
import { newId } from "@/server/ids";
import { shareLiveServer, type LiveServer } from "@/server/live";
import { buildAccount, buildMembership, buildProject } from "@/test/factories";
import { hashSecret } from "@/server/secrets";
import { acceptInvitation, findInvitation } from "./invitations";
import {
  addMember,
  changeRole,
  listMembers,
  removeMember,
  revokeInvitation,
} from "./members";

const actorOf = (accountId: string): Actor => ({
  accountId,
  name: "x",
  instanceRole: "member",
});

async function buildTeam() {
  const project = await buildProject();
  const owner = actorOf(project.ownerId);
  const join = async (role: Role) => {
    const { accountId } = await buildMembership({
      projectId: project.id,
      role,
    });
    return actorOf(accountId);
  };
  return { projectId: project.id, owner, join };
}

const roleOf = async (projectId: string, { accountId }: Actor) =>
  (
    await prisma.membership.findUnique({
      where: { projectId_accountId: { projectId, accountId } },
    })
  )?.role ?? null;

const actions = async (projectId: string) =>
  (
    await prisma.activity.findMany({
      where: { projectId },
      orderBy: { id: "asc" },
    })
  ).map((row) => row.action);

const disconnect = vi.fn<LiveServer["disconnect"]>();

beforeEach(() => {
  disconnect.mockClear();
  shareLiveServer({
    announce: vi.fn(),
    flush: vi.fn(),
    write: vi.fn(),
    endSession: vi.fn(),
    disconnect,
  });
});

afterEach(() => {
  shareLiveServer(null);
  provideEnv({ SIGN_UP: "open" });
});

describe("the list", () => {
  test("shows owners everyone's address, and everyone else only their own", async () => {
    const { projectId, owner, join } = await buildTeam();
    const reader = await join("reader");
    await addMember(owner, {
      projectId,
      email: "invited@example.org",
      role: "reader",
    });
    const seenByOwner = await listMembers(owner, projectId);
    expect(seenByOwner.members.every(({ email }) => email !== null)).toBe(true);
    expect(seenByOwner.invitations).toMatchObject([
      { email: "invited@example.org", role: "reader", isExpired: false },
    ]);
    const seenByReader = await listMembers(reader, projectId);
    expect(
      seenByReader.members.map(
        ({ isYou, email }) => isYou === (email !== null),
      ),
    ).toEqual([true, true]);
    expect(seenByReader.invitations).toEqual([]);
    expect(seenByReader.can).toEqual({ edit: false, invite: false });
    expect(seenByReader.members.map((member) => member.can)).toEqual([
      { changeRole: false, remove: false },
      { changeRole: false, remove: true },
    ]);
  });

  test("is hidden from those outside, as if the project did not exist", async () => {
    const { projectId } = await buildTeam();
    const outsider = actorOf((await buildAccount()).id);
    await expect(listMembers(outsider, projectId)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(listMembers(outsider, newId())).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("adding by e-mail", () => {
  test.each(ROLES)(
    "an account joins at once in the role given: %s",
    async (role) => {
      const { projectId, owner } = await buildTeam();
      const account = await buildAccount();
      const added = await addMember(owner, {
        projectId,
        email: account.email,
        role,
      });
      expect(added).toEqual({ kind: "added", name: account.name });
      expect(await roleOf(projectId, actorOf(account.id))).toBe(role);
      expect(await actions(projectId)).toEqual(["members.add"]);
    },
  );

  test("who is a member already keeps the role and the owner is told", async () => {
    const { projectId, owner, join } = await buildTeam();
    const reader = await join("reader");
    const { email } = await prisma.account.findUniqueOrThrow({
      where: { id: reader.accountId },
    });
    await expect(
      addMember(owner, { projectId, email, role: "owner" }),
    ).rejects.toMatchObject({
      code: "conflict",
      message: "already_member",
    });
    expect(await roleOf(projectId, reader)).toBe("reader");
  });

  test("without an account a link is made, whose secret is not stored", async () => {
    const { projectId, owner } = await buildTeam();
    const added = await addMember(owner, {
      projectId,
      email: "new@example.org",
      role: "translator",
    });
    if (added.kind !== "invited") throw new Error("expected an invitation");
    const secret = added.link.split("/").at(-1) ?? "";
    expect(added.link).toMatch(
      /^http:\/\/localhost:3000\/invitations\/[\w-]{43}$/,
    );
    const stored = await prisma.invitation.findFirstOrThrow({
      where: { projectId },
    });
    expect(JSON.stringify(stored)).not.toContain(secret);
    expect(stored.tokenHash).toBe(hashSecret(secret));
    const days = (stored.expiresAt.getTime() - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(13.9);
    expect(days).toBeLessThanOrEqual(14);
    expect(await findInvitation(secret)).toMatchObject({
      email: "new@example.org",
    });
  });

  test("inviting again makes a new link and the old one stops working", async () => {
    const { projectId, owner } = await buildTeam();
    const invite = async () => {
      const added = await addMember(owner, {
        projectId,
        email: "again@example.org",
        role: "reader",
      });
      return added.kind === "invited"
        ? (added.link.split("/").at(-1) ?? "")
        : "";
    };
    const first = await invite();
    const second = await invite();
    expect(await findInvitation(first)).toBeNull();
    expect(await findInvitation(second)).not.toBeNull();
  });

  test("where nobody may sign up, no link is made that would lead nowhere", async () => {
    provideEnv({ SIGN_UP: "closed" });
    const { projectId, owner } = await buildTeam();
    await expect(
      addMember(owner, { projectId, email: "no@example.org", role: "reader" }),
    ).rejects.toMatchObject({
      fields: { email: "no_account_closed" },
    });
    expect(await prisma.invitation.count({ where: { projectId } })).toBe(0);
  });

  test("an owner cannot try out addresses without end", async () => {
    const { projectId, owner } = await buildTeam();
    const tries = Array.from({ length: 61 }, (_, i) => i);
    const attempt = (i: number) =>
      addMember(owner, {
        projectId,
        email: `guess-${i}@example.org`,
        role: "reader",
      });
    let last: unknown = null;
    for (const i of tries)
      last = await attempt(i).catch((error: unknown) => error);
    expect(last).toMatchObject({ code: "rate_limited" });
  });
});

describe("invitations", () => {
  async function buildInvitation(email: string) {
    const team = await buildTeam();
    const { projectId } = team;
    const added = await addMember(team.owner, {
      projectId,
      email,
      role: "translator",
    });
    if (added.kind !== "invited") throw new Error("expected an invitation");
    return { ...team, token: added.link.split("/").at(-1) ?? "" };
  }

  test("an account made meanwhile joins by the link, once", async () => {
    const { projectId, token } = await buildInvitation("later@example.org");
    const account = actorOf(
      (await buildAccount({ email: "later@example.org" })).id,
    );
    expect(await roleOf(projectId, account)).toBeNull();
    expect(await acceptInvitation(account, { token })).toEqual({ projectId });
    expect(await roleOf(projectId, account)).toBe("translator");
    await expect(acceptInvitation(account, { token })).rejects.toMatchObject({
      message: "invitation_gone",
    });
  });

  test("another account cannot use the link", async () => {
    const { projectId, token } = await buildInvitation("meant@example.org");
    const thief = actorOf((await buildAccount()).id);
    await expect(acceptInvitation(thief, { token })).rejects.toMatchObject({
      message: "invitation_other_account",
    });
    expect(await roleOf(projectId, thief)).toBeNull();
    expect(await findInvitation(token)).not.toBeNull();
  });

  test("an expired link, an unknown one and one taken back do nothing", async () => {
    const { projectId, owner, token } =
      await buildInvitation("slow@example.org");
    const account = actorOf(
      (await buildAccount({ email: "slow@example.org" })).id,
    );
    const { id } = await prisma.invitation.findFirstOrThrow({
      where: { projectId },
    });
    await prisma.invitation.update({
      where: { id },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    await expect(acceptInvitation(account, { token })).rejects.toMatchObject({
      message: "invitation_gone",
    });
    expect(await findInvitation(token)).toBeNull();
    expect((await listMembers(owner, projectId)).invitations).toMatchObject([
      { isExpired: true },
    ]);
    await expect(
      acceptInvitation(account, { token: "guess" }),
    ).rejects.toMatchObject({ message: "invitation_gone" });
    await prisma.invitation.update({
      where: { id },
      data: { expiresAt: new Date(Date.now() + 60_000) },
    });
    await revokeInvitation(owner, { projectId, invitationId: id });
    await expect(acceptInvitation(account, { token })).rejects.toMatchObject({
      message: "invitation_gone",
    });
  });

  test("used twice at the same time it counts once", async () => {
    const { projectId, token } = await buildInvitation("twice@example.org");
    const account = actorOf(
      (await buildAccount({ email: "twice@example.org" })).id,
    );
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => acceptInvitation(account, { token })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(
      1,
    );
    expect(
      (await actions(projectId)).filter((action) => action === "members.join"),
    ).toHaveLength(1);
  });

  test("an owner cannot take back another project's invitation", async () => {
    const { projectId } = await buildInvitation("theirs@example.org");
    const { id } = await prisma.invitation.findFirstOrThrow({
      where: { projectId },
    });
    const mine = await buildTeam();
    const revoke = revokeInvitation(mine.owner, {
      projectId: mine.projectId,
      invitationId: id,
    });
    await expect(revoke).rejects.toMatchObject({ code: "not_found" });
    expect(await prisma.invitation.count({ where: { id } })).toBe(1);
  });
});

describe("only owners change members", () => {
  test.each(ROLES.filter((role) => role !== "owner"))(
    "a %s can do nothing of it, to others or to themselves",
    async (role) => {
      const { projectId, owner, join } = await buildTeam();
      const actor = await join(role);
      const other = await join("reader");
      const { accountId } = actor;
      const tries = [
        () =>
          addMember(actor, {
            projectId,
            email: "friend@example.org",
            role: "owner",
          }),
        () => changeRole(actor, { projectId, accountId, role: "owner" }),
        () =>
          changeRole(actor, {
            projectId,
            accountId: owner.accountId,
            role: "reader",
          }),
        () => removeMember(actor, { projectId, accountId: other.accountId }),
        () => revokeInvitation(actor, { projectId, invitationId: newId() }),
      ];
      for (const attempt of tries)
        await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
      expect(await roleOf(projectId, actor)).toBe(role);
      expect(await roleOf(projectId, owner)).toBe("owner");
      expect(await actions(projectId)).toEqual([]);
    },
  );

  test("whoever is outside, even an owner of the instance, is told that there is nothing", async () => {
    const { projectId, owner } = await buildTeam();
    const outsider: Actor = {
      ...actorOf((await buildAccount()).id),
      instanceRole: "owner",
    };
    const tries = [
      () =>
        addMember(outsider, {
          projectId,
          email: "friend@example.org",
          role: "owner",
        }),
      () =>
        changeRole(outsider, {
          projectId,
          accountId: owner.accountId,
          role: "reader",
        }),
      () => removeMember(outsider, { projectId, accountId: owner.accountId }),
      () =>
        removeMember(outsider, { projectId, accountId: outsider.accountId }),
      () => revokeInvitation(outsider, { projectId, invitationId: newId() }),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("roles", () => {
  test("an owner changes a role; open connections end so that the new one counts at once", async () => {
    const { projectId, owner, join } = await buildTeam();
    const member = await join("translator");
    const { accountId } = member;
    await changeRole(owner, { projectId, accountId, role: "reader" });
    expect(await roleOf(projectId, member)).toBe("reader");
    expect(await actions(projectId)).toEqual(["members.role"]);
    expect(disconnect).toHaveBeenCalledWith(accountId, projectId);
  });

  test("the last owner can neither be demoted nor leave", async () => {
    const { projectId, owner } = await buildTeam();
    const { accountId } = owner;
    await expect(
      changeRole(owner, { projectId, accountId, role: "reader" }),
    ).rejects.toMatchObject({ message: "last_owner" });
    await expect(
      removeMember(owner, { projectId, accountId }),
    ).rejects.toMatchObject({ message: "last_owner" });
    expect(await roleOf(projectId, owner)).toBe("owner");
    expect((await listMembers(owner, projectId)).members).toMatchObject([
      { can: { changeRole: false, remove: false } },
    ]);
  });

  test("two owners who demote each other at the same time leave one owner", async () => {
    // Several rounds: one alone may happen to run in order.
    for (let round = 0; round < 8; round += 1) {
      const { projectId, owner, join } = await buildTeam();
      const second = await join("owner");
      const demote = (actor: Actor, other: Actor) =>
        changeRole(actor, {
          projectId,
          accountId: other.accountId,
          role: "reader",
        });
      const results = await Promise.allSettled([
        demote(owner, second),
        demote(second, owner),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual([
        "fulfilled",
        "rejected",
      ]);
      expect(
        await prisma.membership.count({ where: { projectId, role: "owner" } }),
      ).toBe(1);
    }
  });

  test("an account that is no member has no role to change", async () => {
    const { projectId, owner } = await buildTeam();
    const { id } = await buildAccount();
    await expect(
      changeRole(owner, { projectId, accountId: id, role: "owner" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("leaving", () => {
  test("a removed member is out at once, with all open connections", async () => {
    const { projectId, owner, join } = await buildTeam();
    const member = await join("reviewer");
    await removeMember(owner, { projectId, accountId: member.accountId });
    expect(await roleOf(projectId, member)).toBeNull();
    expect(disconnect).toHaveBeenCalledWith(member.accountId, projectId);
    await expect(listMembers(member, projectId)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test.each(ROLES.filter((role) => role !== "owner"))(
    "a %s may leave",
    async (role) => {
      const { projectId, join } = await buildTeam();
      const member = await join(role);
      await removeMember(member, { projectId, accountId: member.accountId });
      expect(await roleOf(projectId, member)).toBeNull();
      expect(await actions(projectId)).toEqual(["members.leave"]);
    },
  );
});
