import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import { findOpenDraft } from "@/server/db/draft-links";
import { findDocumentSeenBy } from "@/server/db/documents";
import { hashSecret } from "@/server/secrets";
import { readEdition } from "./read-edition";

/** No account has this id: who holds a link has no role in the project. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** What `newSecret` makes. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * The draft that a secret link leads to, as the document is at this moment, ready to be read and without what the team says
 * to itself. Null where the link is unknown, revoked or expired, or the document is gone: nobody can tell which.
 */
export async function openDraft(token: string): Promise<Edition | null> {
  if (!TOKEN.test(token)) return null;
  // Found by its hash: how long that takes tells nothing of the token.
  const documentId = await findOpenDraft(hashSecret(token), new Date());
  if (documentId === null) return null;
  const document = await findDocumentSeenBy(documentId, NOBODY);
  if (document === null) return null;
  return prepareEdition((await readEdition(document)).edition, DEFAULT_OPTIONS);
}
