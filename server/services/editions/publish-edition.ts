import type { Actor } from "@/core/access/can";
import { publicBundle } from "@/core/bundle/public-bundle";
import { writeBundle } from "@/core/bundle/write-bundle";
import { checkEdition } from "@/core/editions/check-edition";
import { freezeEdition } from "@/core/editions/frozen";
import { listSearchParagraphs } from "@/core/editions/search-paragraphs";
import type { PublishInput } from "@/core/editions/views";
import { AppError } from "@/core/errors";
import { titleText } from "@/core/export/content";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { snapshot, type Db } from "@/server/db/client";
import { lockDocument, type DocumentSeen } from "@/server/db/documents";
import { insertEdition, listEditions } from "@/server/db/editions";
import { holdProject } from "@/server/db/projects";
import { findPublication, isSlugTaken } from "@/server/db/publications";
import { raiseEditionsVersion } from "@/server/editions-version";
import { env } from "@/server/env";
import { sha256 } from "@/server/hash";
import { newId } from "@/server/ids";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import { collectBundle } from "@/server/services/bundles/collect-bundle";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { defineTask } from "@/server/threads/task";
import { assembleDocument, flushDocument } from "./read-edition";
import { nextNumber } from "./view-publishing";

/** What was published, and where. */
export type Published = {
  readonly editionId: string;
  readonly slug: string;
  readonly number: number;
};

/**
 * Freezes a document as its next edition: with what was typed a second ago, as all of it was at one moment. Refuses what
 * the project's rules block.
 */
export async function publishEdition(
  actor: Actor,
  input: PublishInput,
): Promise<Published> {
  const found = await findDocumentFor(actor, input.documentId);
  authorize("edition.publish", found);
  await countAttempt(LIMITS.publish, actor.accountId);
  await flushDocument(found.id);
  const { projectId } = found;
  const sent = { owner: actor.accountId };
  const published = await freezeInThread(sent, { actor, input, projectId });
  raiseEditionsVersion();
  return published;
}

const freezeInThread = defineTask(
  "editions.publish",
  ({
    actor,
    input,
    projectId,
  }: {
    readonly actor: Actor;
    readonly input: PublishInput;
    readonly projectId: string;
  }): Promise<Published> =>
    snapshot(async (db) => {
      await holdProject(projectId, db);
      await lockDocument(input.documentId, db);
      const document = await findDocumentFor(actor, input.documentId, db);
      authorize("edition.publish", document);
      return freeze(actor, document, input, db);
    }),
);

async function freeze(
  { accountId }: Actor,
  document: DocumentSeen,
  { number, changes: said }: PublishInput,
  db: Db,
): Promise<Published> {
  const { id: documentId, projectId } = document;
  await checkNumber(documentId, number, said, db);
  // Before the first there was nothing to change.
  const changes = number === 1 ? "" : said;
  const slug = await findSlug(documentId, db);
  const id = newId();
  const now = new Date();
  const publication = {
    slug,
    number,
    date: now.toISOString().slice(0, 10),
    changes,
    address: `${env().NEXTAUTH_URL}/e/${slug}/${number}`,
  };
  const read = await assembleDocument(document, { publication, now }, db);
  const { edition } = read;
  const found = checkEdition(read.input, edition);
  if (found.some(({ check }) => document.style.blocking.includes(check)))
    throw new AppError("conflict", "publish_blocked");
  const body = freezeEdition(edition);
  const bundle = publicBundle(await collectBundle(projectId, db), documentId);
  await insertEdition(
    {
      id,
      documentId,
      projectId,
      slug,
      number,
      title: titleText(edition),
      sourceTitle: edition.title.source,
      translators: edition.credits
        .filter(({ role }) => role === "translator")
        .map(({ name }) => name),
      body,
      sha256: sha256(body),
      bundle: writeBundle(bundle),
      changes,
      publishedById: accountId,
      publishedAt: now,
    },
    listSearchParagraphs(edition),
    db,
  );
  await insertActivity(
    {
      id: newId(),
      projectId,
      accountId,
      action: "edition.publish",
      subjectId: id,
      data: { title: document.title, number, slug },
    },
    db,
  );
  return { editionId: id, slug, number };
}

async function checkNumber(
  documentId: string,
  number: number,
  changes: string,
  db: Db,
): Promise<void> {
  const next = nextNumber(await listEditions(documentId, db));
  if (number !== next)
    throw new AppError("conflict", "edition_number_other", {
      values: { number: next },
    });
  if (number > 1 && changes === "")
    throw new AppError("invalid", "input_invalid", {
      fields: { changes: "required" },
    });
}

/** The slug of a document's editions; whatever a project blocks, an edition without an address is none. */
async function findSlug(documentId: string, db: Db): Promise<string> {
  const slug = (await findPublication(documentId, db))?.details.slug ?? "";
  if (slug === "") throw new AppError("conflict", "slug_missing");
  if (await isSlugTaken(slug, documentId, db))
    throw new AppError("conflict", "slug_taken");
  return slug;
}
