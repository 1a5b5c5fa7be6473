"use client";

import { useEffect, useState } from "react";
import type { DeskStore } from "./state/desk";
import { clampSplit } from "./state/desk";
import { readMemory, writeMemory } from "./state/memory";

const WRITE_MS = 400;

/** Puts the desk back as it was left and keeps it from then on; returns the row where one stopped. */
export function useMemory(documentId: string, desk: DeskStore): string | null {
  const [leftAt, setLeftAt] = useState<string | null>(null);
  useEffect(() => {
    const memory = readMemory(documentId);
    if (memory !== null) {
      desk.set({
        split: clampSplit(memory.split),
        outlineOpen: memory.outlineOpen,
        marginOpen: memory.marginOpen,
      });
      setLeftAt(memory.focusedId);
    }
    let focusedId = memory?.focusedId ?? null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      const { split, outlineOpen, marginOpen } = desk.get();
      writeMemory(documentId, {
        version: 1,
        focusedId,
        split,
        outlineOpen,
        marginOpen,
      });
    };
    const unsubscribe = desk.subscribe(() => {
      focusedId = desk.get().focusedId ?? focusedId;
      clearTimeout(timer);
      timer = setTimeout(write, WRITE_MS);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [documentId, desk]);
  return leftAt;
}
