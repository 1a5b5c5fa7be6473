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
