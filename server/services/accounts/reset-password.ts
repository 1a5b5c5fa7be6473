import { randomInt } from "node:crypto";
import { EmailSchema } from "@/core/accounts/email";
import { AppError } from "@/core/errors";
import { findAccountByEmail, updatePassword } from "@/server/db/accounts";
import { insertActivity } from "@/server/db/activities";
import { transaction } from "@/server/db/client";
import { deleteSessions } from "@/server/db/sessions";
import { newId } from "@/server/ids";
import { hashPassword } from "@/server/passwords";

// Letters and digits that cannot be taken for one another when they are read out or copied by hand.
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

function newPassword(): string {
  const group = () =>
    Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(
      "",
    );
  return [group(), group(), group(), group()].join("-");
}

/**
 * Gives an account a new random password and ends its sessions, for whoever runs the server: no mail can do it. Returns the
 * password, which is kept nowhere else. Not to be reached through the network.
 */
export async function resetPassword(email: string): Promise<string> {
  const address = EmailSchema.safeParse(email);
  const account = address.success
    ? await findAccountByEmail(address.data)
    : null;
  if (account === null) throw new AppError("not_found", "account_missing");
  const { id } = account;
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  await transaction(async (db) => {
    await updatePassword(id, passwordHash, db);
    await deleteSessions(id, null, db);
    await insertActivity(
      {
        id: newId(),
        projectId: null,
        accountId: null,
        action: "account.reset",
        subjectId: id,
        data: null,
      },
      db,
    );
  });
  return password;
}
