import { expect, test } from "vitest";
import { prisma } from "@/server/db/client";
import {
  countAttempt,
  forgiveAttempt,
  resetAttempts,
  type Limit,
} from "./rate-limit";

const limit: Limit = { name: "test", max: 3, minutes: 15 };

const isRefused = (subject: string) =>
  countAttempt(limit, subject).then(
    () => false,
    (error: unknown) => {
      expect(error).toMatchObject({
        code: "rate_limited",
        values: { minutes: 15 },
      });
      return true;
    },
  );

test("so many attempts pass, the next is refused with the minutes to wait, and another subject is not touched", async () => {
  const refused = [];
  for (let i = 0; i < 5; i += 1) refused.push(await isRefused("a"));
  expect(refused).toEqual([false, false, false, true, true]);
  expect(await isRefused("b")).toBe(false);
});

test("attempts made at the same time are all counted", async () => {
  const refused = await Promise.all(
    Array.from({ length: 20 }, () => isRefused("flood")),
  );
  expect(refused.filter(Boolean)).toHaveLength(17);
});

test("trying on while refused does not make the wait longer", async () => {
  for (let i = 0; i < 4; i += 1) await isRefused("patient");
  const before = await prisma.attempt.findMany({
    orderBy: { windowStart: "asc" },
  });
  await isRefused("patient");
  const after = await prisma.attempt.findMany({
    orderBy: { windowStart: "asc" },
  });
  expect(after.map((row) => row.windowStart)).toEqual(
    before.map((row) => row.windowStart),
  );
});

test("after the window attempts pass again", async () => {
  for (let i = 0; i < 4; i += 1) await isRefused("later");
  await prisma.$executeRaw`UPDATE "Attempt" SET "windowStart" = now() - interval '16 minutes'`;
  expect(await isRefused("later")).toBe(false);
});

test("a rightful attempt is taken back, a right password forgets all", async () => {
  for (let i = 0; i < 3; i += 1) await countAttempt(limit, "forgiven");
  await forgiveAttempt(limit, "forgiven");
  expect(await isRefused("forgiven")).toBe(false);
  expect(await isRefused("forgiven")).toBe(true);
  await resetAttempts(limit, "forgiven");
  expect(await isRefused("forgiven")).toBe(false);
});

test("what is stored names nobody", async () => {
  await countAttempt(limit, "someone@example.org");
  const keys = (await prisma.attempt.findMany()).map((row) => row.key);
  expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
});

test("old windows are swept away when a new one opens", async () => {
  await prisma.attempt.create({
    data: {
      key: "old",
      count: 1,
      windowStart: new Date(Date.now() - 25 * 3_600_000),
    },
  });
  await countAttempt(limit, "sweeper");
  expect(await prisma.attempt.findUnique({ where: { key: "old" } })).toBeNull();
});

test("an attempt can count for many, from the first on", async () => {
  await countAttempt(limit, "bulk", 3);
  await expect(countAttempt(limit, "bulk")).rejects.toMatchObject({
    code: "rate_limited",
  });
  await expect(countAttempt(limit, "bulk at once", 4)).rejects.toMatchObject({
    code: "rate_limited",
  });
});
