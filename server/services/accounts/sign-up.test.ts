import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SignUpInput } from "@/core/accounts/inputs";
import { prisma } from "@/server/db/client";
import { provideEnv } from "@/server/env";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import { provideSetupToken } from "@/server/setup";
import { addMember } from "@/server/services/members";
import { loadSamples } from "@/server/services/samples";
import { buildAccount, buildProject } from "@/test/factories";
import { signIn } from "./sign-in";
import { findSignUpDoor, signUp as signUpFrom } from "./sign-up";

let count = 0;

const inputOf = (given: Partial<SignUpInput> = {}): SignUpInput => {
  count += 1;
  return {
    name: "王芳",
    email: `new-${count}@example.org`,
    password: "青山不改 绿水长流",
    invitation: null,
    setup: null,
    locale: "zh-CN",
    ...given,
  };
};

/** Signs up in a browser that is known or not; where the account starts. */
const signUp = async (
  input: SignUpInput,
  address: string,
  device: string | null = null,
) => (await signUpFrom(input, { address, device })).landing;

let address = 0;

/** Signs up from an address of its own, so that no test uses up another's attempts. */
const join = (given: Partial<SignUpInput> = {}) =>
  signUp(inputOf(given), `192.0.2.${(address += 1)}`);

const emptyInstance = () =>
  prisma.$executeRaw`TRUNCATE "Account", "Project", "Activity", "Attempt" CASCADE`;

async function invite(email: string) {
  const project = await buildProject();
  const actor = {
    accountId: project.ownerId,
    name: "x",
    instanceRole: "member" as const,
  };
  const added = await addMember(actor, {
    projectId: project.id,
    email,
    role: "reviewer",
  });
  if (added.kind !== "invited") throw new Error("expected an invitation");
  return { projectId: project.id, token: added.link.split("/").at(-1) ?? "" };
}

afterEach(() => {
  provideEnv({ SIGN_UP: "open", NEXTAUTH_URL: "http://localhost:3000" });
  provideSetupToken(null);
});

describe("the first account", () => {
  beforeEach(async () => {
    await emptyInstance();
  });

  test("owns the instance, gets the sample and starts in its document", async () => {
    await loadSamples();
    const landing = await join({ email: "first@example.org" });
    const account = await prisma.account.findUniqueOrThrow({
      where: { email: "first@example.org" },
    });
    expect(account).toMatchObject({
      instanceRole: "owner",
      locale: "zh-CN",
      name: "王芳",
    });
    const document = await prisma.document.findUniqueOrThrow({
      where: { id: landing?.documentId ?? "" },
    });
    expect(document.title).toContain("衢州");
    expect(
      await prisma.membership.findMany({ where: { accountId: account.id } }),
    ).toMatchObject([{ projectId: landing?.projectId, role: "owner" }]);
    expect(await join()).toBeNull();
    expect(
      await prisma.account.count({ where: { instanceRole: "owner" } }),
    ).toBe(1);
  });

  test("is one, however many sign up at the same time", async () => {
    await Promise.all(Array.from({ length: 6 }, () => join()));
    expect(await prisma.account.count()).toBe(6);
    expect(
      await prisma.account.count({ where: { instanceRole: "owner" } }),
    ).toBe(1);
  });

  test("is made even where nobody else may sign up", async () => {
    provideEnv({ SIGN_UP: "closed" });
    await join();
    await expect(join()).rejects.toMatchObject({ message: "sign_up_closed" });
    expect(await prisma.account.count()).toBe(1);
  });

  test("needs the secret of the printed link where others can reach the instance", async () => {
    provideEnv({ NEXTAUTH_URL: "https://duizhao.example.org" });
    for (const setup of [null, "", "guess"]) {
      await expect(join({ setup })).rejects.toMatchObject({
        message: "setup_link_needed",
      });
    }
    provideSetupToken("the-secret-of-the-link");
    await expect(join({ setup: "guess" })).rejects.toMatchObject({
      message: "setup_link_needed",
    });
    expect(await findSignUpDoor(null, "guess")).toMatchObject({
      kind: "first",
      needsSetupToken: true,
    });
    expect(await prisma.account.count()).toBe(0);
    await join({ setup: "the-secret-of-the-link" });
    expect(
      await prisma.account.count({ where: { instanceRole: "owner" } }),
    ).toBe(1);
  });
});

