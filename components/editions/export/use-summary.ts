"use client";

import { useEffect, useState } from "react";
import type { ExportSummary } from "@/core/editions/views";
import { askServer } from "./ask-server";

/** How much of a document is ready, and its editions, as of now; words for while it is not here. */
export function useSummary(
  document: string,
): ExportSummary | "counting" | "failed" {
  const [summary, setSummary] = useState<ExportSummary | "counting" | "failed">(
    "counting",
  );

  useEffect(() => {
    const abort = new AbortController();
    askServer<ExportSummary>(`${document}/export/summary`, {
      signal: abort.signal,
    })
      .then((answer) => setSummary(answer.ok ? answer.value : "failed"))
      .catch(() => {
        if (!abort.signal.aborted) setSummary("failed");
      });
    return () => abort.abort();
  }, [document]);

  return summary;
}
