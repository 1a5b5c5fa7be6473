"use client";

import { useEffect, useRef, useState } from "react";
import { runExport, type ExportOrder } from "./run-export";

/** What an export is doing, or what became of the last one. */
export type ExportWork =
  | { readonly kind: "at rest" }
  /** `progress` from 0 to 1. */
  | { readonly kind: "working"; readonly progress: number }
  | { readonly kind: "done"; readonly filename: string }
  /** `error` is a key below `errors`. */
  | { readonly kind: "failed"; readonly error: string }
  | { readonly kind: "unreachable" }
  | { readonly kind: "cancelled" };

/** Runs one export at a time; it is given up when the dialog is closed. */
export function useExport(document: string) {
  const [work, setWork] = useState<ExportWork>({ kind: "at rest" });
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  async function start(order: ExportOrder) {
    const current = new AbortController();
    running.current = current;
    setWork({ kind: "working", progress: 0 });
    try {
      const answer = await runExport(
        document,
        order,
        current.signal,
        (progress) => setWork({ kind: "working", progress }),
      );
      setWork(
        answer.ok
          ? { kind: "done", filename: answer.value }
          : { kind: "failed", error: answer.error },
      );
    } catch {
      if (!current.signal.aborted) setWork({ kind: "unreachable" });
    }
  }

  return {
    work,
    start,
    cancel: () => {
      running.current?.abort();
      setWork({ kind: "cancelled" });
    },
    /** What was said of the last export is not said of the next. */
    forget: () => setWork({ kind: "at rest" }),
  };
}
