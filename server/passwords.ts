import { hash, verify, type Options } from "@node-rs/argon2";
import {
  findPasswordFault,
  normalizePassword,
} from "@/core/accounts/passwords";
import { AppError } from "@/core/errors";

/** Argon2id as OWASP's password storage advice gives it: 19 MiB, two passes, one lane. The algorithm is the package's default. */
const ARGON2ID: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | null = null;

/** Hashes a password for storage. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalizePassword(password), ARGON2ID);
}

/**
 * Tells whether a password is that of a stored hash. For an account that does not exist pass null: the same work is
 * done and the answer is no, so that time tells nothing about who has an account.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<boolean> {
  decoy ??= hashPassword("no account has this hash");
  const matches = await verify(
    stored ?? (await decoy),
    normalizePassword(password),
  );
  return stored !== null && matches;
}

let common: Promise<ReadonlySet<string>> | null = null;

// 49,000 passwords from published leaks, loaded when the first new password is judged.
async function loadCommonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"].map(String));
}

/** Refuses a new password that is too short, too long, common or personal; `field` is the input it came from. */
export async function checkNewPassword(
  password: string,
  owner: { readonly name: string; readonly email: string },
  field = "password",
): Promise<void> {
  const list = await (common ??= loadCommonPasswords());
  const fault = findPasswordFault(password, owner, (text) => list.has(text));
  if (fault !== null)
    throw new AppError("invalid", "input_invalid", {
      fields: { [field]: fault },
    });
}