describe("later accounts", () => {
  beforeEach(async () => {
    await emptyInstance();
    await buildAccount({ instanceRole: "owner" });
  });

  test("are ordinary and see no project of others", async () => {
    await buildProject();
    const input = inputOf();
    expect(await signUp(input, "203.0.113.1")).toBeNull();
    const account = await prisma.account.findUniqueOrThrow({
      where: { email: input.email },
    });
    expect(account.instanceRole).toBe("member");
    expect(
      await prisma.membership.count({ where: { accountId: account.id } }),
    ).toBe(0);
    expect(
      await prisma.activity.findMany({ where: { accountId: account.id } }),
    ).toMatchObject([{ action: "account.create" }]);
  });

  test("have their password kept as argon2id with OWASP's parameters, never as it is", async () => {
    const input = inputOf({ password: "not to be found anywhere" });
    await signUp(input, "203.0.113.2");
    const account = await prisma.account.findUniqueOrThrow({
      where: { email: input.email },
    });
    expect(account.passwordHash).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
    expect(JSON.stringify(account)).not.toContain("not to be found");
  });

  test.each(["password1234", "1234567", "wangfang", "iloveyou!"])(
    "cannot have a weak password: %s",
    async (password) => {
      await expect(join({ password, name: "Wang Fang" })).rejects.toMatchObject(
        { code: "invalid" },
      );
      expect(await prisma.account.count()).toBe(1);
    },
  );

  test("cannot have an address that is taken, whose account stays as it is", async () => {
    const input = inputOf();
    await signUp(input, "203.0.113.3");
    const again = signUp(
      { ...input, name: "someone", password: "another good password" },
      "203.0.113.4",
    );
    await expect(again).rejects.toMatchObject({
      code: "conflict",
      message: "email_taken",
    });
    expect(
      await prisma.account.findUnique({ where: { email: input.email } }),
    ).toMatchObject({ name: "王芳" });
  });

  test("who tries out which addresses are taken is stopped, for all addresses alike", async () => {
    const taken = await buildAccount();
    const from = "203.0.113.5";
    for (let i = 0; i < 8; i += 1) {
      await expect(
        signUp(inputOf({ email: taken.email }), from),
      ).rejects.toMatchObject({ message: "email_taken" });
    }
    await expect(
      signUp(inputOf({ email: taken.email }), from),
    ).rejects.toMatchObject({ code: "rate_limited" });
    await expect(signUp(inputOf(), from)).rejects.toMatchObject({
      code: "rate_limited",
    });
    await expect(signUp(inputOf(), "203.0.113.6")).resolves.toBeNull();
  });

  test("are not shut out by strangers at their address, with a link or in a browser that is known", async () => {
    const taken = await buildAccount();
    const from = "203.0.113.9";
    const { device } = await signUpFrom(inputOf(), {
      address: "203.0.113.8",
      device: null,
    });
    for (let i = 0; i < 9; i += 1)
      await signUp(inputOf({ email: taken.email }), from).catch(() => null);
    await expect(signUp(inputOf(), from)).rejects.toMatchObject({
      code: "rate_limited",
    });
    await expect(signUp(inputOf(), from, "nonsense")).rejects.toMatchObject({
      code: "rate_limited",
    });
    await expect(signUp(inputOf(), from, device)).resolves.toBeNull();
    const { token, projectId } = await invite("office@example.org");
    const guest = inputOf({ email: "office@example.org", invitation: token });
    await expect(signUp(guest, from)).resolves.toMatchObject({ projectId });
    const madeUp = inputOf({ invitation: "made-up" });
    await expect(signUp(madeUp, from)).rejects.toMatchObject({
      code: "rate_limited",
    });
  });

  test("leave a browser that is known to the account at once", async () => {
    const input = inputOf();
    const at = "203.0.113.10";
    const origin = { address: at, device: null };
    const { device } = await signUpFrom(input, origin);
    for (let i = 0; i < 51; i += 1)
      await countAttempt(LIMITS.signInAddress, at).catch(() => null);
    const { email, password } = input;
    await expect(signIn({ email, password }, origin)).rejects.toMatchObject({
      code: "rate_limited",
    });
    expect(
      await signIn({ email, password }, { address: at, device }),
    ).toMatchObject({ email });
  });

  test("known browsers are counted, too", async () => {
    const taken = await buildAccount();
    const { device } = await signUpFrom(inputOf(), {
      address: "203.0.113.11",
      device: null,
    });
    for (let i = 0; i < 8; i += 1)
      await signUp(
        inputOf({ email: taken.email }),
        "203.0.113.12",
        device,
      ).catch(() => null);
    await expect(
      signUp(inputOf(), "203.0.113.12", device),
    ).rejects.toMatchObject({ code: "rate_limited" });
  });

  test("cannot be made in numbers from one address", async () => {
    const from = "203.0.113.7";
    await prisma.attempt.deleteMany();
    for (let i = 0; i < 40; i += 1) await signUp(inputOf(), from);
    await expect(signUp(inputOf(), from)).rejects.toMatchObject({
      code: "rate_limited",
    });
  });
});

