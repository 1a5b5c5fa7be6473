/** What is sent back, before it is packed. */
export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Beside those that every answer has. */
  readonly headers: Readonly<Record<string, string>>;
};

export const HTML = "text/html; charset=utf-8";

/** How long others may keep what can still be withdrawn, in seconds: docs/decisions/0008. */
export const FRESH = "public, max-age=60, stale-while-revalidate=60";

/** What is named after its content can never change. */
export const FOR_EVER = "public, max-age=31536000, immutable";

/** Nobody keeps it: errors, and what only a secret leads to. */
export const NEVER = "no-store";

/** Sends a reader on; the address that was asked for stays the one to keep. */
export function redirect(location: string): Answer {
  return {
    status: 302,
    type: "text/plain; charset=utf-8",
    body: "",
    headers: { location, "cache-control": FRESH },
  };
}

/** A page of ours. */
export function page(
  body: string,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Answer {
  return { status, type: HTML, body, headers };
}
