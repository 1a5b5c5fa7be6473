import { AppError } from "@/core/errors";
import { exportQueue, type ExportQueue } from "@/server/export/queue";

/** The export queue of this process; throws `unavailable` where none runs. */
export function needQueue(): ExportQueue {
  const queue = exportQueue();
  if (queue === null) throw new AppError("unavailable", "export_unavailable");
  return queue;
}

/**
 * Waits for what the queue was asked for. What it throws comes from another module graph, where an AppError is not ours:
 * its message is a key of the interface texts, or nothing that a reader should see.
 */
export async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (/^export_[a-z_]+$/.test(message))
      throw new AppError("unavailable", message, { cause: error });
    // Who has gone away reads no answer, and is no failure.
    if (!(error instanceof Error && error.name === "AbortError"))
      console.error(error);
    throw new AppError("unavailable", "export_failed", { cause: error });
  }
}
