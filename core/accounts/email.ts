import { z } from "zod";

/** An e-mail address as accounts are known by: trimmed, lower case. */
export const EmailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "too_long")
  .pipe(z.email("email_invalid"));
