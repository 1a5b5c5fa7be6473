import { can, type Actor } from "@/core/access/can";
import { suggestSlug } from "@/core/editions/suggest-slug";
import type { EditionItem, PublishingView } from "@/core/editions/views";
import { authorize } from "@/server/authorize";
import { listDraftLinks } from "@/server/db/draft-links";
import { listEditions } from "@/server/db/editions";
import { findDocumentTexts } from "@/server/services/documents/document-texts";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { checkDraft } from "./edition-tasks";
import { flushDocument } from "./read-edition";

/** The page on which a document is made ready: what is said of its editions, what was found in it, what was published. */
export async function viewPublishing(
  actor: Actor,
  documentId: string,
): Promise<PublishingView> {
  const document = await findDocumentFor(actor, documentId);
  authorize("project.read", document);
  const { id, projectId, projectName, title, style } = document;
  const mayShare = can("edition.share", document);
  const texts = await findDocumentTexts(document);
  await flushDocument(id);
  const [checked, editions, draftLinks] = await Promise.all([
    checkDraft({ owner: actor.accountId }, document),
    listEditions(id),
    mayShare ? listDraftLinks(id, new Date()) : [],
  ]);
  const { english, ...found } = checked;
  return {
    documentId: id,
    projectId,
    projectName,
    title,
    suggestedSlug: suggestSlug(english),
    ...texts,
    ...found,
    blocking: style.blocking,
    nextNumber: nextNumber(editions),
    editions,
    draftLinks,
    can: {
      prepare: can("edition.prepare", document),
      share: mayShare,
      publish: can("edition.publish", document),
      withdraw: can("edition.withdraw", document),
    },
  };
}

/** The number that the next edition gets; those that were withdrawn keep theirs. */
export function nextNumber(editions: readonly EditionItem[]): number {
  return Math.max(0, ...editions.map(({ number }) => number)) + 1;
}
