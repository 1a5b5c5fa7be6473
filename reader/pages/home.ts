import type { PublicDocument, SearchHit } from "@/core/editions/views";
import { escapeHtml } from "@/core/export/html/escape";
import { sayDay, type Say } from "@/reader/words";
import { frameSitePage, type Framed } from "./frame";

/** Passages on one page of results. */
export const PER_PAGE = 10;

const searchForm = (say: Say, query: string) =>
  `<form class="search" action="/e" method="get" role="search"><label for="q">${say("search_label")}</label><div><input id="q" name="q" type="search" value="${escapeHtml(query)}" placeholder="${say("search_placeholder")}" maxlength="200" autocomplete="off">${say.language === "en" ? "" : `<input type="hidden" name="lang" value="${say.language}">`}<button>${say("search")}</button></div></form>`;

/** Writes the home page of an instance's editions. */
export function homePage(
  say: Say,
  documents: readonly PublicDocument[],
  origin: string,
): Framed {
  const items = documents.map(
    ({ slug, number, title, sourceTitle, date, translators }) =>
      `<li><a href="${say.link(`/e/${slug}/${number}`)}"><h2 lang="en">${escapeHtml(title)}</h2></a><p class="original" lang="zh-CN">${escapeHtml(sourceTitle)}</p><p class="facts">${say("edition", { number })} · <time datetime="${date}">${escapeHtml(sayDay(say, date))}</time>${translators.length === 0 ? "" : ` · ${escapeHtml(translators.join(", "))}`}</p></li>`,
  );
  const list =
    items.length === 0
      ? `<div class="empty"><p>${say("home_empty")}</p><p>${say("home_empty_hint")}</p></div>`
      : `<ol class="documents">${items.join("\n")}</ol>`;
  return frameSitePage({
    say,
    title: say.words.home_title,
    path: "/e",
    head: [
      `<meta name="description" content="${say("home_lead")}">`,
      `<link rel="canonical" href="${escapeHtml(`${origin}/e${say.language === "en" ? "" : `?lang=${say.language}`}`)}">`,
      `<link rel="alternate" hreflang="en" href="${escapeHtml(origin)}/e">`,
      `<link rel="alternate" hreflang="zh-CN" href="${escapeHtml(origin)}/e?lang=zh-CN">`,
      `<link rel="alternate" hreflang="x-default" href="${escapeHtml(origin)}/e">`,
    ],
    main: `<h1>${say("home_title")}</h1><p class="lead">${say("home_lead")}</p>${searchForm(say, "")}${list}`,
  });
}

function writeHit(say: Say, hit: SearchHit): string {
  const path = `/e/${hit.slug}/${hit.edition}#p${hit.number}`;
  const words = hit.parts
    .map(({ text, found }) =>
      found ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text),
    )
    .join("");
  const language = hit.language === "zh" ? "zh-CN" : "en";
  return `<li><p class="passage" lang="${language}"><a href="${say.link(path)}">${words}</a></p><p class="facts"><a href="${say.link(`/e/${hit.slug}/${hit.edition}`)}" lang="en">${escapeHtml(hit.title)}</a> · ${say("paragraph", { number: hit.number })}</p></li>`;
}

/** Writes a page of what was found; `page` is 1-based, one beyond the last shows the last. */
export function searchPage(
  say: Say,
  query: string,
  hits: readonly SearchHit[],
  page: number,
): Framed {
  const pages = Math.max(1, Math.ceil(hits.length / PER_PAGE));
  const current = Math.min(page, pages);
  const shown = hits.slice((current - 1) * PER_PAGE, current * PER_PAGE);
  const address = (number: number) =>
    say.link(`/e?q=${encodeURIComponent(query)}&page=${number}`);
  const steps = [
    current > 1
      ? `<a rel="prev" href="${address(current - 1)}">${say("previous")}</a>`
      : "",
    ...Array.from({ length: pages }, (_, index) =>
      index + 1 === current
        ? `<b aria-current="page">${index + 1}</b>`
        : `<a href="${address(index + 1)}" aria-label="${say("page", { page: index + 1 })}">${index + 1}</a>`,
    ),
    current < pages
      ? `<a rel="next" href="${address(current + 1)}">${say("next")}</a>`
      : "",
  ];
  const results =
    hits.length === 0
      ? `<div class="empty"><p>${say("search_none", { query })}</p><p>${say("search_none_hint")}</p><p><a href="${say.link("/e")}">${say("search_all")}</a></p></div>`
      : `<p class="count" role="status">${say("search_count", { count: hits.length })}</p><ol class="hits" start="${(current - 1) * PER_PAGE + 1}">${shown.map((hit) => writeHit(say, hit)).join("\n")}</ol>${pages > 1 ? `<nav class="steps" aria-label="${say("pages")}">${steps.join("")}</nav>` : ""}`;
  return frameSitePage({
    say,
    title: say.words.search_title.replace("{query}", () => query),
    path: `/e?q=${encodeURIComponent(query)}`,
    main: `<h1>${say("search_title", { query })}</h1>${searchForm(say, query)}${results}`,
  });
}
