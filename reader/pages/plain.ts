import type { Tombstone } from "@/core/editions/public-views";
import { escapeHtml } from "@/core/export/html/escape";
import { sayDay, type Say } from "@/reader/words";
import { frameSitePage, type Framed } from "./frame";

/** Writes what stands at every address of an edition that was withdrawn. */
export function tombstonePage(
  say: Say,
  tombstone: Tombstone,
  newest: number | null,
): Framed {
  const { slug, number, title, sourceTitle, publishedAt, withdrawnAt, reason } =
    tombstone;
  const text = say("withdrawn_text", {
    number,
    published: sayDay(say, publishedAt),
    withdrawn: sayDay(say, withdrawnAt),
  });
  const why =
    reason === ""
      ? ""
      : `<p class="reason">${say("withdrawn_reason", { reason })}</p>`;
  const next =
    newest === null
      ? ""
      : `<p><a href="${say.link(`/e/${slug}/${newest}`)}">${say("withdrawn_newest")}</a></p>`;
  return frameSitePage({
    say,
    title: say.words.withdrawn_title,
    path: `/e/${slug}/${number}`,
    main: `<h1>${say("withdrawn_title")}</h1><p class="lead" lang="en">${escapeHtml(title)}</p><p class="original" lang="zh-CN">${escapeHtml(sourceTitle)}</p><p>${text}</p>${why}${next}`,
  });
}

const KINDS = {
  lost: ["not_found_title", "not_found_text"],
  busy: ["busy_title", "busy_text"],
  failed: ["failed_title", "failed_text"],
} as const;

/** Writes a page that says that there is nothing, or nothing just now. */
export function plainPage(say: Say, kind: keyof typeof KINDS): Framed {
  const [title, text] = KINDS[kind];
  return frameSitePage({
    say,
    title: say.words[title],
    path: "/e",
    main: `<h1>${say(title)}</h1><p>${say(text)}</p><p><a href="${say.link("/e")}">${say("not_found_home")}</a></p>`,
  });
}
