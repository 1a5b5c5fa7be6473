"use client";

import { useCallback, useEffect, useReducer } from "react";
import type { Correction } from "@/core/source/corrections";
import {
  recordCorrection,
  redoCorrection,
  startHistory,
  undoCorrection,
  type CorrectionHistory,
} from "@/core/source/history";
import type { SourcePreview } from "@/core/source/inputs";

/** What was read, apart from its structure, which is corrected. */
export type SourceFile = Omit<SourcePreview, "parsed">;

export type ImportState = {
  readonly pasted: string;
  readonly source: SourceFile | null;
  readonly history: CorrectionHistory | null;
  /** The paragraph that corrections go to. */
  readonly selected: number;
};

type Change =
  | { readonly kind: "paste"; readonly text: string }
  | { readonly kind: "understood"; readonly preview: SourcePreview }
  | { readonly kind: "correct"; readonly correction: Correction }
  | { readonly kind: "undo" | "redo" | "start-over" }
  | { readonly kind: "select"; readonly index: number };

const EMPTY: ImportState = {
  pasted: "",
  source: null,
  history: null,
  selected: 0,
};

/** Unfinished imports of this tab, by project: going elsewhere and coming back loses nothing. */
const kept = new Map<string, ImportState>();

/** The state of an import: what was pasted, what was understood, and the corrections made. */
export function useImport(projectId: string) {
  const [state, dispatch] = useReducer(
    reduce,
    EMPTY,
    () => kept.get(projectId) ?? EMPTY,
  );
  useEffect(() => {
    kept.set(projectId, state);
  }, [projectId, state]);
  const forget = useCallback(() => {
    dispatch({ kind: "start-over" });
    dispatch({ kind: "paste", text: "" });
  }, []);
  return {
    state,
    dispatch,
    /** Forgets an import that has been stored. */
    forget,
    hasCorrections: (state.history?.past.length ?? 0) > 0,
  };
}

function reduce(state: ImportState, change: Change): ImportState {
  switch (change.kind) {
    case "paste":
      return { ...state, pasted: change.text };
    case "understood": {
      const { parsed, ...source } = change.preview;
      return { ...state, source, history: startHistory(parsed), selected: 0 };
    }
    case "start-over":
      return { ...state, source: null, history: null, selected: 0 };
    case "select":
      return { ...state, selected: change.index };
    case "correct":
      return withHistory(
        state,
        (history) => recordCorrection(history, change.correction),
        selectionAfter(change.correction),
      );
    case "undo":
      return withHistory(state, undoCorrection);
    case "redo":
      return withHistory(state, redoCorrection);
  }
}

/** Joining moves up to the paragraph that grew, cutting on to the new one. */
function selectionAfter(correction: Correction): number | null {
  if (correction.kind === "merge") return correction.index - 1;
  if (correction.kind === "split") return correction.index + 1;
  return correction.kind === "set-metadata" ? null : correction.index;
}

function withHistory(
  state: ImportState,
  change: (history: CorrectionHistory) => CorrectionHistory,
  selected: number | null = null,
): ImportState {
  const history = state.history === null ? null : change(state.history);
  if (history === null || history === state.history) return state;
  const last = Math.max(0, history.present.paragraphs.length - 1);
  return {
    ...state,
    history,
    selected: Math.min(last, Math.max(0, selected ?? state.selected)),
  };
}
