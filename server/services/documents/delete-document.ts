import type { Actor } from "@/core/access/can";
import type { DeleteDocumentInput } from "@/core/documents/inputs";
import { AppError } from "@/core/errors";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction } from "@/server/db/client";
import { deleteDocument as deleteStoredDocument } from "@/server/db/documents";
import { newId } from "@/server/ids";
import { findDocumentFor } from "./find-document";

/** Removes a document with its translations and its notes. */
export async function deleteDocument(
  actor: Actor,
  input: DeleteDocumentInput,
): Promise<void> {
  const document = await findDocumentFor(actor, input.documentId);
  authorize("document.delete", document);
  await transaction(async (db) => {
    const wasThere = await deleteStoredDocument(document.id, db);
    if (!wasThere) throw new AppError("not_found", "not_found");
    await insertActivity(
      {
        id: newId(),
        projectId: document.projectId,
        accountId: actor.accountId,
        action: "document.delete",
        subjectId: document.id,
        data: { title: document.title },
      },
      db,
    );
  });
}
