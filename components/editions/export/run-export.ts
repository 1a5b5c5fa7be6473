import type { ExportJobView } from "@/core/export/job";
import type { ExportChoice } from "@/core/export/options";
import { askServer, type Answer } from "./ask-server";
import { download } from "./download";

/** What is exported: a draft of the document as it is, or one of its editions. */
export type ExportOrder = {
  readonly choice: ExportChoice;
  /** Null for the draft. */
  readonly editionId: string | null;
};

/** Short ones are written in less than this; of long ones the figure moves often enough. */
const POLL_MS = 300;

/**
 * Has a file written and hands it to the browser's downloads: gives its name. Aborting takes the order back. Rejects
 * where the server can't be reached, and on abort.
 */
export async function runExport(
  document: string,
  order: ExportOrder,
  signal: AbortSignal,
  onProgress: (progress: number) => void,
): Promise<Answer<string>> {
  // Not to be aborted: a job whose name did not arrive could not be given up.
  const started = await askServer<{ readonly jobId: string }>(
    `${document}/exports`,
    { body: order },
  );
  if (!started.ok) return started;
  const address = `/exports/${started.value.jobId}`;
  const giveUp = () => {
    // Also from a page that is being left; nobody waits for the answer.
    fetch(address, { method: "DELETE", keepalive: true }).catch(
      () => undefined,
    );
  };
  signal.addEventListener("abort", giveUp, { once: true });
  if (signal.aborted) giveUp();
  try {
    const done = await follow(address, signal, onProgress);
    return done.ok ? await download(`${address}/file`, signal) : done;
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

/** Asks how far a job is until it has ended. */
async function follow(
  address: string,
  signal: AbortSignal,
  onProgress: (progress: number) => void,
): Promise<Answer<null>> {
  for (;;) {
    const answer = await askServer<ExportJobView>(address, { signal });
    if (!answer.ok) return answer;
    const { state, progress, error } = answer.value;
    switch (state) {
      case "done":
        return { ok: true, value: null };
      case "failed":
        return { ok: false, error: error ?? "unexpected" };
      case "cancelled":
        return { ok: false, error: "export_cancelled" };
      case "waiting":
      case "working":
        onProgress(progress);
        await pause(POLL_MS, signal);
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(new DOMException("Aborted", "AbortError"));
      },
      { once: true },
    );
  });
}
