import { canWithdraw, type Actor } from "@/core/access/can";
import type { LeftEdition } from "@/core/editions/views";
import { listLeftEditions as listRows } from "@/server/db/editions";

/** More than this nobody goes through in one list. */
const MAX_LEFT = 200;

/**
 * Lists the editions that stand while their document is gone, as far as the actor may withdraw them: those of the actor's
 * projects, and for who owns the instance those whose project is gone.
 */
export async function listLeftEditions(
  actor: Actor,
): Promise<readonly LeftEdition[]> {
  const isOwner = canWithdraw(actor, { projectId: null, role: null });
  const rows = await listRows(actor.accountId, isOwner, MAX_LEFT);
  return rows
    .filter((edition) => canWithdraw(actor, edition))
    .map(({ id, slug, number, title, publishedAt, projectName }) => ({
      id,
      slug,
      number,
      title,
      publishedAt: publishedAt.toISOString(),
      projectName,
    }));
}
