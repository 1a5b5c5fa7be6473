import type { Actor } from "@/core/access/can";
import type { PublicationDetails } from "@/core/editions/publication";
import type { SetDetailsInput } from "@/core/editions/views";
import { AppError } from "@/core/errors";
import { canonicalJson } from "@/core/text/canonical-json";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import { lockDocument } from "@/server/db/documents";
import { listEditions } from "@/server/db/editions";
import { holdProject } from "@/server/db/projects";
import {
  findPublication,
  isSlugTaken,
  lockSlug,
  updatePublication,
} from "@/server/db/publications";
import { newId } from "@/server/ids";
import { findDocumentFor } from "@/server/services/documents/find-document";

/** Says of a document what its editions say beside its text. */
export async function setDetails(
  actor: Actor,
  { documentId, details }: SetDetailsInput,
): Promise<void> {
  const { projectId } = await authorized(actor, documentId);
  await transaction(async (db) => {
    await holdProject(projectId, db);
    await lockDocument(documentId, db);
    // Asked again under the lock.
    const document = await authorized(actor, documentId, db);
    const stored = await findPublication(documentId, db);
    if (canonicalJson(stored?.details) === canonicalJson(details)) return;
    await checkSlug(documentId, details, db);
    await updatePublication(documentId, details, db);
    await insertActivity(
      {
        id: newId(),
        projectId,
        accountId: actor.accountId,
        action: "edition.prepare",
        subjectId: documentId,
        data: { title: document.title },
      },
      db,
    );
  });
}

async function authorized(actor: Actor, documentId: string, db?: Db) {
  const document = await findDocumentFor(actor, documentId, db);
  authorize("edition.prepare", document);
  return document;
}

/** Refuses a slug that is another's, and another one than that of the editions there are: addresses never change. */
async function checkSlug(
  documentId: string,
  { slug }: PublicationDetails,
  db: Db,
): Promise<void> {
  const [edition] = await listEditions(documentId, db);
  if (edition !== undefined && edition.slug !== slug)
    throw refused("slug_fixed");
  if (slug === "") return;
  await lockSlug(slug, db);
  if (await isSlugTaken(slug, documentId, db)) throw refused("slug_taken");
}

function refused(message: "slug_fixed" | "slug_taken"): AppError {
  return new AppError("conflict", message, {
    fields: { "details.slug": message },
  });
}
