/** Why a visitor is refused; the client acts on these words. */
export type RefusalReason =
  | "unauthenticated"
  | "not_found"
  | "rate_limited"
  | "too_large"
  | "role_changed"
  | "unavailable"
  | "reset";

const CODES: Record<RefusalReason, number> = {
  unauthenticated: 4401,
  not_found: 4404,
  rate_limited: 4429,
  too_large: 4413,
  role_changed: 4403,
  unavailable: 4503,
  reset: 4205,
};

/** A refusal that is an everyday answer, not a failure. Without a message, so that Hocuspocus does not log it. */
export class Refusal extends Error {
  readonly code: number;
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super("");
    this.reason = reason;
    this.code = CODES[reason];
  }

  /** The same as the event of a closing connection. */
  get event(): { readonly code: number; readonly reason: RefusalReason } {
    return { code: this.code, reason: this.reason };
  }
}
