"use client";

import { useEffect, useState } from "react";
import type { ExportPreview } from "@/core/export/job";
import { askServer } from "./ask-server";
import type { ExportOrder } from "./run-export";

export type PreviewState = {
  /** The last one that arrived, perhaps of another choice while the next is drawn. */
  readonly preview: ExportPreview | null;
  readonly isDrawing: boolean;
  /** A key below `errors`, or null. */
  readonly error: string | null;
  readonly retry: () => void;
};

/** Whoever tries one option after the other waits for the last alone. */
const DEBOUNCE_MS = 350;

type Drawn = {
  /** The order it is of. */
  readonly key: string;
  readonly preview: ExportPreview | null;
  readonly error: string | null;
};

/** A page of an export as it will look, kept up with what is chosen; nothing is asked for while `order` is null. */
export function usePreview(
  document: string,
  order: ExportOrder | null,
): PreviewState {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [attempt, setAttempt] = useState(0);
  const body = order === null ? null : JSON.stringify(order);
  const key = `${attempt} ${body}`;

  useEffect(() => {
    if (body === null) return;
    const abort = new AbortController();
    const keep = (part: Pick<Drawn, "preview" | "error">) =>
      setDrawn({ key, ...part });
    const timer = setTimeout(() => {
      askServer<ExportPreview>(`${document}/exports/preview`, {
        body: JSON.parse(body) as ExportOrder,
        signal: abort.signal,
      })
        .then((answer) =>
          keep(
            answer.ok
              ? { preview: answer.value, error: null }
              : { preview: null, error: answer.error },
          ),
        )
        .catch(() => {
          if (!abort.signal.aborted)
            keep({ preview: null, error: "unreachable" });
        });
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [document, body, key]);

  return {
    preview: drawn?.preview ?? null,
    isDrawing: body !== null && drawn?.key !== key,
    error: drawn?.key === key ? drawn.error : null,
    retry: () => setAttempt(attempt + 1),
  };
}
