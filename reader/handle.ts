import type { IncomingMessage, ServerResponse } from "node:http";
import type { PublicEditionItem } from "@/core/editions/public-views";
import { AppError } from "@/core/errors";
import { editionsVersion } from "@/server/editions-version";
import { redirect } from "./answer";
import {
  answerCard,
  answerCitation,
  answerComparison,
  answerEdition,
  answerFile,
  answerHome,
  answerList,
  answerSearch,
  plain,
  stoneOf,
  tombstone,
} from "./answers";
import { assetAnswer } from "./assets";
import { findDraftPage } from "./drafts";
import { KeptAnswers, pack, type Packed } from "./kept";
import { readLanguage, readRoute, type Route } from "./routes";
import { send } from "./send";
import { listStanding } from "./standing";
import { speak, type Say } from "./words";

const MEGABYTE = 1024 * 1024;

/** Pages and small files of editions: made once, for ever; only a withdrawal takes them away. */
const editions = new KeptAnswers(96 * MEGABYTE);
/** Scripts and fonts. */
const files = new KeptAnswers(16 * MEGABYTE);

/** Lists change with every edition; what other processes publish is in them after a while. */
const LISTS_FOR = 5000;
const newLists = () => new KeptAnswers(8 * MEGABYTE);
let lists = { until: 0, version: 0, kept: newLists() };

function currentLists(): KeptAnswers {
  const now = performance.now();
  const version = editionsVersion();
  if (now > lists.until || version !== lists.version)
    lists = { until: now + LISTS_FOR, version, kept: newLists() };
  return lists.kept;
}

/**
 * Answers what asks for a public page: editions and their files, the home page with its search, lists for machines, drafts
 * behind a secret link. False for every other address, which is Next's. It knows no session and looks at no cookie.
 */
export async function handleReader(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = request.url ?? "/";
  const route = readRoute(url);
  if (route === null) return false;
  if (request.method !== "GET" && request.method !== "HEAD") {
    request.resume();
    response.writeHead(405, { allow: "GET, HEAD" });
    response.end();
    return true;
  }
  const say = speak(readLanguage(url));
  send(request, response, await answer(say, route));
  return true;
}

/** The page for what is not there: asked for more than any other, by those who try addresses. */
async function lost(say: Say): Promise<Packed> {
  const make = async () => plain(say, "lost", 404);
  const kept = await files.find(`lost ${say.language}`, make);
  return kept ?? pack(plain(say, "lost", 404));
}

async function answer(say: Say, route: Route): Promise<Packed> {
  try {
    return (await find(say, route)) ?? (await lost(say));
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found")
      return lost(say);
    const isBusy = error instanceof AppError && error.code === "unavailable";
    if (!isBusy) console.error(error);
    return pack(plain(say, isBusy ? "busy" : "failed", isBusy ? 503 : 500));
  }
}

async function find(say: Say, route: Route): Promise<Packed | null> {
  const { language } = say;
  switch (route.kind) {
    case "lost":
      return null;
    case "asset":
      return files.find(route.name, async () => assetAnswer(route.name));
    case "draft":
      return findDraftPage(say, route);
    case "home":
      return currentLists().find(`home ${language}`, () => answerHome(say));
    case "search":
      return currentLists().find(
        `search ${language} ${route.page} ${route.query}`,
        () => answerSearch(say, route),
      );
    case "feed":
    case "sitemap":
    case "robots":
      return currentLists().find(route.kind, () => answerList(route.kind));
    case "newest": {
      const items = await listStanding(route.slug);
      const newest = items.find(({ withdrawn }) => withdrawn === null);
      if (newest !== undefined)
        return pack(redirect(say.link(`/e/${newest.slug}/${newest.number}`)));
      const [last] = items;
      return last === undefined
        ? null
        : pack(tombstone(say, stoneOf(last), null));
    }
    case "compare":
      return findStanding(say, route.slug, [route.from, route.to], (items) =>
        findComparison(say, route, items),
      );
    case "edition":
    case "file":
    case "citation":
    case "card":
      return findStanding(say, route.slug, [route.number], (items) =>
        findOfEdition(say, route, items),
      );
  }
}

type Of<K extends Route["kind"]> = Extract<Route, { readonly kind: K }>;

type Items = readonly PublicEditionItem[];

/**
 * What is made of editions that stand; a tombstone where one of them was withdrawn, be it while the answer was made: a file
 * can take a minute.
 */
async function findStanding(
  say: Say,
  slug: string,
  numbers: readonly number[],
  make: (items: Items) => Promise<Packed | null>,
): Promise<Packed | null> {
  const items = await listStanding(slug);
  if (!numbers.every((number) => itemAt(items, number))) return null;
  const gone = findGone(say, items, numbers);
  if (gone !== null) return gone;
  const made = await make(items);
  return findGone(say, await listStanding(slug), numbers) ?? made;
}

const itemAt = (items: Items, number: number) =>
  items.find((item) => item.number === number);

function findGone(
  say: Say,
  items: Items,
  numbers: readonly number[],
): Promise<Packed> | null {
  const gone = numbers
    .map((number) => itemAt(items, number))
    .find((item) => item !== undefined && item.withdrawn !== null);
  if (gone === undefined) return null;
  const newest = items.find(({ withdrawn }) => withdrawn === null);
  return pack(tombstone(say, stoneOf(gone), newest?.number ?? null));
}

/** A part of an edition, at whichever of its addresses. */
function findOfEdition(
  say: Say,
  route: Of<"edition" | "file" | "citation" | "card">,
  items: Items,
): Promise<Packed | null> {
  const key = `${route.slug}/${route.number}`;
  switch (route.kind) {
    case "edition": {
      // What stands beside it belongs to the page: its menu names all editions.
      const others = items
        .map((each) => `${each.number}${each.withdrawn === null ? "" : "w"}`)
        .join();
      return editions.find(
        `${key} ${route.mode} ${say.language} ${others}`,
        () => answerEdition(say, route, items),
      );
    }
    case "citation":
      return editions.find(`${key} cite ${route.format}`, () =>
        answerCitation(route),
      );
    case "card":
      return editions.find(`${key} card`, () => answerCard(route));
    case "file": {
      const { format, layout, paper } = route.choice;
      return editions.find(`${key} ${format} ${layout} ${paper}`, () =>
        answerFile(route),
      );
    }
  }
}

async function findComparison(
  say: Say,
  { slug, from, to }: Of<"compare">,
  items: Items,
): Promise<Packed | null> {
  const [before, after] = [itemAt(items, from), itemAt(items, to)];
  if (before === undefined || after === undefined) return null;
  return editions.find(`${slug} ${from} ${to} ${say.language}`, () =>
    answerComparison(say, before, after),
  );
}
