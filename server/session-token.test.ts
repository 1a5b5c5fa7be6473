import { encode } from "next-auth/jwt";
import { afterEach, expect, test } from "vitest";
import { prisma } from "@/server/db/client";
import { provideEnv } from "@/server/env";
import { buildAccount } from "@/test/factories";
import { buildSession } from "@/test/sessions";
import { newSecret } from "./secrets";
import {
  readDevice,
  sealDevice,
  sealSession,
  sessionCookieName,
  sessionFromCookies,
  sessionSecret,
} from "./session-token";

afterEach(() => {
  provideEnv({ NEXTAUTH_URL: "http://localhost:3000" });
});

const header = (token: string) =>
  `theme=dark; ${sessionCookieName()}=${token}; other=1`;

test("a session cookie tells who acts", async () => {
  const account = await buildAccount({ name: "李娜", instanceRole: "owner" });
  const session = await sessionFromCookies(
    header(await buildSession(account.id)),
  );
  expect(session?.actor).toEqual({
    accountId: account.id,
    name: "李娜",
    instanceRole: "owner",
  });
});

test("the cookie and the row hold nothing with which one could be made from the other", async () => {
  const { id } = await buildAccount();
  await buildSession(id);
  const row = await prisma.session.findFirstOrThrow({
    where: { accountId: id },
  });
  const stolen = await sealSession(row.secretHash.slice(0, 43));
  expect(await sessionFromCookies(header(stolen))).toBeNull();
});

test("a session ends with its row, its time, the password and the account", async () => {
  const account = await buildAccount();
  const where = { accountId: account.id };
  const holds = async (token: string) =>
    (await sessionFromCookies(header(token))) !== null;

  const deleted = await buildSession(account.id);
  expect(await holds(deleted)).toBe(true);
  await prisma.session.deleteMany({ where });
  expect(await holds(deleted)).toBe(false);

  const expired = await buildSession(account.id);
  await prisma.session.updateMany({ where, data: { expiresAt: new Date() } });
  expect(await holds(expired)).toBe(false);

  const old = await buildSession(account.id);
  await prisma.account.update({
    where: { id: account.id },
    data: { sessionEpoch: 1 },
  });
  expect(await holds(old)).toBe(false);

  const last = await buildSession(account.id);
  expect(await holds(last)).toBe(true);
  await prisma.account.delete({ where: { id: account.id } });
  expect(await holds(last)).toBe(false);
  expect(await prisma.session.count({ where })).toBe(0);
});

test("when a session was last used is kept to within some minutes, and not written with each request", async () => {
  const { id } = await buildAccount();
  const token = await buildSession(id);
  const seenAt = async () =>
    (await prisma.session.findFirstOrThrow({ where: { accountId: id } }))
      .lastSeenAt;
  const first = await seenAt();
  await sessionFromCookies(header(token));
  expect(await seenAt()).toEqual(first);
  const hourAgo = new Date(Date.now() - 3_600_000);
  await prisma.session.updateMany({
    where: { accountId: id },
    data: { lastSeenAt: hourAgo },
  });
  await sessionFromCookies(header(token));
  expect((await seenAt()).getTime()).toBeGreaterThan(hourAgo.getTime());
});

test("nothing, nonsense, and what is sealed with another secret, for another purpose or long ago is no session", async () => {
  const { id } = await buildAccount();
  await buildSession(id);
  const claims = { session: newSecret() };
  const secret = sessionSecret();
  const forged = [
    "",
    "x",
    await encode({ token: claims, secret: `${secret}!` }),
    await encode({ token: claims, secret, maxAge: -60 }),
    await encode({ token: claims, secret }),
    await encode({ token: { session: "short" }, secret }),
    await encode({ token: { session: null }, secret }),
    // As cookies were sealed before sessions were rows.
    await encode({
      token: { sub: id, epoch: 0, signedInAt: Math.floor(Date.now() / 1000) },
      secret,
    }),
    await sealDevice({ id, accountId: id, epoch: 0 }),
  ];
  for (const token of forged)
    expect(await sessionFromCookies(header(token))).toBeNull();
  expect(await sessionFromCookies("")).toBeNull();
});

test("under https only the cookie that a plain-http neighbour cannot set counts", async () => {
  const { id } = await buildAccount();
  const token = await buildSession(id);
  provideEnv({ NEXTAUTH_URL: "https://duizhao.example.org" });
  const found = (name: string) => sessionFromCookies(`${name}=${token}`);
  expect(await found("next-auth.session-token")).toBeNull();
  expect(await found("__Secure-next-auth.session-token")).not.toBeNull();
});

test("a session is not the mark of a known browser", async () => {
  const { id } = await buildAccount();
  expect(await readDevice(await buildSession(id))).toBeNull();
  expect(await readDevice("nonsense")).toBeNull();
  expect(
    await readDevice(await sealDevice({ id, accountId: id, epoch: 2 })),
  ).toEqual({ id, accountId: id, epoch: 2 });
});
