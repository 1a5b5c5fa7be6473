/** Every way in which a request can fail that a caller treats differently. */
export const ERROR_CODES = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "conflict",
  "invalid",
  "too_large",
  "rate_limited",
  "unavailable",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A failure that is told to the user.
 * `message` is a key below `errors` in the interface texts ("email_taken"), never a sentence, so that it is shown
 * in the reader's language; `values` fill its placeholders; `fields` maps an input's name to such a key.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    message: string,
    details: {
      readonly values?: Readonly<Record<string, string | number>>;
      readonly fields?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.values = details.values ?? {};
    this.fields = details.fields ?? {};
  }
}
