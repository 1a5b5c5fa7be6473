import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { headers } from "next/headers";
import { readLocale, readTheme } from "@/core/accounts/preferences";
import { AppError } from "@/core/errors";
import { addressOf } from "@/server/address";
import { keepPreferences } from "@/server/preferences";
import { signOut, startSession } from "@/server/services/accounts/sessions";
import { signIn } from "@/server/services/accounts/sign-in";
import { findSession, keepDevice, readDeviceCookie } from "@/server/session";
import {
  isSecure,
  SESSION_SECONDS,
  sessionSecret,
} from "@/server/session-token";

/** What next-auth is told of who signed in: the secret of their session, to be sealed in the cookie. */
type SignedIn = { readonly id: string; readonly session: string };

async function authorize(
  credentials: Record<string, string> | undefined,
): Promise<SignedIn | null> {
  try {
    const sent = await headers();
    const account = await signIn(credentials, {
      address: addressOf(sent),
      device: await readDeviceCookie(),
    });
    if (account === null) return null;
    const session = await startSession(
      account,
      sent.get("user-agent"),
      await findSession(),
    );
    await keepDevice(account.device);
    // What the account chose on another device holds here too; what it never chose stays as this browser has it.
    const locale = readLocale(account.locale) ?? undefined;
    const theme = readTheme(account.theme) ?? undefined;
    await keepPreferences({ locale, theme });
    return { id: account.id, session };
  } catch (error) {
    // next-auth hands an error's message to the sign-in page: a key, and the minutes to wait.
    if (error instanceof AppError)
      throw new Error(`${error.message}:${error.values.minutes ?? ""}`);
    console.error(error);
    throw new Error("unexpected");
  }
}

/**
 * How next-auth signs in and out here: by e-mail and password, with the secret of the session's row sealed in its cookie.
 * `onFailure` hears of a sign-out that could not be stored; next-auth itself would pass over it.
 */
export function authOptions(onFailure: () => void): NextAuthOptions {
  return {
    secret: sessionSecret(),
    useSecureCookies: isSecure(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: {
          email: { type: "email" },
          password: { type: "password" },
        },
        authorize,
      }),
    ],
    callbacks: {
      // The cookie holds the secret, nothing else; who it is of is read from the database.
      jwt: ({ user }) => ({ session: (user as SignedIn | undefined)?.session }),
      // Whatever address a request names, next-auth leads to no other site; the forms go on by themselves.
      redirect: ({ baseUrl }) => baseUrl,
    },
    events: {
      async signOut({ token }) {
        const secret = token?.session;
        if (typeof secret !== "string") return;
        await signOut(secret).catch((error: unknown) => {
          console.error(error);
          onFailure();
        });
      },
    },
    // A forged or outdated cookie is an everyday answer; what fails in our own code is logged there.
    logger: { error: () => undefined, warn: () => undefined },
  };
}
