import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import { insertActivity, type ActivityData } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import * as terms from "@/server/db/terms";
import { newId } from "@/server/ids";
import { liveServer } from "@/server/live";

/** What was done to a glossary, for its log. */
export type GlossaryActivity = {
  readonly action: "term.add" | "term.edit" | "term.delete" | "glossary.import";
  readonly subjectId: string | null;
  readonly data: ActivityData;
};

/**
 * Makes one change of a glossary: the next version, the change, its entry in the log, all in one transaction; then
 * tells everyone who has a document of the project open. Two changes of one glossary happen one after the other.
 */
export async function changeGlossary<T>(
  actor: Actor,
  projectId: string,
  work: (
    db: Db,
    version: number,
  ) => Promise<{ readonly value: T; readonly activity: GlossaryActivity }>,
): Promise<T> {
  const done = await transaction(async (db) => {
    const version = await terms.raiseGlossaryVersion(projectId, db);
    if (version === null) throw new AppError("not_found", "not_found");
    const { value, activity } = await work(db, version);
    await insertActivity(
      { id: newId(), projectId, accountId: actor.accountId, ...activity },
      db,
    );
    return {
      value,
      version,
      documentIds: await terms.listDocumentIds(projectId, db),
    };
  });
  for (const documentId of done.documentIds) {
    liveServer()?.announce(documentId, {
      type: "glossary",
      version: done.version,
    });
  }
  return done.value;
}
