import { thawEdition } from "@/core/editions/frozen";
import type { Edition } from "@/core/editions/edition";
import { AppError } from "@/core/errors";
import {
  findEditionBody,
  findEditionSeenBy,
  type EditionSeen,
} from "@/server/db/editions";
import type { Actor } from "@/core/access/can";

/** Finds an edition of a document that the actor may read; one of another document is not there, one that was withdrawn is refused. */
export async function findEditionOf(
  actor: Actor,
  documentId: string,
  editionId: string,
): Promise<EditionSeen> {
  const edition = await findEditionSeenBy(editionId, actor.accountId);
  if (edition === null || edition.documentId !== documentId)
    throw new AppError("not_found", "not_found");
  if (edition.withdrawnAt !== null)
    throw new AppError("conflict", "edition_withdrawn");
  return edition;
}

/** An edition as it was frozen. */
export async function readFrozen(editionId: string): Promise<Edition> {
  const stored = await findEditionBody(editionId);
  if (stored === null) throw new AppError("not_found", "not_found");
  return thawEdition(stored.body);
}
