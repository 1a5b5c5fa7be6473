import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import { actorFromToken, sessionCookieName } from "@/server/session-token";

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
