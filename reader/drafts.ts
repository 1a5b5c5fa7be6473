import { findDraft, flushDraft } from "@/server/services/editions/public-draft";
import { hashSecret } from "@/server/secrets";
import { PUBLIC } from "@/server/threads/limits";
import { plain } from "./answers";
import { pack, type Packed } from "./kept";
import type { Route } from "./routes";
import { writeDraftPage } from "./tasks";
import type { Say } from "./words";

/** Drafts that are made at once: nothing of them is kept, and whoever has a link can ask for it without end. */
const AT_ONCE = 4;

/** How often the pages of one link are made in a minute: a few people who load it again and again. */
const PER_LINK = 30;
const MINUTE = 60_000;

/** What each link has had made in its present minute, by the hash of its token. */
const made = new Map<string, { readonly since: number; count: number }>();
/** Pages that are being made: whoever asks for the same meanwhile gets it, too. */
const making = new Map<string, Promise<Packed | null>>();

type Draft = Extract<Route, { readonly kind: "draft" }>;

/** The page of a draft behind a secret link, as it is at this moment; nothing of it is kept. */
export async function findDraftPage(
  say: Say,
  { token, mode }: Draft,
): Promise<Packed | null> {
  const key = `${mode} ${say.language} ${token}`;
  const started = making.get(key);
  if (started !== undefined) return started;
  if (making.size >= AT_ONCE) return pack(plain(say, "busy", 503));
  const page = makeDraftPage(say, { kind: "draft", token, mode });
  making.set(key, page);
  return page.finally(() => making.delete(key));
}

async function makeDraftPage(
  say: Say,
  { token, mode }: Draft,
): Promise<Packed | null> {
  const document = await findDraft(token);
  if (document === null) return null;
  if (!mayMake(hashSecret(token))) return pack(plain(say, "busy", 503));
  await flushDraft(document);
  const { language } = say;
  const sent = { owner: PUBLIC };
  const page = await writeDraftPage(sent, { document, mode, language });
  // The link may have been revoked while the page was made.
  return (await findDraft(token)) === null ? null : page;
}

function mayMake(link: string): boolean {
  const now = Date.now();
  for (const [other, { since }] of made)
    if (now - since > MINUTE) made.delete(other);
  const entry = made.get(link) ?? { since: now, count: 0 };
  made.set(link, entry);
  entry.count += 1;
  return entry.count <= PER_LINK;
}
