import { SignInInput } from "@/core/accounts/inputs";
import { findCredentials, type AccountRow } from "@/server/db/accounts";
import { newId } from "@/server/ids";
import { verifyPassword } from "@/server/passwords";
import {
  countAttempt,
  forgiveAttempt,
  LIMITS,
  resetAttempts,
} from "@/server/rate-limit";
import { readDevice, sealDevice } from "@/server/session-token";

/** Who signed in, with the sealed mark by which this browser is known to the account from now on. */
export type SignedIn = AccountRow & { readonly device: string };

/**
 * Checks an e-mail address and a password; null when they do not belong together, whichever of them is wrong, after the same
 * work. Throws `rate_limited` after too many attempts from an address, or for an account.
 *
 * Guesses at an account are counted together for all browsers that have never signed in to it, and apart for each that has:
 * so a stranger who uses up the account's attempts does not lock its owner out of their own browser. Nor does one behind the
 * same network address: a browser that the account knows has its own count in place of the address's.
 */
export async function signIn(
  input: unknown,
  from: { readonly address: string; readonly device: string | null },
): Promise<SignedIn | null> {
  const parsed = SignInInput.safeParse(input);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const account = await findCredentials(email);
  const device = await readDevice(from.device);
  const isKnown =
    account !== null &&
    device?.accountId === account.id &&
    device.epoch === account.sessionEpoch;
  const deviceId = isKnown ? device.id : newId();
  const limit = isKnown ? LIMITS.signInDevice : LIMITS.signInAccount;
  const subject = isKnown ? deviceId : email;
  if (!isKnown) await countAttempt(LIMITS.signInAddress, from.address);
  await countAttempt(limit, subject);
  if (
    !(await verifyPassword(password, account?.passwordHash ?? null)) ||
    account === null
  )
    return null;
  await resetAttempts(limit, subject);
  if (!isKnown) await forgiveAttempt(LIMITS.signInAddress, from.address);
  const { passwordHash: _, ...row } = account;
  return {
    ...row,
    device: await sealDevice({
      id: deviceId,
      accountId: row.id,
      epoch: row.sessionEpoch,
    }),
  };
}
