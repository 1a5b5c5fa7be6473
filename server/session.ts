import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import { newId } from "@/server/ids";
import {
  actorFromToken,
  DEVICE_SECONDS,
  deviceCookieName,
  isSecure,
  sealDevice,
  sealSession,
  SESSION_SECONDS,
  sessionCookieName,
} from "@/server/session-token";

/** Who makes this request, or null; read once per request. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token === undefined ? null : actorFromToken(token);
});

/** Who makes this request; throws `unauthenticated` where nobody is signed in. For actions and route handlers. */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor === null) throw new AppError("unauthenticated", "unauthenticated");
  return actor;
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

/** Keeps the actor signed in here under a new session epoch, after all other sessions were ended. For actions. */
export async function continueSession(
  { accountId }: Actor,
  epoch: number,
): Promise<void> {
  await setCookie(
    sessionCookieName(),
    await sealSession(accountId, epoch),
    SESSION_SECONDS,
  );
  await keepDevice(await sealDevice({ id: newId(), accountId, epoch }));
}
