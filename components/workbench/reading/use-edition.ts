"use client";

import { useEffect, useRef, useState } from "react";
import { useLive } from "@/components/workbench/live/live-provider";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { Edition } from "@/core/editions/edition";
import { createRefresher, type Refresher } from "./refresher";

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
  const [edition, setEdition] = useState<Edition | null>(null);
  const [failed, setFailed] = useState(false);
  const refresher = useRef<Refresher | null>(null);
  const address = `/projects/${view.projectId}/documents/${view.id}/edition`;

  useEffect(() => {
    const made = createRefresher(async (signal) => {
      try {
        const response = await fetch(address, { signal });
        if (!response.ok) throw new Error(`edition ${response.status}`);
        const fresh = (await response.json()) as Edition;
        if (signal.aborted) return;
        setEdition(fresh);
        setFailed(false);
      } catch {
        if (!signal.aborted) setFailed(true);
      }
    });
    refresher.current = made;
    made.now();
    const unsubscribe = changes.subscribe(made.ask);
    return () => {
      unsubscribe();
      made.stop();
    };
  }, [address, changes]);

  // What was announced without a connection was missed.
  const wasOffline = useRef(false);
  useEffect(() => {
    if (saving === "offline") wasOffline.current = true;
    else if (saving === "saved" && wasOffline.current) {
      wasOffline.current = false;
      refresher.current?.now();
    }
  }, [saving]);

  return {
    edition,
    failed,
    retry: () => {
      setFailed(false);
      refresher.current?.now();
    },
  };
}
