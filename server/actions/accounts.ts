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
import { action, publicAction } from "@/server/action";
import { addressOf } from "@/server/address";
import { keepPreferences } from "@/server/preferences";
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

export const signUp = publicAction(SignUpInput, async (input) => {
  const { landing, device } = await signing.signUp(input, {
    address: addressOf(await headers()),
    device: await readDeviceCookie(),
  });
  // Signing in comes next: attempts of strangers at the same address do not stand in its way.
  await keepDevice(device);
  return landing;
});

export const renameAccount = action(RenameAccountInput, account.renameAccount);

export const changePassword = action(
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

export const endSession = action(EndSessionInput, sessions.endSession);

export const endSessions = action(EndSessionsInput, async (actor, input) => {
  const { id } = await requireSession();
  const isEverywhere = input.scope === "all";
  await sessions.endSessions(actor, isEverywhere ? null : id);
  if (isEverywhere) await forgetSession();
});

export const changePreferences = publicAction(
  ChangePreferencesInput,
  async (input) => {
    const actor = await findActor();
    if (actor !== null) await account.changePreferences(actor, input);
    await keepPreferences(input);
  },
);
