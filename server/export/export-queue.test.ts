import { afterEach, describe, expect, it, vi } from "vitest";
import type { Edition } from "@/core/editions/edition";
import {
  DEFAULT_OPTIONS,
  type ExportChoice,
  type ExportFormat,
} from "@/core/export/options";
import { packEdition } from "./edition-pack";
import {
  QUEUE_LIMITS,
  startExportQueue,
  type QueueLimits,
} from "./export-queue";

let queue: ReturnType<typeof startExportQueue>;
afterEach(() => queue.close());

/** A queue whose child does what each format stands for. */
function open(limits: Partial<QueueLimits> = {}) {
  queue = startExportQueue({
    ...QUEUE_LIMITS,
    program: "server/export/fixtures/obstinate-child.ts",
    ...limits,
  });
  return queue;
}

const edition = (title = "") =>
  packEdition({ title: { source: title } } as Edition);
const as = (format: ExportFormat): ExportChoice => ({
  format,
  options: DEFAULT_OPTIONS,
});
const STATES = { timeout: 10_000, interval: 5 };

/** Waits until a job is in a state. */
const untilIs = (owner: string, id: string | null, state: string) =>
  vi.waitUntil(() => queue.find(owner, id ?? "")?.state === state, STATES);

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the export queue", () => {
  it("writes a file in another process and keeps it for its owner alone", async () => {
    open();
    const id = queue.start("ann", edition("规划"), as("txt")) ?? "";
    await untilIs("ann", id, "done");
    const body = String(queue.take("ann", id)?.body);
    expect(body).toMatch(/^规划 \d+$/);
    expect(body).not.toBe(`规划 ${process.pid}`);
    expect(queue.find("ann", id)).toMatchObject({
      progress: 1,
      size: Buffer.byteLength(body),
      filename: "file.txt",
    });
    expect(queue.find("bob", id)).toBeNull();
    expect(queue.take("bob", id)).toBeNull();
    queue.cancel("bob", id);
    expect(queue.take("ann", id)?.body).toBe(body);
  });

  it("keeps its child for the next task, and ends one that nobody needs", async () => {
    open({ rest: 50 });
    const first = await queue.run(edition("a"), as("txt"));
    expect(await queue.run(edition("a"), as("txt"))).toEqual(first);
    await vi.waitUntil(() => queue.pids().length === 0, STATES);
  });

  it("gives the child nothing of the environment", async () => {
    open();
    vi.stubEnv("NEXTAUTH_SECRET", "a secret that nobody else may know");
    const { body } = await queue.run(edition(), as("tei"));
    vi.unstubAllEnvs();
    const seen = Object.keys(JSON.parse(String(body)) as object);
    expect(seen.filter((name) => !name.startsWith("NODE_"))).toEqual([]);
  });

  it("ends the child of a job that is cancelled, and starts another for the next", async () => {
    open();
    const id = queue.start("ann", edition(), as("html")) ?? "";
    await vi.waitUntil(() => queue.find("ann", id)?.progress === 0.5, STATES);
    const [pid = 0] = queue.pids();
    queue.cancel("ann", id);
    expect(queue.find("ann", id)?.state).toBe("cancelled");
    await vi.waitUntil(() => !isAlive(pid), STATES);
    await expect(queue.run(edition(), as("txt"))).resolves.toBeDefined();
  });

  it("cancels a job that waits, without touching the one under way", async () => {
    open();
    const first = queue.start("ann", edition(), as("html"));
    const second = queue.start("ann", edition(), as("txt")) ?? "";
    await untilIs("ann", first, "working");
    queue.cancel("ann", second);
    expect(queue.find("ann", second)?.state).toBe("cancelled");
    expect(queue.find("ann", first ?? "")?.state).toBe("working");
  });

  it("says that a job failed where its child falls or is killed, and goes on with another", async () => {
    open();
    const fallen = queue.start("ann", edition(), as("docx"));
    const killed = queue.start("ann", edition(), as("html"));
    const next = queue.start("ann", edition(), as("txt"));
    await untilIs("ann", fallen, "failed");
    expect(queue.find("ann", fallen ?? "")?.error).toBe("export_failed");
    await vi.waitUntil(
      () => queue.find("ann", killed ?? "")?.progress === 0.5,
      STATES,
    );
    process.kill(queue.pids()[0] ?? 0, "SIGKILL");
    await untilIs("ann", killed, "failed");
    await untilIs("ann", next, "done");
  });

  it("passes on why the child could not", async () => {
    open();
    await expect(queue.run(edition(), as("tmx"))).rejects.toThrow(
      "export_too_large",
    );
  });

  it("ends what takes too long, and what takes too much memory", async () => {
    open({ patience: { file: 300, preview: 1000, card: 1000 } });
    await expect(queue.run(edition(), as("html"))).rejects.toThrow(
      "export_timeout",
    );
    await queue.close();
    open({ memory: 300_000_000 });
    await expect(queue.run(edition(), as("pdf"))).rejects.toThrow(
      "export_too_large",
    );
  });

  it("ends what nobody waits for any more", async () => {
    open();
    const control = new AbortController();
    const run = queue.run(edition(), as("html"), control.signal);
    await vi.waitUntil(() => queue.pids().length === 1, STATES);
    control.abort(new Error("gone"));
    await expect(run).rejects.toThrow("gone");
    await vi.waitUntil(() => queue.pids().length === 0, STATES);
  });

  it("takes so many jobs of one owner, and so many of all", async () => {
    open({ perOwner: 2, waiting: 3 });
    expect(queue.start("ann", edition(), as("html"))).not.toBeNull();
    expect(queue.start("ann", edition(), as("txt"))).not.toBeNull();
    expect(queue.start("ann", edition(), as("txt"))).toBeNull();
    expect(queue.start("bob", edition(), as("txt"))).not.toBeNull();
    expect(queue.start("cem", edition(), as("txt"))).not.toBeNull();
    expect(queue.start("dee", edition(), as("txt"))).toBeNull();
  });

  it("lets no account close it for others by asking for previews", async () => {
    open({ perOwner: 3, waitingPreviews: 60 });
    const asked = Array.from({ length: 75 }, () =>
      queue.preview("ann", edition(), as("html")),
    );
    const ended = Promise.allSettled(asked);
    const jobs = Array.from({ length: 3 }, () =>
      queue.start("bob", edition(), as("txt")),
    );
    expect(jobs).not.toContain(null);
    await expect(queue.run(edition(), as("txt"))).resolves.toBeDefined();
    await expect(
      queue.preview("bob", edition(), as("html")),
    ).resolves.toBeDefined();
    await expect(queue.drawCard(edition())).resolves.toBeDefined();
    const refused = (await ended).filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(75 - QUEUE_LIMITS.previewsPerOwner);
    for (const id of jobs) await untilIs("bob", id, "done");
    // Once they are drawn, there is room again.
    await expect(
      queue.preview("ann", edition(), as("html")),
    ).resolves.toBeDefined();
  });

  it("holds so many bytes of editions at most, and always one edition", async () => {
    open({ waitingBytes: 5000 });
    const long = edition("长".repeat(3000));
    const control = new AbortController();
    const first = queue.run(long, as("html"), control.signal);
    first.catch(() => undefined);
    await expect(queue.run(long, as("txt"))).rejects.toThrow("export_busy");
    expect(queue.start("ann", long, as("md"))).not.toBeNull();
    expect(queue.start("bob", long, as("md"))).toBeNull();
    control.abort(new Error("gone"));
    await expect(first).rejects.toThrow("gone");
    await expect(queue.run(long, as("txt"))).resolves.toBeDefined();
  });

  it("lets the public fill a part of it alone, and nothing of what members look at", async () => {
    open({ waitingPublic: 2 });
    const control = new AbortController();
    const asking = Array.from({ length: 3 }, () =>
      queue.run(edition(), as("html"), control.signal),
    );
    for (const each of asking) each.catch(() => undefined);
    await expect(queue.run(edition(), as("html"))).rejects.toThrow(
      "export_busy",
    );
    await expect(queue.drawCard(edition())).rejects.toThrow("export_busy");
    expect(queue.start("ann", edition(), as("txt"))).not.toBeNull();
    await expect(
      queue.preview("bob", edition(), as("html")),
    ).resolves.toBeDefined();
    control.abort(new Error("gone"));
  });

  it("gives owners their turns", async () => {
    open();
    const control = new AbortController();
    const gone = queue.run(edition(), as("html"), control.signal);
    gone.catch(() => undefined);
    const first = queue.start("ann", edition(), as("txt"));
    const second = queue.start("ann", edition(), as("html"));
    const other = queue.start("bob", edition(), as("txt"));
    control.abort(new Error("gone"));
    await untilIs("ann", first, "done");
    await untilIs("bob", other, "done");
    expect(queue.find("ann", second ?? "")?.state).not.toBe("done");
  });

  it("makes what somebody looks at while a file is written", async () => {
    open();
    const id = queue.start("ann", edition(), as("html"));
    await untilIs("ann", id, "working");
    await expect(
      queue.preview("bob", edition(), as("html")),
    ).resolves.toBeDefined();
    expect(queue.find("ann", id ?? "")?.state).toBe("working");
  });

  it("forgets files when there are too many bytes of them, and after a while", async () => {
    open({ kept: 1500, keep: 400 });
    const first = queue.start("ann", edition(), as("md"));
    const second = queue.start("ann", edition(), as("md"));
    await untilIs("ann", second, "done");
    expect(queue.take("ann", first ?? "")).toBeNull();
    expect(queue.take("ann", second ?? "")).not.toBeNull();
    await vi.waitUntil(() => queue.find("ann", second ?? "") === null, STATES);
  });

  it("ends all work and its children when it is closed", async () => {
    open();
    const run = queue.run(edition(), as("html"));
    run.catch(() => undefined);
    await vi.waitUntil(() => queue.pids().length === 1, STATES);
    const [pid = 0] = queue.pids();
    await queue.close();
    await expect(run).rejects.toThrow("export_unavailable");
    expect(isAlive(pid)).toBe(false);
    await expect(queue.run(edition(), as("txt"))).rejects.toThrow(
      "export_unavailable",
    );
  });
});
