"use client";

import { useEffect, useRef, useState } from "react";
import { useLive } from "@/components/workbench/live/live-provider";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { Edition } from "@/core/editions/edition";

/** After a change others may go on typing: their words are fetched once they pause, or at least this often. */
const PAUSE_MS = 900;

/** A long document takes longer to assemble: it is asked for no more often than a quarter of the time. */
const SHARE = 4;

export type EditionState = {
  /** The last one that arrived; null until there is one. */
  readonly edition: Edition | null;
  readonly failed: boolean;
  readonly retry: () => void;
};

/** The document as it will be published, kept as it is now. */
export function useEdition(): EditionState {
  const { view, changes } = useWorkbench();
  const { saving } = useLive();
  const count = useStored(changes, (state) => state.count);
  const [edition, setEdition] = useState<Edition | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const took = useRef(0);
  const isFirst = useRef(true);
  const isConnected = saving !== "offline" && saving !== "connecting";
  const address = `/projects/${view.projectId}/documents/${view.id}/edition`;

  useEffect(() => {
    const abort = new AbortController();
    const load = async () => {
      const begun = performance.now();
      try {
        const response = await fetch(address, { signal: abort.signal });
        if (!response.ok) throw new Error(`edition ${response.status}`);
        setEdition((await response.json()) as Edition);
        setFailed(false);
        isFirst.current = false;
      } catch {
        if (!abort.signal.aborted) setFailed(true);
      }
      took.current = performance.now() - begun;
    };
    const wait = isFirst.current ? 0 : Math.max(PAUSE_MS, took.current * SHARE);
    const timer = setTimeout(() => void load(), wait);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [address, count, attempt, isConnected]);

  return {
    edition,
    failed,
    retry: () => {
      setFailed(false);
      isFirst.current = true;
      setAttempt((known) => known + 1);
    },
  };
}
