/** What has to be asked again whenever somebody comes for an export: who may have it. */
export type ExportJob = {
  readonly accountId: string;
  readonly documentId: string;
  /** With what the team says to itself. */
  readonly remarks: boolean;
  /** The edition that is exported, which may be withdrawn meanwhile; null: the document as it is. */
  readonly editionId: string | null;
  /** The name of a bundle, which is written when it is taken, by no queue; null for all other formats. */
  readonly bundle: string | null;
};

const key = Symbol.for("duizhao.export-jobs");
const shared = globalThis as { [key: symbol]: Map<string, ExportJob> };

/** The queue forgets jobs after minutes; more than this nobody starts meanwhile. */
const MAX_KEPT = 10_000;

// Routes may be bundled apart from each other; they share one map.
const jobs = (): Map<string, ExportJob> => (shared[key] ??= new Map());

/** Remembers whose a job is. */
export function keepExportJob(id: string, job: ExportJob): void {
  jobs().set(id, job);
  for (const oldest of jobs().keys()) {
    if (jobs().size <= MAX_KEPT) return;
    jobs().delete(oldest);
  }
}

/** A job of an account; null where it is unknown, or another's. */
export function findExportJob(accountId: string, id: string): ExportJob | null {
  const job = jobs().get(id);
  return job?.accountId === accountId ? job : null;
}
