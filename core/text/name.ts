import { z } from "zod";

// Control characters break storage and lists; direction overrides can make one name look like another.
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Tells whether a text holds characters that no name has: controls, lone surrogates, direction overrides. */
export function hasUnprintable(text: string): boolean {
  return UNPRINTABLE.test(text);
}

/** A name on one line: composed (NFC), trimmed, runs of spaces as one; `max` in UTF-16 units. */
export function nameSchema(max: number) {
  return z
    .string()
    .max(max * 4, "too_long")
    .transform((value) => value.normalize("NFC").replace(/\s+/gu, " ").trim())
    .pipe(
      z
        .string()
        .min(1, "name_missing")
        .max(max, "too_long")
        .refine((value) => !hasUnprintable(value), "name_unprintable"),
    );
}
