import type { Doc } from "yjs";
import type { HocuspocusProvider } from "@hocuspocus/provider";

/** What the header says about saving; always the truth about every text touched in this window. */
export type Saving = "connecting" | "saving" | "saved" | "offline" | "unsaved";

/** Someone else who has this document open. */
export type Peer = {
  readonly accountId: string;
  readonly name: string;
  readonly initials: string;
  /** A hex colour that carries white letters. */
  readonly color: string;
  /** The row they are in, or null. */
  readonly rowId: string | null;
};

/** Why this window may not even read here any more: no member of the project, or signed out. */
export type LostAccess = "removed" | "signed_out";

/** Why something is not saved, for the words that explain it. */
export type UnsavedReason =
  | "read_only"
  | "too_large"
  | "not_accepted"
  | "unavailable"
  | "not_kept"
  | LostAccess;

/** A live text that is held open; release it when it is no longer shown. */
export type OpenText = {
  readonly textId: string;
  readonly doc: Doc;
  readonly provider: HocuspocusProvider;
  /** Resolves once the text is there: synced with the server. */
  readonly ready: Promise<void>;
  /** True once the text is there. */
  readonly isReady: () => boolean;
  /** True when the server takes no changes of ours. */
  readonly isReadOnly: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
  /** Holds back what others change while an input method composes in this text, and lets it in again. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly release: () => void;
};

export type Live = {
  readonly saving: Saving;
  readonly unsavedReason: UnsavedReason | null;
  readonly lostAccess: LostAccess | null;
  /** Others only; one entry per account. */
  readonly peers: readonly Peer[];
  /** Tells the others which row one is in. */
  readonly setPlace: (rowId: string | null) => void;
  /** Resolves when every change made here to this text is in the database. */
  readonly flush: (textId: string) => Promise<void>;
  /** Opens a live text, or warms it up: the editor mounts at once on a text that is open already. */
  readonly openText: (textId: string) => OpenText;
};
