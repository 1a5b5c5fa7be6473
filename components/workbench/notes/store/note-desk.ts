import {
  createValueStore,
  type ValueStore,
} from "@/components/workbench/state/value-store";

/** Words of the Chinese that are selected, or were and stay held while one goes to their English. */
export type HeldWords = {
  readonly rowId: string;
  readonly paragraphId: string;
  readonly field: string;
  /** UTF-16 offsets in the row's source, half-open. */
  readonly from: number;
  readonly to: number;
};

export type MarginTab = "terms" | "notes";

/** Where one is among the notes. */
export type NoteDesk = {
  readonly tab: MarginTab;
  /** The note whose card is open. */
  readonly openId: string | null;
  /** Where the focus goes when a card opens: into its text, to the card, or nowhere. */
  readonly focus: "text" | "card" | "none";
  /** Grows with each opening, so that opening the same card twice is noticed. */
  readonly arrival: number;
  /** The note whose places are shown in both texts. */
  readonly litId: string | null;
  readonly held: HeldWords | null;
};

export type NoteDeskStore = ValueStore<NoteDesk>;

/** Makes the state of the notes as a document is opened. */
export function createNoteDesk(): NoteDeskStore {
  return createValueStore<NoteDesk>({
    tab: "terms",
    openId: null,
    focus: "none",
    arrival: 0,
    litId: null,
    held: null,
  });
}
