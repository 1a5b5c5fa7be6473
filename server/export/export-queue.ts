import { randomUUID } from "node:crypto";
import type { ExportedFile } from "@/core/export/options";
import { makeDispatcher, type Patience } from "./jobs/dispatcher";
import { ExportFailure, type Results, type Task } from "./jobs/messages";
import type { WorkerLimits } from "./jobs/open-worker";
import { makeShare, type Share } from "./jobs/share";
import type { ExportJobView, ExportQueue } from "./queue";

const MB = 1_000_000;
const MINUTE = 60_000;

/** What the queue allows; times in milliseconds, sizes in bytes. */
export type QueueLimits = WorkerLimits & {
  readonly patience: Patience;
  /** Exports one owner may have waiting or under way. */
  readonly perOwner: number;
  /** Exports of all accounts that may wait. */
  readonly waiting: number;
  /** Previews one account may have waiting or under way. */
  readonly previewsPerOwner: number;
  /** Previews of all accounts that may wait; they take no place of an export. */
  readonly waitingPreviews: number;
  /** What the public may have waiting: it takes no place of a member. */
  readonly waitingPublic: number;
  /** Bytes of editions that may wait or be written, of members and of the public each; one is always let in. */
  readonly waitingBytes: number;
  /** How long a job is known after its end, with its file. */
  readonly keep: number;
  /** Files kept at most; the oldest goes first. */
  readonly kept: number;
};

export const QUEUE_LIMITS: QueueLimits = {
  program: "server/export/jobs/child.ts",
  rest: 3 * MINUTE,
  // A document of 2,000 paragraphs with 1,000 notes needs half of it as pages.
  memory: 1500 * MB,
  memoryAtRest: 350 * MB,
  patience: { file: 3 * MINUTE, preview: MINUTE, card: MINUTE / 2 },
  perOwner: 3,
  waiting: 50,
  // Each change of an option asks for one, and gives the one before up.
  previewsPerOwner: 4,
  waitingPreviews: 40,
  waitingPublic: 20,
  // An edition of 45,000 paragraphs is 25 MB.
  waitingBytes: 300 * MB,
  keep: 10 * MINUTE,
  kept: 200 * MB,
};

type Job = {
  readonly owner: string;
  readonly control: AbortController;
  view: ExportJobView;
  file: ExportedFile | null;
};

/** The public's downloads, and what is drawn for it, have their turn as one owner's. */
const PUBLIC = "public";

const isUnderWay = ({ view }: Job) =>
  view.state === "waiting" || view.state === "working";

/** Starts the export queue; its children are started when there is something to do. */
export function startExportQueue(
  limits: QueueLimits = QUEUE_LIMITS,
): ExportQueue & { pids(): readonly number[] } {
  const dispatcher = makeDispatcher(limits, limits.patience);
  const closing = new AbortController();
  // In the order of their end once they have ended.
  const jobs = new Map<string, Job>();
  const { waitingBytes: bytes } = limits;
  // One is under way beside those that wait.
  const exports = makeShare({
    perOwner: limits.perOwner,
    all: limits.waiting + 1,
    bytes,
  });
  const previews = makeShare({
    perOwner: limits.previewsPerOwner,
    all: limits.waitingPreviews + 1,
    bytes,
  });
  const ofPublic = makeShare({
    perOwner: limits.waitingPublic + 1,
    all: limits.waitingPublic + 1,
    bytes,
  });

  function find(owner: string, id: string): Job | null {
    const job = jobs.get(id);
    return job !== undefined && job.owner === owner ? job : null;
  }

  function finish(id: string, job: Job, end: Partial<ExportJobView>): void {
    if (!isUnderWay(job)) return;
    job.view = { ...job.view, ...end };
    jobs.delete(id);
    jobs.set(id, job);
    setTimeout(() => jobs.delete(id), limits.keep).unref();
    dropOldest();
  }

  function dropOldest(): void {
    let size = 0;
    for (const [id, { view }] of [...jobs].reverse()) {
      size += view.size ?? 0;
      if (size > limits.kept && view.size !== null) jobs.delete(id);
    }
  }

  const endedBy = (signal?: AbortSignal): AbortSignal =>
    signal === undefined
      ? closing.signal
      : AbortSignal.any([signal, closing.signal]);

  /** Has a task done that somebody waits for, where its share has room. */
  async function send<T extends Task>(
    share: Share,
    owner: string,
    task: T,
    signal?: AbortSignal,
  ): Promise<Results[T["kind"]]> {
    const leave = share.enter(owner, task.edition.byteLength);
    if (leave === null) throw new ExportFailure("export_busy");
    try {
      return await dispatcher.send(task, { owner, signal: endedBy(signal) });
    } finally {
      leave();
    }
  }

  return {
    start(owner, edition, choice) {
      const leave = exports.enter(owner, edition.byteLength);
      if (leave === null) return null;
      const id = randomUUID();
      const control = new AbortController();
      const job: Job = {
        owner,
        control,
        file: null,
        view: {
          id,
          state: "waiting",
          progress: 0,
          size: null,
          filename: null,
          error: null,
        },
      };
      jobs.set(id, job);
      const show = (change: Partial<ExportJobView>) => {
        if (isUnderWay(job)) job.view = { ...job.view, ...change };
      };
      dispatcher
        .send(
          { kind: "file", edition, choice },
          {
            owner,
            signal: AbortSignal.any([control.signal, closing.signal]),
            onStart: () => show({ state: "working" }),
            onProgress: (progress) => show({ progress }),
          },
        )
        .then(
          (file) => {
            job.file = file;
            finish(id, job, {
              state: "done",
              progress: 1,
              size: Buffer.byteLength(file.body),
              filename: file.filename,
            });
          },
          (error: unknown) =>
            finish(id, job, { state: "failed", error: keyOf(error) }),
        )
        .finally(leave);
      return id;
    },
    find: (owner, id) => find(owner, id)?.view ?? null,
    take: (owner, id) => find(owner, id)?.file ?? null,
    cancel(owner, id) {
      const job = find(owner, id);
      if (job === null || !isUnderWay(job)) return;
      finish(id, job, { state: "cancelled" });
      job.control.abort(new ExportFailure("export_cancelled"));
    },
    async run(edition, choice, signal) {
      const task = { kind: "file", edition, choice } as const;
      return send(ofPublic, PUBLIC, task, signal);
    },
    async preview(owner, edition, choice, signal) {
      const task = { kind: "preview", edition, choice } as const;
      return send(previews, owner, task, signal);
    },
    async drawCard(edition) {
      return send(ofPublic, PUBLIC, { kind: "card", edition });
    },
    pids: () => dispatcher.pids(),
    async close() {
      closing.abort(new ExportFailure("export_unavailable"));
      await dispatcher.close();
      jobs.clear();
    },
  };
}

function keyOf(error: unknown): string {
  if (error instanceof ExportFailure) return error.message;
  console.error(error);
  return "export_failed";
}
