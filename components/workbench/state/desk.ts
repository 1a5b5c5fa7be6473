import { createValueStore, type ValueStore } from "./value-store";

/** Where the caret goes when a row's text is opened. */
export type CaretPlace =
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "point"; readonly x: number; readonly y: number }
  /** Lifts the row without entering its text. */
  | { readonly kind: "none" };

export type Panel = "outline" | "margin";

/** What is open and where one is: the state of the screen that is no text. */
export type Desk = {
  readonly focusedId: string | null;
  readonly caret: CaretPlace;
  /** Grows with each arrival, so that arriving twice at one row is noticed. */
  readonly arrival: number;
  readonly outlineOpen: boolean;
  readonly marginOpen: boolean;
  /** The panel shown as a sheet in a narrow window. */
  readonly sheet: Panel | null;
  /** The part of the width that the source column has, 0 to 1. */
  readonly split: number;
  /** The row at the top of the view, for the outline. */
  readonly topId: string | null;
  readonly findOpen: boolean;
  readonly shortcutsOpen: boolean;
  readonly exportOpen: boolean;
  /** Shows the document as it will be published in place of its rows. */
  readonly reading: boolean;
};

export type DeskStore = ValueStore<Desk>;

export const MIN_SPLIT = 0.25;
export const MAX_SPLIT = 0.75;

/** Makes the state of the screen as a document is opened. */
export function createDesk(): DeskStore {
  return createValueStore<Desk>({
    focusedId: null,
    caret: { kind: "none" },
    arrival: 0,
    outlineOpen: true,
    marginOpen: true,
    sheet: null,
    split: 0.5,
    topId: null,
    findOpen: false,
    shortcutsOpen: false,
    exportOpen: false,
    reading: false,
  });
}

/** Keeps a split within what both texts need to stay readable. */
export function clampSplit(split: number): number {
  return Math.min(MAX_SPLIT, Math.max(MIN_SPLIT, split));
}
