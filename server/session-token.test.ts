import { encode } from "next-auth/jwt";
import { afterEach, expect, test } from "vitest";
import { prisma } from "@/server/db/client";
import { provideEnv } from "@/server/env";
import { buildAccount } from "@/test/factories";
import {
  actorFromCookies,
  readDevice,
  sealDevice,
  sealSession,
  sessionCookieName,
  sessionSecret,
} from "./session-token";

afterEach(() => {
  provideEnv({ NEXTAUTH_URL: "http://localhost:3000" });
});

const header = (token: string) =>
  `theme=dark; ${sessionCookieName()}=${token}; other=1`;

test("a session cookie tells who acts", async () => {
  const account = await buildAccount({ name: "李娜", instanceRole: "owner" });
  const token = await sealSession(account.id, 0);
  expect(await actorFromCookies(header(token))).toEqual({
    accountId: account.id,
    name: "李娜",
    instanceRole: "owner",
  });
});

test("a session ends when the password changes and when the account goes", async () => {
  const account = await buildAccount();
  const token = await sealSession(account.id, 0);
  await prisma.account.update({
    where: { id: account.id },
    data: { sessionEpoch: 1 },
  });
  expect(await actorFromCookies(header(token))).toBeNull();
  const next = await sealSession(account.id, 1);
  expect(await actorFromCookies(header(next))).not.toBeNull();
  await prisma.account.delete({ where: { id: account.id } });
  expect(await actorFromCookies(header(next))).toBeNull();
});

test("nothing, nonsense, and what is sealed with another secret, for another purpose or long ago is no session", async () => {
  const { id } = await buildAccount();
  const claims = { sub: id, epoch: 0 };
  const secret = sessionSecret();
  const forged = [
    "",
    "x",
    await encode({ token: claims, secret: `${secret}!` }),
    await encode({ token: claims, secret, maxAge: -60 }),
    await encode({ token: { sub: "not an id", epoch: 0 }, secret }),
    await encode({ token: { sub: id }, secret }),
    await sealDevice({ id, accountId: id, epoch: 0 }),
  ];
  for (const token of forged)
    expect(await actorFromCookies(header(token))).toBeNull();
  expect(await actorFromCookies("")).toBeNull();
});

test("under https only the cookie that a plain-http neighbour cannot set counts", async () => {
  const { id } = await buildAccount();
  const token = await sealSession(id, 0);
  provideEnv({ NEXTAUTH_URL: "https://duizhao.example.org" });
  expect(await actorFromCookies(`next-auth.session-token=${token}`)).toBeNull();
  expect(
    await actorFromCookies(`__Secure-next-auth.session-token=${token}`),
  ).not.toBeNull();
});

test("a session is not the mark of a known browser", async () => {
  const { id } = await buildAccount();
  expect(await readDevice(await sealSession(id, 0))).toBeNull();
  expect(await readDevice("nonsense")).toBeNull();
  expect(
    await readDevice(await sealDevice({ id, accountId: id, epoch: 2 })),
  ).toEqual({ id, accountId: id, epoch: 2 });
});
