import { z } from "zod";
import { canWithdraw, type Actor } from "@/core/access/can";
import type { WithdrawInput } from "@/core/editions/views";
import { AppError } from "@/core/errors";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction } from "@/server/db/client";
import {
  findEditionSeenBy,
  withdrawEdition as storeWithdrawal,
} from "@/server/db/editions";
import { raiseEditionsVersion } from "@/server/editions-version";
import { newId } from "@/server/ids";

/** Withdraws an edition: from now on its addresses say that it was, and why. It is never taken back. */
export async function withdrawEdition(
  actor: Actor,
  { editionId, reason }: WithdrawInput,
): Promise<void> {
  await transaction(async (db) => {
    const edition = z.uuid().safeParse(editionId).success
      ? await findEditionSeenBy(editionId, actor.accountId, db)
      : null;
    if (edition === null) throw new AppError("not_found", "not_found");
    // Without a project there is no role: `authorize` tells everybody else that it is not there.
    if (!canWithdraw(actor, edition)) authorize("edition.withdraw", edition);
    const { accountId } = actor;
    const withdrawal = { id: edition.id, accountId, reason, now: new Date() };
    if (!(await storeWithdrawal(withdrawal, db)))
      throw new AppError("conflict", "edition_withdrawn");
    const { projectId, title, number, slug } = edition;
    await insertActivity(
      {
        id: newId(),
        projectId,
        accountId,
        action: "edition.withdraw",
        subjectId: edition.id,
        data: { title, number, slug },
      },
      db,
    );
  });
  raiseEditionsVersion();
}
