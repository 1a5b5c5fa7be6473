import { z } from "zod";
import { nameSchema } from "@/core/text/name";
import { EmailSchema } from "./email";
import { LOCALES, THEMES } from "./preferences";

/** Names of accounts are short: they stand beside carets. */
const name = nameSchema(80);

// Whether a new password is fit is decided by the service, which knows the list of common ones.
const password = z
  .string()
  .min(1, "password_missing")
  .max(1_000, "password_long");

/** A secret from a link: 32 random bytes in base64url, or nothing. */
const token = z.string().max(200).nullable();

export const SignUpInput = z.strictObject({
  name,
  email: EmailSchema,
  password,
  /** The secret of an invitation link. */
  invitation: token,
  /** The secret that the first account needs where the instance is reachable by others. */
  setup: token,
  locale: z.enum(LOCALES),
});
export type SignUpInput = z.infer<typeof SignUpInput>;

/** What signing in reads; anything that is not this is a wrong password. */
export const SignInInput = z.object({
  email: EmailSchema,
  password: z.string().min(1).max(1_000),
});
export type SignInInput = z.infer<typeof SignInInput>;

export const RenameAccountInput = z.strictObject({ name });
export type RenameAccountInput = z.infer<typeof RenameAccountInput>;

export const ChangePasswordInput = z.strictObject({
  current: password,
  password,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

/** Language and looks; null follows browser and system, what is left out stays. */
export const ChangePreferencesInput = z.strictObject({
  locale: z.enum(LOCALES).nullable().optional(),
  theme: z.enum(THEMES).nullable().optional(),
});
export type ChangePreferencesInput = z.infer<typeof ChangePreferencesInput>;

export const EndSessionInput = z.strictObject({ sessionId: z.uuid() });
export type EndSessionInput = z.infer<typeof EndSessionInput>;

/** All other browsers, or this one too. */
export const EndSessionsInput = z.strictObject({
  scope: z.enum(["others", "all"]),
});
export type EndSessionsInput = z.infer<typeof EndSessionsInput>;

export const AcceptInvitationInput = z.strictObject({
  token: z.string().min(1).max(200),
});
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>;
