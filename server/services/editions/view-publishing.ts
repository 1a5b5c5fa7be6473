import { can, type Actor } from "@/core/access/can";
import { checkEdition } from "@/core/editions/check-edition";
import { suggestSlug } from "@/core/editions/suggest-slug";
import type { EditionItem, PublishingView } from "@/core/editions/views";
import { plainText } from "@/core/text/rich-text";
import { authorize } from "@/server/authorize";
import { listDraftLinks } from "@/server/db/draft-links";
import { listEditions } from "@/server/db/editions";
import { findDocumentTexts } from "@/server/services/documents/document-texts";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { readEdition } from "./read-edition";

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
  const [{ input, edition }, editions, draftLinks] = await Promise.all([
    readEdition(document),
    listEditions(id),
    mayShare ? listDraftLinks(id, new Date()) : [],
  ]);
  const english = edition.title.target;
  return {
    documentId: id,
    projectId,
    projectName,
    title,
    details: input.details,
    hasTitle: edition.title.number !== null,
    suggestedSlug: english === null ? "" : suggestSlug(plainText(english)),
    ...texts,
    findings: checkEdition(input, edition),
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
