import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { headers } from "next/headers";
import { readLocale, readTheme } from "@/core/accounts/preferences";
import { AppError } from "@/core/errors";
import { addressOf } from "@/server/address";
import { liveServer } from "@/server/live";
import { keepPreferences } from "@/server/preferences";
import { signIn, type SignedIn } from "@/server/services/accounts/sign-in";
import { keepDevice, readDeviceCookie } from "@/server/session";
import {
  isSecure,
  SESSION_SECONDS,
  sessionNow,
  sessionSecret,
} from "@/server/session-token";

async function authorize(
  credentials: Record<string, string> | undefined,
): Promise<SignedIn | null> {
  try {
    const from = {
      address: addressOf(await headers()),
      device: await readDeviceCookie(),
    };
    const account = await signIn(credentials, from);
    if (account === null) return null;
    await keepDevice(account.device);
    // What the account chose on another device holds here too; what it never chose stays as this browser has it.
    const locale = readLocale(account.locale) ?? undefined;
    const theme = readTheme(account.theme) ?? undefined;
    await keepPreferences({ locale, theme });
    return account;
  } catch (error) {
    // next-auth hands an error's message to the sign-in page: a key, and the minutes to wait.
    if (error instanceof AppError)
      throw new Error(`${error.message}:${error.values.minutes ?? ""}`);
    console.error(error);
    throw new Error("unexpected");
  }
}

/** How next-auth signs in and out here: by e-mail and password, with the session sealed in a cookie. */
export function authOptions(): NextAuthOptions {
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
      // The cookie names the account and the epoch of its password, nothing else; the rest is read from the database.
      jwt({ token, user }) {
        const signedIn = user as SignedIn | undefined;
        if (signedIn)
          return {
            sub: signedIn.id,
            epoch: signedIn.sessionEpoch,
            signedInAt: sessionNow(),
          };
        const { sub, epoch, signedInAt } = token;
        return { sub, epoch, signedInAt };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      // The cookie goes with the answer; windows that are still open must not go on writing with it.
      signOut({ token }) {
        const { sub, signedInAt } = token;
        if (sub !== undefined && typeof signedInAt === "number")
          liveServer()?.endSession(sub, signedInAt);
      },
    },
  };
}
