import { afterEach, describe, expect, it, vi } from "vitest";
import { PUBLIC, THREAD_LIMITS, type ThreadLimits } from "./limits";
import type { Outcome } from "./messages";
import { startThreads } from "./start-threads";
import { defineTask } from "./task";
import { shareThreads } from "./thread-pool";

let threads: ReturnType<typeof startThreads>;
afterEach(async () => {
  shareThreads(null);
  await threads.close();
});

/** Threads that do what each order stands for. */
function open(limits: Partial<ThreadLimits> = {}) {
  threads = startThreads({
    ...THREAD_LIMITS,
    program: "server/threads/fixtures/obstinate-thread.ts",
    ...limits,
  });
  return (name: string, owner = "ann", input: unknown = "x") =>
    threads.perform({ name, input }, { owner });
}

const keyOf = (outcome: Outcome) =>
  outcome.ok ? outcome.value : outcome.failure.message;

describe("the threads for long tasks", () => {
  it("do a task in another thread, and keep it for the next", async () => {
    const send = open();
    const first = keyOf(await send("say"));
    expect(first).toMatch(/^x [1-9]/);
    expect(keyOf(await send("say"))).toBe(first);
  });

  it("pass on what a task says of a failure, and nothing else of it", async () => {
    const send = open();
    expect(await send("refuse", "ann", "id")).toEqual({
      ok: false,
      failure: {
        code: "conflict",
        message: "changed_meanwhile",
        values: { id: "id" },
        fields: {},
      },
    });
    expect(await send("no such task")).toMatchObject({
      failure: { code: "unavailable", message: "unexpected" },
    });
  });

  it("go on with another where one falls, takes too long or too much memory", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const send = open({ heapMegabytes: 60 });
    expect(keyOf(await send("fall"))).toBe("unexpected");
    expect(keyOf(await send("eat"))).toBe("task_too_large");
    expect(keyOf(await send("say"))).toMatch(/^x/);
    await threads.close();
    const impatient = open({ patience: 500 });
    expect(keyOf(await impatient("spin"))).toBe("task_timeout");
    log.mockRestore();
  });

  it("take so many tasks of one owner, and keep one thread free of the public", async () => {
    const send = open({ perOwner: 2 });
    const held = [send("spin", PUBLIC), send("spin", PUBLIC)];
    expect(await send("say", PUBLIC)).toMatchObject({
      failure: { code: "unavailable", message: "task_busy" },
    });
    expect(keyOf(await send("say", "bob"))).toMatch(/^x/);
    held.push(send("spin", "ann"), send("say", "ann"));
    expect(await send("say", "ann")).toMatchObject({
      failure: { code: "rate_limited", message: "task_busy" },
    });
    await threads.close();
    for (const each of held) expect(keyOf(await each)).toBe("task_unavailable");
  });

  it("take so many of all accounts", async () => {
    const send = open({ waiting: 1 });
    const held = [send("spin", "ann"), send("spin", "bob"), send("say", "cem")];
    expect(keyOf(await send("say", "dee"))).toBe("task_busy");
    await threads.close();
    for (const each of held) expect(keyOf(await each)).toBe("task_unavailable");
  });

  it("are used by whoever calls a task, which is done at once where there are none", async () => {
    open();
    const say = defineTask("say", async (words: string) => `here ${words}`);
    expect(await say({ owner: "ann" }, "x")).toBe("here x");
    shareThreads(threads);
    expect(await say({ owner: "ann" }, "x")).toMatch(/^x [1-9]/);
    const refuse = defineTask("refuse", async (id: string) => id);
    await expect(refuse({ owner: "ann" }, "id")).rejects.toMatchObject({
      code: "conflict",
      message: "changed_meanwhile",
      values: { id: "id" },
    });
  });
});
