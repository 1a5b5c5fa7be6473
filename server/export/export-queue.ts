import { randomUUID } from "node:crypto";
import type { ExportedFile } from "@/core/export/options";
import { makeDispatcher, type Patience } from "./jobs/dispatcher";
import { ExportFailure } from "./jobs/messages";
import type { WorkerLimits } from "./jobs/open-worker";
import type { ExportJobView, ExportQueue } from "./queue";

const MB = 1_000_000;
const MINUTE = 60_000;

/** What the queue allows; times in milliseconds, sizes in bytes. */
export type QueueLimits = WorkerLimits & {
  readonly patience: Patience;
  /** Exports one owner may have waiting or under way. */
  readonly perOwner: number;
  /** Tasks of everybody that may wait. */
  readonly waiting: number;
  /** Tasks of the public among them: whoever asks for files of editions keeps nobody from exporting. */
  readonly waitingPublic: number;
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
  waitingPublic: 20,
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
/** What members look at before they export. */
const PREVIEWS = "previews";

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

  /** What may wait together with what ends it. */
  function admit(
    owner: typeof PUBLIC | typeof PREVIEWS,
    signal?: AbortSignal,
  ): AbortSignal {
    const isFull = dispatcher.waiting() >= limits.waiting;
    const own = owner === PUBLIC ? limits.waitingPublic : limits.waiting;
    if (isFull || dispatcher.waiting(owner) >= own)
      throw new ExportFailure("export_busy");
    return signal === undefined
      ? closing.signal
      : AbortSignal.any([signal, closing.signal]);
  }

  return {
    start(owner, edition, choice) {
      const own = [...jobs.values()].filter((job) => job.owner === owner);
      if (own.filter(isUnderWay).length >= limits.perOwner) return null;
      if (dispatcher.waiting() >= limits.waiting) return null;
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
        );
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
      return dispatcher.send(
        { kind: "file", edition, choice },
        { owner: PUBLIC, signal: admit(PUBLIC, signal) },
      );
    },
    async preview(edition, choice, signal) {
      return dispatcher.send(
        { kind: "preview", edition, choice },
        { owner: PREVIEWS, signal: admit(PREVIEWS, signal) },
      );
    },
    async drawCard(edition) {
      return dispatcher.send(
        { kind: "card", edition },
        { owner: PUBLIC, signal: admit(PUBLIC) },
      );
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
