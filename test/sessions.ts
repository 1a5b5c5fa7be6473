import { prisma } from "@/server/db/client";
import { startSession } from "@/server/services/accounts/sessions";
import { sealSession } from "@/server/session-token";

/** The User-Agent header of sessions that tests start. */
export const USER_AGENT =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0";

/** Signs an account in, as after the right password; the value of its session cookie. */
export async function buildSession(
  accountId: string,
  userAgent = USER_AGENT,
): Promise<string> {
  const account = await prisma.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { id: true, sessionEpoch: true },
  });
  return sealSession(await startSession(account, userAgent, null));
}
