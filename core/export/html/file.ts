import type { Edition } from "@/core/editions/edition";
import { runningTitle, titleText } from "@/core/export/content";
import { exportFileName } from "@/core/export/file-name";
import type { ExportedFile, ExportOptions } from "@/core/export/options";
import { writeArticle } from "./article";
import {
  modeOf,
  writeMenu,
  writeModes,
  writeSettings,
  type ReaderState,
} from "./controls";
import { escapeCss, escapeHtml } from "./escape";
import { writeFacts, writePage } from "./page";
import type { ReaderWords } from "./reader-words";

/** A style sheet or a script with its hash, as a policy names it (`sha256-…`). */
export type Inlined = { readonly text: string; readonly hash: string };

/** What a page has around the article: made once for all editions. */
export type ReaderAssets = {
  readonly style: Inlined;
  /** Sets remembered choices before anything is drawn. */
  readonly early: Inlined;
  readonly script: Inlined;
  readonly words: ReaderWords;
};

/** What an entry of a glossary takes at most, in lines of text; two stand beside each other where there is room. */
const ENTRY = 9;

/**
 * The style of one edition: its title at the head of printed pages, and about how long its glossary is, so that it need
 * not be laid out to know where the page ends.
 */
export function editionStyle(edition: Edition, paper: "a4" | "letter"): string {
  const size = paper === "a4" ? "A4" : "letter";
  const lines = edition.glossary.length * ENTRY;
  return `@page{size:${size};@top-center{content:"${escapeCss(runningTitle(titleText(edition)))}"}}@page:first{@top-center{content:none}@bottom-center{content:none}}.glossary{contain-intrinsic-size:auto ${lines}rem}@media(min-width:48rem){.glossary{contain-intrinsic-size:auto ${Math.ceil(lines / 2)}rem}}`;
}

/**
 * Writes an edition (one that `prepareEdition` made) as one HTML file that needs nothing else, with both texts and the
 * reader's modes: the layout says in which of them it opens. Nothing is loaded; only the file's own script may run, and
 * where it does not, everything but search and remembering works.
 */
export function writeHtmlFile(
  edition: Edition,
  options: ExportOptions,
  { style, early, script, words }: ReaderAssets,
  hashOf: (text: string) => string,
): ExportedFile {
  const title = titleText(edition);
  const state: ReaderState = {
    mode: modeOf(options.layout),
    notes: options.notes === "endnotes" ? "end" : "side",
    fonts: options.fonts,
  };
  const own = editionStyle(edition, options.paper);
  const policy = `default-src 'none'; style-src '${style.hash}' '${hashOf(own)}'; script-src '${early.hash}' '${script.hash}'; base-uri 'none'; form-action 'none'`;
  const facts = {
    key: edition.publication?.address ?? edition.documentId,
    address: edition.publication?.address ?? "",
    citation: edition.citation.text,
  };
  const bar = `<header class="bar">
<a class="bar-title" href="#top">${escapeHtml(runningTitle(title))}</a>
${writeModes(words, state)}
<nav class="bar-links" aria-label="${escapeHtml(words.display)}"><a href="#contents" class="contents-link">${escapeHtml(words.contents)}</a>${writeMenu("display", words.display, writeSettings(words, state))}</nav>
</header>`;
  return {
    filename: exportFileName(edition, options.layout, "html"),
    mediaType: "text/html; charset=utf-8",
    body: writePage({
      language: edition.language.target,
      title,
      head: [
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        `<meta name="referrer" content="no-referrer">`,
        `<style>${style.text}</style>`,
        `<style>${own}</style>`,
      ],
      bodyClass: "reader file",
      body: [
        `<a class="skip" href="#top">${escapeHtml(words.skip)}</a>`,
        bar,
        `<script>${early.text}</script>`,
        `<main id="top">\n${writeArticle(edition, options)}\n</main>`,
        writeFacts(facts, words),
        `<script>${script.text}</script>`,
      ],
    }),
  };
}
