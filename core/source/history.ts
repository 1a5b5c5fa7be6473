import type { Correction } from "./correction";
import { correct } from "./corrections";
import type { ParsedSource } from "./paragraph";

/** The states a source went through while it was corrected; plain data, so that it can be kept and restored. */
export type CorrectionHistory = {
  readonly past: readonly ParsedSource[];
  readonly present: ParsedSource;
  readonly future: readonly ParsedSource[];
  /** The metadata field that is being typed: its letters are one step. */
  readonly typing: string | null;
};

/** States share their paragraphs, so a step costs one array; this many is far more than anyone takes back. */
const MAX_STEPS = 200;

/** Begins with what the parser understood. */
export function startHistory(source: ParsedSource): CorrectionHistory {
  return { past: [], present: source, future: [], typing: null };
}

/** Makes a correction a step that can be undone; one that changes nothing is none. */
export function recordCorrection(
  history: CorrectionHistory,
  correction: Correction,
): CorrectionHistory {
  const present = correct(history.present, correction);
  if (present === history.present) return history;
  const typing = correction.kind === "set-metadata" ? correction.name : null;
  if (typing !== null && typing === history.typing)
    return { ...history, present, future: [] };
  return {
    past: [...history.past, history.present].slice(-MAX_STEPS),
    present,
    future: [],
    typing,
  };
}

/** Takes the last correction back; the history itself where there is none. */
export function undoCorrection(history: CorrectionHistory): CorrectionHistory {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    typing: null,
  };
}

/** Makes again what was taken back; the history itself where there is nothing. */
export function redoCorrection(history: CorrectionHistory): CorrectionHistory {
  const present = history.future[0];
  if (present === undefined) return history;
  return {
    past: [...history.past, history.present],
    present,
    future: history.future.slice(1),
    typing: null,
  };
}
