import type { Edition } from "@/core/editions/edition";
import type { PublicEditionItem } from "@/core/editions/public-views";
import { runningTitle, titleText } from "@/core/export/content";
import { writeArticle } from "@/core/export/html/article";
import {
  writeMenu,
  writeModes,
  writeSettings,
  type ReaderMode,
} from "@/core/export/html/controls";
import { escapeHtml } from "@/core/export/html/escape";
import { editionStyle } from "@/core/export/html/file";
import { writeFacts } from "@/core/export/html/page";
import { DEFAULT_OPTIONS } from "@/core/export/options";
import type { Say } from "@/reader/words";
import { readerAsset } from "@/server/export/reader-assets";
import { framePage, writeFoot, writeSeal, type Framed } from "./frame";
import { writeCite, writeDownloads, writeEditions } from "./menus";
import { writeMetadataTags } from "./metadata";

/** Writes the page of an edition (one that `prepareEdition` made); `items` are all editions of the document, newest first. */
export function editionPage(
  say: Say,
  edition: Edition,
  items: readonly PublicEditionItem[],
  mode: ReaderMode,
): Framed {
  const { publication } = edition;
  if (publication === null) return draftPage(say, edition, mode);
  const { slug, number, address } = publication;
  const path = `/e/${slug}/${number}`;
  const newest = items.find(({ withdrawn }) => withdrawn === null);
  const isOld = newest !== undefined && newest.number > number;
  return readingPage(say, edition, mode, {
    head: writeMetadataTags({ ...edition, publication }),
    banner: isOld
      ? `<p class="banner" role="note">${say("newer")} <a href="${say.link(`/e/${slug}/${newest.number}`)}">${say("edition", { number: newest.number })}</a></p>`
      : "",
    menus: [
      writeMenu("cite", say.words.cite, writeCite(say, edition, path)),
      writeMenu("download", say.words.download, writeDownloads(say, path)),
      ...(items.length > 1
        ? [
            writeMenu(
              "editions",
              say.words.edition.replace("{number}", String(number)),
              writeEditions(say, items, number),
            ),
          ]
        : []),
    ],
    facts: { key: address, address, citation: edition.citation.text },
    path,
  });
}

/** Writes the page of a draft: it says so, cannot be cited, and nothing of it is remembered. */
export function draftPage(
  say: Say,
  edition: Edition,
  mode: ReaderMode,
): Framed {
  return readingPage(say, edition, mode, {
    head: [
      `<meta name="robots" content="noindex, nofollow">`,
      `<meta name="referrer" content="no-referrer">`,
    ],
    banner: `<p class="banner" role="note">${say("draft")}</p>`,
    menus: [],
    facts: { key: null, address: "", citation: "" },
    path: null,
  });
}

function readingPage(
  say: Say,
  edition: Edition,
  mode: ReaderMode,
  parts: {
    readonly head: readonly string[];
    readonly banner: string;
    readonly menus: readonly string[];
    readonly facts: Parameters<typeof writeFacts>[0];
    /** Null where the page must not tell its own address. */
    readonly path: string | null;
  },
): Framed {
  const title = titleText(edition);
  const state = { mode, notes: "side", fonts: "serif" } as const;
  const links = [
    `<a href="#contents" class="contents-link">${say("contents")}</a>`,
    ...parts.menus,
    writeMenu("display", say.words.display, writeSettings(say.words, state)),
  ];
  return framePage({
    say,
    language: edition.language.target,
    title,
    style: "style/main.css",
    ownStyle: editionStyle(edition, "a4"),
    head: parts.head,
    bodyClass: "reader",
    body: [
      `<a class="skip" href="#top">${say("skip")}</a>`,
      `<header class="bar" lang="${say.language}">
${writeSeal(say)}
<a class="bar-home" href="${say.link("/e")}">${say("editions")}</a>
<a class="bar-title" href="#top" lang="${edition.language.target}">${escapeHtml(runningTitle(title))}</a>
${writeModes(say.words, state)}
<nav class="bar-links" aria-label="${say("display")}">${links.join("\n")}</nav>
</header>`,
      `<script>${readerAsset("script/early.ts").text}</script>`,
      parts.banner,
      `<main id="top">\n${writeArticle(edition, DEFAULT_OPTIONS)}\n</main>`,
      writeFacts(parts.facts, say.words),
      parts.path === null ? "" : writeFoot(say, parts.path),
    ],
  });
}
