import { createHash } from "node:crypto";
import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type { TermView } from "@/core/glossary/term";
import { fold } from "@/core/text/fold";
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

/** A term alone, without what stands beside it in a row. */
export function viewTerm({
  id,
  source,
  pinyin,
  target,
  note,
  status,
}: TermView): TermView {
  return { id, source, pinyin, target, note, status };
}

/** Adds to a term what is stored beside it: the folded source and its hash. */
export function prepareTerm(term: TermView): terms.TermRow {
  const normalized = fold(term.source).text;
  const hash = createHash("sha256").update(normalized, "utf8").digest("hex");
  return { ...viewTerm(term), normalized, hash };
}

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
