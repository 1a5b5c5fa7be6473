import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/core/access/can";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { shareLiveServer, type LiveServer } from "@/server/live";
import { hashPassword } from "@/server/passwords";
import { sealSession, sessionFromToken } from "@/server/session-token";
import { buildAccount } from "@/test/factories";
import { buildSession } from "@/test/sessions";
import {
  changePassword,
  changePreferences,
  findAccount,
  renameAccount,
} from "./account";
import { startSession } from "./sessions";
import { signIn } from "./sign-in";

const OLD = "旧的密码很长很长";
const NEW = "a wholly different sentence";

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

afterEach(() => shareLiveServer(null));

async function build() {
  const account = await buildAccount({ passwordHash: await hashPassword(OLD) });
  const actor: Actor = {
    accountId: account.id,
    name: account.name,
    instanceRole: "member",
  };
  return { account, actor };
}

const actions = async (accountId: string) =>
  (
    await prisma.activity.findMany({
      where: { accountId },
      orderBy: { id: "asc" },
    })
  ).map(({ action }) => action);

test("an account sees itself, without its password", async () => {
  const { account, actor } = await build();
  const view = await findAccount(actor);
  expect(view).toEqual({
    id: account.id,
    name: account.name,
    email: account.email,
    instanceRole: "member",
    locale: null,
    theme: null,
  });
});

test("name, language and theme are kept, and it is written down", async () => {
  const { account, actor } = await build();
  await renameAccount(actor, { name: "李娜" });
  await changePreferences(actor, { locale: "zh-CN" });
  await changePreferences(actor, { theme: "dark" });
  expect(await findAccount(actor)).toMatchObject({
    name: "李娜",
    locale: "zh-CN",
    theme: "dark",
  });
  await changePreferences(actor, { theme: null });
  expect(await findAccount(actor)).toMatchObject({
    locale: "zh-CN",
    theme: null,
  });
  expect(await actions(account.id)).toEqual([
    "account.rename",
    "account.preferences",
    "account.preferences",
    "account.preferences",
  ]);
});

describe("a new password", () => {
  test("ends all sessions and live connections, and only the new one lets in", async () => {
    const { account, actor } = await build();
    const before = await buildSession(account.id);
    expect(await sessionFromToken(before)).not.toBeNull();
    const { secret, epoch } = await changePassword(
      actor,
      { current: OLD, password: NEW },
      null,
    );
    expect(await sessionFromToken(before)).toBeNull();
    expect(await sessionFromToken(await sealSession(secret))).not.toBeNull();
    expect(disconnect).toHaveBeenCalledWith(account.id, null);
    const from = { address: "192.0.2.200", device: null };
    expect(
      await signIn({ email: account.email, password: OLD }, from),
    ).toBeNull();
    expect(
      await signIn({ email: account.email, password: NEW }, from),
    ).toMatchObject({ sessionEpoch: epoch });
    expect(await actions(account.id)).toEqual(["account.password"]);
  });

  test("ends a sign-in with the old one that is just under way", async () => {
    const { account, actor } = await build();
    const known = { id: account.id, sessionEpoch: 0 };
    await changePassword(actor, { current: OLD, password: NEW }, null);
    const late = await startSession(known, null, null);
    expect(await sessionFromToken(await sealSession(late))).toBeNull();
  });

  test("needs the current one, which cannot be guessed without end", async () => {
    const { account, actor } = await build();
    for (let i = 0; i < 10; i += 1) {
      await expect(
        changePassword(actor, { current: "guess", password: NEW }, null),
      ).rejects.toMatchObject({
        fields: { current: "password_wrong" },
      });
    }
    await expect(
      changePassword(actor, { current: OLD, password: NEW }, null),
    ).rejects.toMatchObject({ code: "rate_limited" });
    expect(
      await prisma.account.findUnique({ where: { id: account.id } }),
    ).toMatchObject({ sessionEpoch: 0 });
    expect(disconnect).not.toHaveBeenCalled();
  });

  test("must be a good one", async () => {
    const { actor } = await build();
    await expect(
      changePassword(actor, { current: OLD, password: "password1" }, null),
    ).rejects.toMatchObject({
      fields: { password: "password_common" },
    });
  });
});

test("an account that is gone can do nothing", async () => {
  const actor: Actor = { accountId: newId(), name: "x", instanceRole: "owner" };
  await expect(findAccount(actor)).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await expect(
    changePassword(actor, { current: OLD, password: NEW }, null),
  ).rejects.toMatchObject({ code: "unauthenticated" });
});
