import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Actor } from "@/core/access/can";
import { findSession, touchSession } from "@/server/db/sessions";
import { env } from "@/server/env";
import { hashSecret } from "@/server/secrets";

/** How long a session lasts from signing in, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** How precisely it is kept when a session was last used, in milliseconds: a request seldom writes. */
const SEEN_WITHIN = 10 * 60_000;

/** What a session cookie holds: the secret of a row, nothing about who it is. */
const SessionToken = z.object({ session: z.string().length(43) });

/** Somebody who is signed in, and by which session. */
export type Session = { readonly id: string; readonly actor: Actor };

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

async function readSecret(token: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret: sessionSecret() });
    return SessionToken.parse(claims).session;
  } catch {
    // Forged, expired, sealed with another secret, or from before sessions were rows: the same as no session.
    return null;
  }
}

/**
 * The session behind a sealed token, or null when it is forged, expired or was ended. Every door asks the database, each time:
 * nothing is remembered that could outlive the row.
 */
export async function sessionFromToken(token: string): Promise<Session | null> {
  const secret = await readSecret(token);
  const row = secret === null ? null : await findSession(hashSecret(secret));
  if (row === null) return null;
  if (Date.now() - row.lastSeenAt.getTime() > SEEN_WITHIN)
    await touchSession(row.id);
  const { id, accountId, name, instanceRole } = row;
  return { id, actor: { accountId, name, instanceRole } };
}

/** The session of a request's Cookie header, or null; for doors outside Next, such as the live server. */
export async function sessionFromCookies(
  cookieHeader: string,
): Promise<Session | null> {
  const token = findCookie(cookieHeader, sessionCookieName());
  return token === null ? null : sessionFromToken(token);
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

/** Seals the secret of a session; the value of the session cookie. */
export function sealSession(session: string): Promise<string> {
  return encode({
    token: { session },
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
