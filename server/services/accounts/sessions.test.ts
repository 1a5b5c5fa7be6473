import { afterEach, expect, test, vi } from "vitest";
import type { Actor } from "@/core/access/can";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import type { LiveServer } from "@/server/live";
import { shareLiveServer } from "@/server/live";
import { LIMITS } from "@/server/rate-limit";
import { sealSession, sessionFromToken } from "@/server/session-token";
import { buildAccount } from "@/test/factories";
import { listenLive } from "@/test/listen-live";
import { buildSession, USER_AGENT } from "@/test/sessions";
import {
  endSession,
  endSessions,
  listSessions,
  signOut,
  startSession,
} from "./sessions";

afterEach(() => shareLiveServer(null));

function watchWindows() {
  const endSession = vi.fn<LiveServer["endSession"]>();
  listenLive({ endSession });
  return () => endSession.mock.calls.map(([id]) => id);
}

async function build() {
  const { id, name } = await buildAccount();
  const actor: Actor = { accountId: id, name, instanceRole: "member" };
  const enter = async () => {
    const token = await buildSession(id);
    return { token, id: (await sessionFromToken(token))?.id ?? "" };
  };
  return { account: { id, sessionEpoch: 0 }, actor, enter };
}

const holds = async ({ token }: { token: string }) =>
  (await sessionFromToken(token)) !== null;

test("an account sees its sessions, the present one first, and nobody else's", async () => {
  const { actor, enter } = await build();
  const [first, second] = [await enter(), await enter()];
  const stranger = await build();
  await stranger.enter();
  const list = await listSessions(actor, first.id);
  expect(list).toMatchObject([
    { id: first.id, isPresent: true, browser: "Firefox", system: "Windows" },
    { id: second.id, isPresent: false },
  ]);
  expect(JSON.stringify(list)).not.toMatch(/secret|hash|[0-9a-f]{64}/i);
});

test("signing out ends the session and its windows; a copy of its secret is worth nothing", async () => {
  const { account, enter } = await build();
  const closed = watchWindows();
  const secret = await startSession(account, USER_AGENT, null);
  const here = { token: await sealSession(secret) };
  const { id } = (await sessionFromToken(here.token)) ?? {};
  const elsewhere = await enter();
  await signOut(secret);
  await signOut(secret);
  expect(await holds(here)).toBe(false);
  expect(await holds(elsewhere)).toBe(true);
  expect(closed()).toEqual([id]);
});

test("one session is ended by its owner, and by nobody else", async () => {
  const { actor, enter } = await build();
  const closed = watchWindows();
  const [here, there] = [await enter(), await enter()];
  const stranger = await build();
  await expect(
    endSession(stranger.actor, { sessionId: there.id }),
  ).rejects.toMatchObject({ code: "not_found" });
  await expect(endSession(actor, { sessionId: newId() })).rejects.toMatchObject(
    { code: "not_found" },
  );
  expect(await holds(there)).toBe(true);
  await endSession(actor, { sessionId: there.id });
  expect(await holds(there)).toBe(false);
  expect(await holds(here)).toBe(true);
  expect(closed()).toEqual([there.id]);
});

test("all others, or all, are ended together", async () => {
  const { actor, enter } = await build();
  const closed = watchWindows();
  const [here, there, away] = [await enter(), await enter(), await enter()];
  const stranger = await build();
  const theirs = await stranger.enter();
  expect(await endSessions(actor, here.id)).toBe(2);
  expect(await Promise.all([here, there, away].map(holds))).toEqual([
    true,
    false,
    false,
  ]);
  expect(await endSessions(actor, null)).toBe(1);
  expect(await holds(here)).toBe(false);
  expect(await holds(theirs)).toBe(true);
  expect(closed()).toHaveLength(3);
});

test("signing in again in one browser ends its former session", async () => {
  const { account, actor, enter } = await build();
  const closed = watchWindows();
  const former = await enter();
  await startSession(account, USER_AGENT, { id: former.id, actor });
  expect(await holds(former)).toBe(false);
  expect(closed()).toEqual([former.id]);
});

test("an account keeps the sessions it used last, and forgets those that are over", async () => {
  const { account, actor, enter } = await build();
  const oldest = await enter();
  const expired = await enter();
  await prisma.session.update({
    where: { id: oldest.id },
    data: { lastSeenAt: new Date(Date.now() - 3_600_000) },
  });
  await prisma.session.update({
    where: { id: expired.id },
    data: { expiresAt: new Date() },
  });
  for (let i = 0; i < 50; i += 1) await startSession(account, null, null);
  const list = await listSessions(actor, "");
  expect(list).toHaveLength(50);
  expect(await holds(oldest)).toBe(false);
  expect(
    await prisma.session.findUnique({ where: { id: expired.id } }),
  ).toBeNull();
});

test("sessions are not started without end", async () => {
  const { account } = await build();
  for (let i = 0; i < LIMITS.startSession.max; i += 1)
    await startSession(account, null, null);
  await expect(startSession(account, null, null)).rejects.toMatchObject({
    code: "rate_limited",
  });
});