describe("by invitation", () => {
  beforeEach(async () => {
    await emptyInstance();
    await buildAccount({ instanceRole: "owner" });
    provideEnv({ SIGN_UP: "invite" });
  });

  test("a link lets its address in, into the project and the role offered, once", async () => {
    const { projectId, token } = await invite("guest@example.org");
    expect(await findSignUpDoor(token, null)).toMatchObject({
      kind: "invited",
      invitation: { email: "guest@example.org" },
    });
    expect(
      await join({ email: "guest@example.org", invitation: token }),
    ).toEqual({ projectId, documentId: null });
    const account = await prisma.account.findUniqueOrThrow({
      where: { email: "guest@example.org" },
    });
    expect(
      await prisma.membership.findMany({ where: { accountId: account.id } }),
    ).toMatchObject([{ projectId, role: "reviewer" }]);
    await expect(
      join({ email: "guest@example.org", invitation: token }),
    ).rejects.toMatchObject({ message: "invitation_gone" });
    expect(await findSignUpDoor(token, null)).toMatchObject({
      kind: "invite_only",
    });
  });

  test("without a link, with a made-up one, or for another address nobody gets in", async () => {
    const { token } = await invite("right@example.org");
    await expect(join()).rejects.toMatchObject({
      message: "sign_up_by_invitation",
    });
    await expect(join({ invitation: "made-up" })).rejects.toMatchObject({
      message: "invitation_gone",
    });
    await expect(
      join({ email: "wrong@example.org", invitation: token }),
    ).rejects.toMatchObject({
      fields: { email: "invitation_other_email" },
    });
    await prisma.invitation.updateMany({
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    await expect(
      join({ email: "right@example.org", invitation: token }),
    ).rejects.toMatchObject({ message: "invitation_gone" });
  });

  test("two who use one link at the same time become one account and one member", async () => {
    const { projectId, token } = await invite("both@example.org");
    const results = await Promise.allSettled(
      [1, 2].map(() => join({ email: "both@example.org", invitation: token })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(
      1,
    );
    expect(await prisma.membership.count({ where: { projectId } })).toBe(2);
  });

  test("an address that is invited joins nothing without the link, since no mail has proved whose it is", async () => {
    provideEnv({ SIGN_UP: "open" });
    await invite("open@example.org");
    await join({ email: "open@example.org" });
    const account = await prisma.account.findUniqueOrThrow({
      where: { email: "open@example.org" },
    });
    expect(
      await prisma.membership.count({ where: { accountId: account.id } }),
    ).toBe(0);
  });

  test("a closed instance takes no link either", async () => {
    const { token } = await invite("late@example.org");
    provideEnv({ SIGN_UP: "closed" });
    await expect(
      join({ email: "late@example.org", invitation: token }),
    ).rejects.toMatchObject({ message: "sign_up_closed" });
    expect(await findSignUpDoor(token, null)).toMatchObject({
      kind: "closed",
      invitation: null,
    });
  });
});
