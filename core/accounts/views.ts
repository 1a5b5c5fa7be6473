import type { Locale, Theme } from "./preferences";

/** What an account is shown of itself. */
export type AccountView = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly instanceRole: "owner" | "member";
  /** Null follows the browser. */
  readonly locale: Locale | null;
  /** Null follows the system. */
  readonly theme: Theme | null;
};

/** A browser in which an account is signed in. */
export type SessionItem = {
  readonly id: string;
  /** "Firefox", "Windows"; null where the browser did not say. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly createdAt: string;
  /** To within some minutes. */
  readonly lastSeenAt: string;
  /** True for the browser that asks. */
  readonly isPresent: boolean;
};

/** Whether a visitor may sign up here, and what they need for it. */
export type SignUpDoor = {
  /**
   * `first`: there is no account yet, the next one owns the instance; `invited`: by the invitation shown;
   * `open`: anyone may; `invite_only` and `closed`: not without, or not at all.
   */
  readonly kind: "first" | "invited" | "open" | "invite_only" | "closed";
  /** True where the link printed at the start of the server is needed. */
  readonly needsSetupToken: boolean;
  readonly invitation: InvitationOffer | null;
};

/** What the holder of an invitation link is told of it. */
export type InvitationOffer = {
  readonly email: string;
  readonly projectName: string;
  readonly invitedBy: string | null;
};
