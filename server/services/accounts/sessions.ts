import type { Actor } from "@/core/access/can";
import type { EndSessionInput } from "@/core/accounts/inputs";
import { nameBrowser } from "@/core/accounts/user-agent";
import type { SessionItem } from "@/core/accounts/views";
import { AppError } from "@/core/errors";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import * as sessions from "@/server/db/sessions";
import { newId } from "@/server/ids";
import { liveServer } from "@/server/live";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import { hashSecret, newSecret } from "@/server/secrets";
import { SESSION_SECONDS } from "@/server/session-token";

/** More browsers than one person uses; signing in to one more ends the session that was unused for longest. */
const MAX_SESSIONS = 50;

async function insert(
  accountId: string,
  epoch: number,
  userAgent: string | null,
  db: Db,
): Promise<string> {
  const secret = newSecret();
  await sessions.insertSession(
    {
      id: newId(),
      accountId,
      secretHash: hashSecret(secret),
      epoch,
      ...nameBrowser(userAgent),
      expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000),
    },
    db,
  );
  return secret;
}

/** Closes the windows that are open under sessions which were ended; before the caller is answered. */
function closeWindows(ids: readonly string[]): void {
  for (const id of ids) liveServer()?.endSession(id);
}

/**
 * Starts a session for an account whose password was just given, as of the epoch of that password; returns the secret for its
 * cookie. `formerId` is the session that this browser had until now: it ends, whoever's it was.
 */
export async function startSession(
  account: { readonly id: string; readonly sessionEpoch: number },
  userAgent: string | null,
  former: { readonly id: string; readonly actor: Actor } | null,
): Promise<string> {
  await countAttempt(LIMITS.startSession, account.id);
  // A new session is a good moment to forget those that are long over.
  await sessions.deleteExpiredSessions();
  const { secret, ended } = await transaction(async (db) => {
    const secret = await insert(
      account.id,
      account.sessionEpoch,
      userAgent,
      db,
    );
    const ended = await sessions.deleteOldestSessions(
      account.id,
      MAX_SESSIONS,
      db,
    );
    if (former === null) return { secret, ended };
    await sessions.deleteSession(former.id, former.actor.accountId, db);
    return { secret, ended: [...ended, former.id] };
  });
  closeWindows(ended);
  return secret;
}

/** Ends all sessions of an account, in the transaction that stores its new password, and starts one for this browser. */
export async function replaceSessions(
  accountId: string,
  epoch: number,
  userAgent: string | null,
  db: Db,
): Promise<string> {
  await sessions.deleteSessions(accountId, null, db);
  return insert(accountId, epoch, userAgent, db);
}

/** The browsers in which the actor is signed in, the present one first, then the last used first. */
export async function listSessions(
  actor: Actor,
  presentId: string,
): Promise<readonly SessionItem[]> {
  const rows = await sessions.listSessions(actor.accountId);
  const items = rows.map((row) => ({
    id: row.id,
    browser: row.browser,
    system: row.system,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isPresent: row.id === presentId,
  }));
  return [
    ...items.filter(({ isPresent }) => isPresent),
    ...items.filter(({ isPresent }) => !isPresent),
  ];
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

/** Signs out the browser whose cookie holds this secret, at every door; a session that is over already stays over. */
export async function signOut(secret: string): Promise<void> {
  const session = await sessions.findSession(hashSecret(secret));
  if (session === null) return;
  await sessions.deleteSession(session.id, session.accountId);
  closeWindows([session.id]);
}

/** Ends one of the actor's sessions at every door; throws `not_found` for one that is over or somebody else's. */
export async function endSession(
  actor: Actor,
  { sessionId }: EndSessionInput,
): Promise<void> {
  await transaction(async (db) => {
    if (!(await sessions.deleteSession(sessionId, actor.accountId, db)))
      throw new AppError("not_found", "session_over");
    await note(actor, "account.sign-out", db);
  });
  closeWindows([sessionId]);
}

/** Ends all of the actor's sessions, or all but one (`exceptId`), at every door; returns how many. */
export async function endSessions(
  actor: Actor,
  exceptId: string | null,
): Promise<number> {
  const ended = await transaction(async (db) => {
    await note(actor, "account.sign-out-everywhere", db);
    return sessions.deleteSessions(actor.accountId, exceptId, db);
  });
  closeWindows(ended);
  return ended.length;
}
