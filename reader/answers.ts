import { compareInSteps } from "@/core/editions/compare-editions";
import { prepareEdition } from "@/core/editions/prepare-edition";
import type { Edition } from "@/core/editions/edition";
import type {
  PublicEditionItem,
  Tombstone,
} from "@/core/editions/public-views";
import { attachment } from "@/core/export/file-name";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import { env } from "@/server/env";
import { asked, needQueue } from "@/server/services/editions/need-queue";
import {
  findPublicEdition,
  listPublicDocuments,
  listRecentEditions,
} from "@/server/services/editions/public-editions";
import { publicFile } from "@/server/services/editions/public-file";
import { searchEditions } from "@/server/services/editions/public-search";
import { FRESH, NEVER, page, type Answer } from "./answer";
import { inSlices } from "./in-slices";
import { comparePage } from "./pages/compare";
import { editionPage } from "./pages/edition";
import type { Framed } from "./pages/frame";
import { homePage, searchPage } from "./pages/home";
import { writeFeed, writeRobots, writeSitemap } from "./pages/lists";
import { plainPage, tombstonePage } from "./pages/plain";
import type { CitationFormat, Route } from "./routes";
import type { Say } from "./words";

const fresh = ({ html, headers }: Framed): Answer =>
  page(html, { ...headers, "cache-control": FRESH });

/** A page for what is not there, or not just now. */
export function plain(
  say: Say,
  kind: "lost" | "busy" | "failed",
  status: number,
): Answer {
  const { html, headers } = plainPage(say, kind);
  const more: Record<string, string> =
    status === 503 ? { "retry-after": "60" } : {};
  return page(
    html,
    { ...headers, ...more, "cache-control": NEVER, "x-robots-tag": "noindex" },
    status,
  );
}

/** What stands at every address of an edition that was withdrawn: gone, and why. */
export function tombstone(
  say: Say,
  stone: Tombstone,
  newest: number | null,
): Answer {
  const { html, headers } = tombstonePage(say, stone, newest);
  const more = { "cache-control": FRESH, "x-robots-tag": "noindex" };
  return page(html, { ...headers, ...more }, 410);
}

/** The tombstone of an edition in a list. */
export const stoneOf = (item: PublicEditionItem): Tombstone => ({
  ...item,
  withdrawnAt: item.withdrawn?.at ?? item.publishedAt,
  reason: item.withdrawn?.reason ?? "",
});

async function findEdition(
  slug: string,
  number: number,
): Promise<Edition | null> {
  const found = await findPublicEdition(slug, number);
  return found?.kind === "edition" ? found.edition : null;
}

type Of<K extends Route["kind"]> = Extract<Route, { readonly kind: K }>;

/** The page of an edition. */
export async function answerEdition(
  say: Say,
  { slug, number, mode }: Of<"edition">,
  items: readonly PublicEditionItem[],
): Promise<Answer | null> {
  const edition = await findEdition(slug, number);
  if (edition === null) return null;
  const prepared = prepareEdition(edition, DEFAULT_OPTIONS);
  return fresh(editionPage(say, prepared, items, mode));
}

/** What differs between two editions. */
export async function answerComparison(
  say: Say,
  before: PublicEditionItem,
  after: PublicEditionItem,
): Promise<Answer | null> {
  const [earlier, later] = await Promise.all(
    [before, after].map(({ slug, number }) => findEdition(slug, number)),
  );
  if (!earlier || !later) return null;
  const comparison = await inSlices(compareInSteps(earlier, later));
  return fresh(comparePage(say, { before, after }, comparison));
}

/** A file of an edition, written for whoever asks first. */
export async function answerFile({
  slug,
  number,
  choice,
}: Of<"file">): Promise<Answer | null> {
  const found = await publicFile(slug, number, choice);
  if (found?.kind !== "file") return null;
  const { file } = found;
  return {
    status: 200,
    type: file.mediaType,
    body: file.body,
    headers: {
      "cache-control": FRESH,
      "content-disposition": attachment(file.filename),
    },
  };
}

const CITATIONS: Readonly<
  Record<
    CitationFormat,
    { readonly type: string; readonly write: (edition: Edition) => string }
  >
> = {
  bib: {
    type: "application/x-bibtex; charset=utf-8",
    write: ({ citation }) => citation.bibtex,
  },
  ris: {
    type: "application/x-research-info-systems; charset=utf-8",
    write: ({ citation }) => citation.ris,
  },
  json: {
    type: "application/vnd.citationstyles.csl+json; charset=utf-8",
    write: ({ citation }) => `${JSON.stringify([citation.csl], null, 2)}\n`,
  },
};

/** How to cite an edition, for a reference manager. */
export async function answerCitation({
  slug,
  number,
  format,
}: Of<"citation">): Promise<Answer | null> {
  const edition = await findEdition(slug, number);
  if (edition === null) return null;
  const { type, write } = CITATIONS[format];
  const filename = `${slug}-${number}.${format}`;
  return {
    status: 200,
    type,
    body: write(edition),
    headers: {
      "cache-control": FRESH,
      "content-disposition": attachment(filename),
    },
  };
}

/** The picture that stands for an edition where its address is shared. */
export async function answerCard({
  slug,
  number,
}: Of<"card">): Promise<Answer | null> {
  const edition = await findEdition(slug, number);
  if (edition === null) return null;
  return {
    status: 200,
    type: "image/png",
    body: await asked(needQueue().drawCard(edition)),
    headers: {
      "cache-control": FRESH,
      "cross-origin-resource-policy": "cross-origin",
    },
  };
}

/** The home page. */
export async function answerHome(say: Say): Promise<Answer> {
  const documents = await listPublicDocuments();
  return fresh(homePage(say, documents, env().NEXTAUTH_URL));
}

/** What a search found. */
export async function answerSearch(
  say: Say,
  { query, page: number }: Of<"search">,
): Promise<Answer> {
  const { html, headers } = searchPage(
    say,
    query,
    await searchEditions(query),
    number,
  );
  return page(html, { ...headers, "cache-control": FRESH });
}

/** How many editions feeds and site maps name. */
const FEED = 50;
const SITEMAP = 5000;

/** What is for readers without eyes. */
export async function answerList(
  kind: "feed" | "sitemap" | "robots",
): Promise<Answer> {
  const origin = env().NEXTAUTH_URL;
  const headers = { "cache-control": FRESH };
  const answer = (type: string, body: string): Answer => ({
    status: 200,
    type,
    body,
    headers,
  });
  if (kind === "robots")
    return answer("text/plain; charset=utf-8", writeRobots(origin));
  if (kind === "feed")
    return answer(
      "application/atom+xml; charset=utf-8",
      writeFeed(await listRecentEditions(FEED), origin),
    );
  return answer(
    "application/xml; charset=utf-8",
    writeSitemap(await listRecentEditions(SITEMAP), origin),
  );
}
