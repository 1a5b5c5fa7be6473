import type { Edition } from "@/core/editions/edition";
import type {
  PublicEditionItem,
  Tombstone,
} from "@/core/editions/public-views";
import { attachment } from "@/core/export/file-name";
import { env } from "@/server/env";
import { asked, needQueue } from "@/server/services/editions/need-queue";
import {
  listPublicDocuments,
  listRecentEditions,
} from "@/server/services/editions/public-editions";
import { publicFile } from "@/server/services/editions/public-file";
import { searchEditions } from "@/server/services/editions/public-search";
import { PUBLIC } from "@/server/threads/limits";
import { FRESH, NEVER, page, type Answer } from "./answer";
import type { Packed } from "./kept";
import type { Framed } from "./pages/frame";
import { homePage, searchPage } from "./pages/home";
import { writeFeed, writeRobots, writeSitemap } from "./pages/lists";
import { plainPage, tombstonePage } from "./pages/plain";
import type { CitationFormat, Route } from "./routes";
import {
  findCitation,
  packForCard,
  writeComparison,
  writeEditionPage,
} from "./tasks";
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

/** All that anyone asks for is the public's share. */
const SENT = { owner: PUBLIC };

type Of<K extends Route["kind"]> = Extract<Route, { readonly kind: K }>;

/** The page of an edition. */
export function answerEdition(
  { language }: Say,
  { slug, number, mode }: Of<"edition">,
  items: readonly PublicEditionItem[],
): Promise<Packed | null> {
  const place = { slug, number };
  return writeEditionPage(SENT, { place, items, mode, language });
}

/** What differs between two editions. */
export function answerComparison(
  { language }: Say,
  before: PublicEditionItem,
  after: PublicEditionItem,
): Promise<Packed | null> {
  return writeComparison(SENT, { before, after, language });
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

type Citation = Edition["citation"];

const CITATIONS: Readonly<
  Record<
    CitationFormat,
    { readonly type: string; readonly write: (citation: Citation) => string }
  >
> = {
  bib: {
    type: "application/x-bibtex; charset=utf-8",
    write: ({ bibtex }) => bibtex,
  },
  ris: {
    type: "application/x-research-info-systems; charset=utf-8",
    write: ({ ris }) => ris,
  },
  json: {
    type: "application/vnd.citationstyles.csl+json; charset=utf-8",
    write: ({ csl }) => `${JSON.stringify([csl], null, 2)}\n`,
  },
};

/** How to cite an edition, for a reference manager. */
export async function answerCitation({
  slug,
  number,
  format,
}: Of<"citation">): Promise<Answer | null> {
  const citation = await findCitation(SENT, { slug, number });
  if (citation === null) return null;
  const { type, write } = CITATIONS[format];
  const filename = `${slug}-${number}.${format}`;
  return {
    status: 200,
    type,
    body: write(citation),
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
  const edition = await packForCard(SENT, { slug, number });
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
