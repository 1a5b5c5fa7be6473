import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Actor } from "@/core/access/can";
import { newId } from "@/server/ids";
import { LIMITS, type Limit } from "@/server/rate-limit";
import { action, countedInService } from "./action";

let actor: Actor;

// Cookies come with a request of Next, and there is none here; the rest is real.
vi.mock("@/server/session", () => ({ requireActor: async () => actor }));

beforeEach(() => {
  actor = { accountId: newId(), name: "x", instanceRole: "member" };
});

const limit: Limit = {
  name: "test-action",
  max: 2,
  minutes: 60,
  message: "allowance_used",
};
const Text = z.strictObject({ text: z.string() });

test("an action that was done too often is refused with the time to wait, and does nothing", async () => {
  const done = vi.fn(async () => "done");
  const run = action(limit, Text, done);
  const outcomes = [];
  for (let i = 0; i < 3; i += 1) outcomes.push(await run({ text: "" }));
  expect(outcomes).toMatchObject([
    { ok: true },
    { ok: true },
    {
      ok: false,
      error: {
        code: "rate_limited",
        message: "allowance_used",
        values: { minutes: 60 },
      },
    },
  ]);
  expect(done).toHaveBeenCalledTimes(2);
  // Somebody else has an allowance of their own.
  actor = { ...actor, accountId: newId() };
  expect(await run({ text: "" })).toMatchObject({ ok: true });
});

test("input that is no good does not count", async () => {
  const run = action(limit, Text, async () => "done");
  for (let i = 0; i < 5; i += 1) await run({ text: 1 } as never);
  expect(await run({ text: "" })).toMatchObject({ ok: true });
});

test("large inputs are counted together, whatever they are for", async () => {
  const megabytes = (count: number) => "x".repeat(count * 1024 * 1024);
  const first = action(countedInService(limit), Text, async () => "done");
  const second = action(
    { ...limit, max: 1_000 },
    z.strictObject({ parts: z.array(z.string()) }),
    async () => "done",
  );
  const calls = Math.floor(LIMITS.sentKilobytes.max / 1024 / 200);
  const part = megabytes(100);
  for (let i = 0; i < calls; i += 1)
    expect(await second({ parts: [part, part] })).toMatchObject({ ok: true });
  expect(await first({ text: megabytes(100) })).toMatchObject({
    error: { code: "rate_limited", message: "allowance_used" },
  });
  expect(await first({ text: "small" })).toMatchObject({ ok: true });
});

const read = async (folder: string) =>
  Promise.all(
    (await readdir(folder, { recursive: true }))
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => readFile(path.join(folder, name), "utf8")),
  );

test("whatever the network can call has a limit, and limits that services count are counted there", async () => {
  const actions = (await read("server/actions")).join("\n");
  const exported = actions.match(/^export (?!type ).*$/gm) ?? [];
  expect(exported.length).toBeGreaterThan(30);
  for (const line of exported)
    expect(line).toMatch(/^export const \w+ = (?:publicA|a)ction\(/);
  const services = (await read("server/services")).join("\n");
  for (const [, name] of actions.matchAll(
    /countedInService\(\s*LIMITS\.(\w+)/g,
  ))
    expect(services).toMatch(
      new RegExp(`countAttempt\\(\\s*LIMITS\\.${name ?? ""}\\b`),
    );
});
