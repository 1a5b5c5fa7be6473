import type { Actor } from "@/core/access/can";
import type {
  ChangePasswordInput,
  ChangePreferencesInput,
  RenameAccountInput,
} from "@/core/accounts/inputs";
import { readLocale, readTheme } from "@/core/accounts/preferences";
import type { AccountView } from "@/core/accounts/views";
import { AppError } from "@/core/errors";
import * as accounts from "@/server/db/accounts";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import { newId } from "@/server/ids";
import { liveServer } from "@/server/live";
import {
  checkNewPassword,
  hashPassword,
  verifyPassword,
} from "@/server/passwords";
import { countAttempt, LIMITS, resetAttempts } from "@/server/rate-limit";
import { replaceSessions } from "./sessions";

function viewAccount({
  id,
  name,
  email,
  instanceRole,
  locale,
  theme,
}: accounts.AccountRow): AccountView {
  return {
    id,
    name,
    email,
    instanceRole,
    locale: readLocale(locale),
    theme: readTheme(theme),
  };
}

async function note(actor: Actor, action: string, db: Db): Promise<void> {
  const { accountId } = actor;
  await insertActivity(
    {
      id: newId(),
      projectId: null,
      accountId,
      action,
      subjectId: accountId,
      data: null,
    },
    db,
  );
}

async function find(actor: Actor): Promise<accounts.AccountRow> {
  const row = await accounts.findAccount(actor.accountId);
  if (row === null) throw new AppError("unauthenticated", "unauthenticated");
  return row;
}

/** The actor's own account. */
export async function findAccount(actor: Actor): Promise<AccountView> {
  return viewAccount(await find(actor));
}

/** Gives the actor's account another name. */
export async function renameAccount(
  actor: Actor,
  input: RenameAccountInput,
): Promise<AccountView> {
  return transaction(async (db) => {
    const row = await accounts.updateAccount(
      actor.accountId,
      { name: input.name },
      db,
    );
    await note(actor, "account.rename", db);
    return viewAccount(row);
  });
}

/** Keeps the actor's choice of language and looks. */
export async function changePreferences(
  actor: Actor,
  input: ChangePreferencesInput,
): Promise<AccountView> {
  return transaction(async (db) => {
    const row = await accounts.updateAccount(actor.accountId, input, db);
    await note(actor, "account.preferences", db);
    return viewAccount(row);
  });
}

/**
 * Changes the actor's password, and so ends all sessions and live connections, this browser's too: a copy of its cookie is
 * dead. Returns the secret of its new session, and the epoch of the new password.
 */
export async function changePassword(
  actor: Actor,
  input: ChangePasswordInput,
  userAgent: string | null,
): Promise<{ readonly secret: string; readonly epoch: number }> {
  const { accountId } = actor;
  const row = await find(actor);
  await countAttempt(LIMITS.changePassword, accountId);
  if (
    !(await verifyPassword(
      input.current,
      await accounts.findPasswordHash(accountId),
    ))
  ) {
    throw new AppError("invalid", "input_invalid", {
      fields: { current: "password_wrong" },
    });
  }
  await resetAttempts(LIMITS.changePassword, accountId);
  await checkNewPassword(input.password, row);
  const passwordHash = await hashPassword(input.password);
  const session = await transaction(async (db) => {
    await note(actor, "account.password", db);
    const epoch = await accounts.updatePassword(accountId, passwordHash, db);
    const secret = await replaceSessions(accountId, epoch, userAgent, db);
    return { secret, epoch };
  });
  liveServer()?.disconnect(accountId, null);
  return session;
}
