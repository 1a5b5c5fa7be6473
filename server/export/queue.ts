import type { ExportJobView, ExportPreview } from "@/core/export/job";
import type { ExportChoice, ExportedFile } from "@/core/export/options";
import type { EditionPack } from "./edition-pack";

export type { ExportJobView, ExportPreview };

/**
 * Writes files of editions in another process, which can be ended at any time and does not keep this one from answering.
 * `owner` is who may see a job: the id of an account. Editions are as `assembleEdition` or a frozen edition has them, packed.
 * What it throws are plain errors: it runs in the other module graph, where an AppError is not ours.
 */
export type ExportQueue = {
  /** Starts an export; null where one owner has too many under way. */
  start(
    owner: string,
    edition: EditionPack,
    choice: ExportChoice,
  ): string | null;
  /** Null for a job that is unknown, too old, or another's. */
  find(owner: string, jobId: string): ExportJobView | null;
  /** The file of a job that is done; null otherwise. It can be taken more than once while the job is kept. */
  take(owner: string, jobId: string): ExportedFile | null;
  cancel(owner: string, jobId: string): void;
  /** Writes a file and waits for it. */
  run(
    edition: EditionPack,
    choice: ExportChoice,
    signal?: AbortSignal,
  ): Promise<ExportedFile>;
  preview(
    owner: string,
    edition: EditionPack,
    choice: ExportChoice,
    signal?: AbortSignal,
  ): Promise<ExportPreview>;
  /** The picture that stands for an edition where its address is shared: PNG, 1200 by 630. */
  drawCard(edition: EditionPack): Promise<Uint8Array>;
  close(): Promise<void>;
};

const key = Symbol.for("duizhao.exports");

/** Makes the export queue known to the services; called once by the process that runs it. */
export function shareExportQueue(queue: ExportQueue | null): void {
  (globalThis as { [key: symbol]: ExportQueue | undefined })[key] =
    queue ?? undefined;
}

/** The export queue of this process, or null where none runs (command line, tests of services). */
export function exportQueue(): ExportQueue | null {
  return (
    (globalThis as { [key: symbol]: ExportQueue | undefined })[key] ?? null
  );
}
