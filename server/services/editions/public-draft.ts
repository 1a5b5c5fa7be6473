import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import { findOpenDraft } from "@/server/db/draft-links";
import { findDocumentSeenBy } from "@/server/db/documents";
import { hashSecret } from "@/server/secrets";
import {
  assembleDocument,
  flushDocument,
  type EditedDocument,
} from "./read-edition";

/** No account has this id: who holds a link has no role in the project. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** What `newSecret` makes. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * The document whose draft a secret link leads to. Null where the link is unknown, revoked or expired, or the document is
 * gone: nobody can tell which.
 */
export async function findDraft(token: string): Promise<EditedDocument | null> {
  if (!TOKEN.test(token)) return null;
  // Found by its hash: how long that takes tells nothing of the token.
  const documentId = await findOpenDraft(hashSecret(token), new Date());
  return documentId === null ? null : findDocumentSeenBy(documentId, NOBODY);
}

/** Stores what was typed into a draft a second ago, before it is read. */
export async function flushDraft({ id }: EditedDocument): Promise<void> {
  await flushDocument(id);
}

/**
 * A draft as its document is at this moment, ready to be read and without what the team says to itself. Only of what
 * `findDraft` found.
 */
export async function readDraft(document: EditedDocument): Promise<Edition> {
  const { edition } = await assembleDocument(document);
  return prepareEdition(edition, DEFAULT_OPTIONS);
}
