"use client";

import { useEffect, useReducer, useRef } from "react";
import type { Correction } from "@/core/source/correction";
import {
  recordCorrection,
  redoCorrection,
  startHistory,
  undoCorrection,
  type CorrectionHistory,
} from "@/core/source/history";
import type { SourcePreview } from "@/core/source/inputs";
import {
  isEmptyImport,
  keepImport,
  readKeptImport,
  writeImport,
} from "./kept-import";

/** What was read, apart from its structure, which is corrected. */
export type SourceFile = Omit<SourcePreview, "parsed">;

export type ImportState = {
  readonly pasted: string;
  readonly source: SourceFile | null;
  readonly history: CorrectionHistory | null;
  /** The paragraph that corrections go to. */
  readonly selected: number;
  /** Whether a person has changed anything of what was understood. */
  readonly isCorrected: boolean;
};

type Change =
  | { readonly kind: "restore"; readonly state: ImportState }
  | { readonly kind: "forget" }
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
  isCorrected: false,
};

/** The state of an import: what was pasted, what was understood, and the corrections made. */
export function useImport(projectId: string) {
  const [state, dispatch] = useReducer(reduce, EMPTY);
  useKeeping(projectId, state, dispatch);
  return {
    state,
    dispatch,
    /** Forgets an import that has been stored. */
    forget: () => dispatch({ kind: "forget" }),
  };
}

/** A large document takes a moment to be written down: not at every letter. */
const WRITE_AFTER_MS = 300;

function useKeeping(
  projectId: string,
  state: ImportState,
  dispatch: (change: Change) => void,
): void {
  const latest = useRef<ImportState | null>(null);
  // What is kept is known to the browser alone, so it comes after the first paint.
  useEffect(() => {
    const kept = readKeptImport(projectId);
    if (kept !== null) dispatch({ kind: "restore", state: kept });
    const write = () =>
      latest.current !== null && writeImport(projectId, latest.current);
    window.addEventListener("pagehide", write);
    return () => {
      window.removeEventListener("pagehide", write);
      write();
    };
  }, [projectId, dispatch]);
  useEffect(() => {
    // The first state is the empty one from before anything was restored.
    if (latest.current === null && isEmptyImport(state)) return;
    latest.current = state;
    keepImport(projectId, state);
    const timer = setTimeout(
      () => writeImport(projectId, state),
      WRITE_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [projectId, state]);
}

function reduce(state: ImportState, change: Change): ImportState {
  switch (change.kind) {
    case "restore":
      return change.state;
    case "forget":
      return EMPTY;
    case "paste":
      return { ...state, pasted: change.text };
    case "understood": {
      const { parsed, ...source } = change.preview;
      return {
        ...state,
        source,
        history: startHistory(parsed),
        selected: 0,
        isCorrected: false,
      };
    }
    case "start-over":
      return { ...EMPTY, pasted: state.pasted };
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
    isCorrected: true,
    selected: Math.min(last, Math.max(0, selected ?? state.selected)),
  };
}
