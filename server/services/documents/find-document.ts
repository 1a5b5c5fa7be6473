import { z } from "zod";
import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type { Db } from "@/server/db/client";
import { findDocumentSeenBy, type DocumentSeen } from "@/server/db/documents";

/** Finds a document with the actor's role in its project; throws `not_found`. To be followed by `authorize`. */
export async function findDocumentFor(
  actor: Actor,
  documentId: string,
  db?: Db,
): Promise<DocumentSeen> {
  // Ids come from addresses too; what is no id at all is simply not there.
  const document = z.uuid().safeParse(documentId).success
    ? await findDocumentSeenBy(documentId, actor.accountId, db)
    : null;
  if (document === null) throw new AppError("not_found", "not_found");
  return document;
}
