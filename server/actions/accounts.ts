"use server";

import { headers } from "next/headers";
import {
  ChangePasswordInput,
  ChangePreferencesInput,
  EndSessionInput,
  EndSessionsInput,
  RenameAccountInput,
  SignUpInput,
} from "@/core/accounts/inputs";
import { action, countedInService, publicAction } from "@/server/action";
import { addressOf } from "@/server/address";
import { keepPreferences } from "@/server/preferences";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import * as account from "@/server/services/accounts/account";
import * as sessions from "@/server/services/accounts/sessions";
import * as signing from "@/server/services/accounts/sign-up";
import {
  continueSession,
  findActor,
  forgetSession,
  keepDevice,
  readDeviceCookie,
  requireSession,
} from "@/server/session";

export const signUp = publicAction(
  countedInService(LIMITS.signUpAddress),
  SignUpInput,
  async (input) => {
    const { landing, device } = await signing.signUp(input, {
      address: addressOf(await headers()),
      device: await readDeviceCookie(),
    });
    // Signing in comes next: attempts of strangers at the same address do not stand in its way.
    await keepDevice(device);
    return landing;
  },
);

export const renameAccount = action(
  LIMITS.changeAccount,
  RenameAccountInput,
  account.renameAccount,
);

export const changePassword = action(
  countedInService(LIMITS.changePassword),
  ChangePasswordInput,
  async (actor, input) =>
    continueSession(
      actor,
      await account.changePassword(
        actor,
        input,
        (await headers()).get("user-agent"),
      ),
    ),
);

export const endSession = action(
  LIMITS.endSession,
  EndSessionInput,
  sessions.endSession,
);

export const endSessions = action(
  LIMITS.endSession,
  EndSessionsInput,
  async (actor, input) => {
    const { id } = await requireSession();
    const isEverywhere = input.scope === "all";
    await sessions.endSessions(actor, isEverywhere ? null : id);
    if (isEverywhere) await forgetSession();
  },
);

/** Who is signed in nowhere keeps a choice in their own browser, which costs nothing here. */
async function countPreferences(): Promise<void> {
  const actor = await findActor();
  if (actor !== null) await countAttempt(LIMITS.changeAccount, actor.accountId);
}

export const changePreferences = publicAction(
  countPreferences,
  ChangePreferencesInput,
  async (input) => {
    const actor = await findActor();
    if (actor !== null) await account.changePreferences(actor, input);
    await keepPreferences(input);
  },
);
