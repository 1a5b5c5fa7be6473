import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import { newId } from "@/server/ids";
import {
  DEVICE_SECONDS,
  deviceCookieName,
  isSecure,
  sealDevice,
  sealSession,
  SESSION_SECONDS,
  sessionCookieName,
  sessionFromToken,
  type Session,
} from "@/server/session-token";

/** The session that this request comes with, or null; read once per request. */
export const findSession = cache(async (): Promise<Session | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token === undefined ? null : sessionFromToken(token);
});

/** Who makes this request, or null. */
export async function findActor(): Promise<Actor | null> {
  return (await findSession())?.actor ?? null;
}

/** Who makes this request; throws `unauthenticated` where nobody is signed in. For actions and route handlers. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor === null) throw new AppError("unauthenticated", "unauthenticated");
  return actor;
}

/** The session that this request comes with; throws `unauthenticated` where nobody is signed in. For actions. */
export async function requireSession(): Promise<Session> {
  const session = await findSession();
  if (session === null)
    throw new AppError("unauthenticated", "unauthenticated");
  return session;
}

/** Who makes this request; sends others to sign in and afterwards back to `next`, the page's own path. For pages. */
export async function requireActorOrSignIn(next = "/projects"): Promise<Actor> {
  return (
    (await findActor()) ?? redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  );
}

async function setCookie(
  name: string,
  value: string,
  maxAge: number,
): Promise<void> {
  const options = {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: isSecure(),
    maxAge,
  } as const;
  (await cookies()).set(name, value, options);
}

/** The sealed mark of a browser from which someone has signed in before, or null. */
export async function readDeviceCookie(): Promise<string | null> {
  return (await cookies()).get(deviceCookieName())?.value ?? null;
}

/** Makes this browser known to the account that has just signed in. For actions and route handlers. */
export async function keepDevice(sealed: string): Promise<void> {
  await setCookie(deviceCookieName(), sealed, DEVICE_SECONDS);
}

/** Takes the session cookie from this browser, after its session was ended. For actions. */
export async function forgetSession(): Promise<void> {
  await setCookie(sessionCookieName(), "", 0);
}

/** Keeps the actor signed in here by a new session under a new epoch, after all others were ended. For actions. */
export async function continueSession(
  { accountId }: Actor,
  { secret, epoch }: { readonly secret: string; readonly epoch: number },
): Promise<void> {
  await setCookie(
    sessionCookieName(),
    await sealSession(secret),
    SESSION_SECONDS,
  );
  await keepDevice(await sealDevice({ id: newId(), accountId, epoch }));
}
