"use server";

import { headers } from "next/headers";
import {
  ChangePasswordInput,
  ChangePreferencesInput,
  RenameAccountInput,
  SignUpInput,
} from "@/core/accounts/inputs";
import { action, publicAction } from "@/server/action";
import { addressOf } from "@/server/address";
import { keepPreferences } from "@/server/preferences";
import * as account from "@/server/services/accounts/account";
import * as signing from "@/server/services/accounts/sign-up";
import { continueSession, findActor } from "@/server/session";

export const signUp = publicAction(SignUpInput, async (input) =>
  signing.signUp(input, addressOf(await headers())),
);

export const renameAccount = action(RenameAccountInput, account.renameAccount);

export const changePassword = action(
  ChangePasswordInput,
  async (actor, input) =>
    continueSession(actor, await account.changePassword(actor, input)),
);

export const changePreferences = publicAction(
  ChangePreferencesInput,
  async (input) => {
    const actor = await findActor();
    if (actor !== null) await account.changePreferences(actor, input);
    await keepPreferences(input);
  },
);
