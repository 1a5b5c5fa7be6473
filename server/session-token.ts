import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Actor } from "@/core/access/can";
import { findSessionAccount } from "@/server/db/accounts";
import { env } from "@/server/env";

/** How long a session lasts from signing in, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const SessionToken = z.object({
  sub: z.uuid(),
  epoch: z.int(),
  /** Seconds since 1970. */
  signedInAt: z.int(),
});

/** What a session cookie says, once it is known to be ours. */
export type Session = z.infer<typeof SessionToken>;

/** The present moment as sessions count it, in seconds since 1970. */
export function sessionNow(): number {
  return Math.floor(Date.now() / 1000);
}

/** Tells whether people reach this instance over https, so that cookies may be marked Secure. */
export function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith("https:");
}

/** The name of the session cookie; `__Secure-` keeps a plain-http neighbour from setting it. */
export function sessionCookieName(): string {
  return isSecure()
    ? "__Secure-next-auth.session-token"
    : "next-auth.session-token";
}

/** The secret that sessions are sealed with; made and kept at boot where none is given. */
export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret)
    throw new Error(
      "NEXTAUTH_SECRET is not set; the boot process provides it.",
    );
  return secret;
}

/** The value of a cookie in a Cookie header, or null. */
export function findCookie(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name)
      return pair.slice(equals + 1).trim();
  }
  return null;
}

async function readToken(token: string): Promise<Session | null> {
  try {
    const session = SessionToken.parse(
      await decode({ token, secret: sessionSecret() }),
    );
    // next-auth seals a cookie anew, for as long again, whenever it is read: what counts is when it began.
    const age = sessionNow() - session.signedInAt;
    return age <= SESSION_SECONDS ? session : null;
  } catch {
    // Forged, expired, or sealed with another secret: the same as no session.
    return null;
  }
}

/** The account behind a sealed session token, or null when it is forged, expired, or older than the last password change. */
export async function actorFromToken(token: string): Promise<Actor | null> {
  const session = await readToken(token);
  if (session === null) return null;
  const account = await findSessionAccount(session.sub);
  if (account === null || account.sessionEpoch !== session.epoch) return null;
  return {
    accountId: account.id,
    name: account.name,
    instanceRole: account.instanceRole,
  };
}

/** The account behind a request's Cookie header, or null; for doors outside Next, such as the live server. */
export async function actorFromCookies(
  cookieHeader: string,
): Promise<Actor | null> {
  const token = findCookie(cookieHeader, sessionCookieName());
  return token === null ? null : actorFromToken(token);
}

/** The session of a request's Cookie header as it was sealed, or null; whether the account still stands by it is not asked. */
export async function sessionFromCookies(
  cookieHeader: string,
): Promise<Session | null> {
  const token = findCookie(cookieHeader, sessionCookieName());
  return token === null ? null : readToken(token);
}

/** A browser from which an account has been signed in to, under the password of that epoch. */
export type Device = {
  readonly id: string;
  readonly accountId: string;
  readonly epoch: number;
};

const DeviceToken = z.object({
  sub: z.uuid(),
  epoch: z.int(),
  device: z.uuid(),
});
const DEVICE_SALT = "duizhao.device";

/** How long a browser stays known to an account, in seconds. */
export const DEVICE_SECONDS = 365 * 24 * 60 * 60;

/** The name of the cookie that makes a browser known to an account; it lets nobody in by itself. */
export function deviceCookieName(): string {
  return isSecure() ? "__Secure-duizhao.device" : "duizhao.device";
}

/** Seals a new session for an account; the value of the session cookie. */
export function sealSession(accountId: string, epoch: number): Promise<string> {
  return encode({
    token: { sub: accountId, epoch, signedInAt: sessionNow() },
    secret: sessionSecret(),
    maxAge: SESSION_SECONDS,
  });
}

/** Seals what makes a browser known; the value of the device cookie. */
export function sealDevice({ id, accountId, epoch }: Device): Promise<string> {
  const token = { sub: accountId, epoch, device: id };
  return encode({
    token,
    secret: sessionSecret(),
    salt: DEVICE_SALT,
    maxAge: DEVICE_SECONDS,
  });
}

/** Reads a sealed device cookie; null when there is none, or it is forged or old. */
export async function readDevice(
  sealed: string | null,
): Promise<Device | null> {
  if (sealed === null) return null;
  try {
    const token = await decode({
      token: sealed,
      secret: sessionSecret(),
      salt: DEVICE_SALT,
    });
    const { sub, epoch, device } = DeviceToken.parse(token);
    return { id: device, accountId: sub, epoch };
  } catch {
    return null;
  }
}
