import { escapeHtml } from "@/core/export/html/escape";
import { writePage } from "@/core/export/html/page";
import { assets } from "@/reader/assets";
import { pagePolicy } from "@/reader/policy";
import type { Say } from "@/reader/words";
import { policyHash, readerAsset } from "@/server/export/reader-assets";

/** A page with the head and the policy that all pages have. */
export type Framed = {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Frames a page: fonts and style stand in it, so that it is drawn with its first answer. */
export function framePage(page: {
  readonly say: Say;
  readonly language?: string;
  readonly title: string;
  readonly style: "style/main.css" | "style/site.css";
  /** A style of this page alone. */
  readonly ownStyle?: string;
  readonly head: readonly string[];
  readonly bodyClass: string;
  readonly body: readonly string[];
}): Framed {
  const { fontFaces, icon, script } = assets();
  const sheet = readerAsset(page.style);
  const styles = [fontFaces, sheet.text, page.ownStyle ?? ""].filter(
    (text) => text !== "",
  );
  const html = writePage({
    language: page.language ?? page.say.language,
    title: page.title,
    head: [
      `<link rel="icon" href="${icon}" type="image/svg+xml">`,
      `<link rel="alternate" href="/e/feed.xml" type="application/atom+xml" title="${page.say("feed")}">`,
      `<meta name="theme-color" content="#faf7f0" media="(prefers-color-scheme: light)">`,
      `<meta name="theme-color" content="#1a1815" media="(prefers-color-scheme: dark)">`,
      ...page.head,
      ...styles.map((text) => `<style>${text}</style>`),
      `<script src="${script}" defer></script>`,
    ],
    bodyClass: page.bodyClass,
    body: page.body,
  });
  const policy = pagePolicy(styles.map(policyHash));
  return { html, headers: { "content-security-policy": policy } };
}

/** The seal that leads home. */
export function writeSeal(say: Say): string {
  return `<a class="seal" href="${say.link("/e")}" aria-label="${say("editions")}" lang="zh-CN">对<br>照</a>`;
}

/** The foot of every page, with the other language of what stands around the texts. */
export function writeFoot(
  say: Say,
  path: string,
  more: readonly string[] = [],
): string {
  const isEnglish = say.language === "en";
  const mark = path.includes("?") ? "&" : "?";
  const other = isEnglish
    ? `<a href="${escapeHtml(`${path}${mark}lang=zh-CN`)}" lang="zh-CN" hreflang="zh-CN">简体中文</a>`
    : `<a href="${escapeHtml(path)}" lang="en" hreflang="en">English</a>`;
  return `<footer class="foot">${[...more, `<a href="${say.link("/e")}">${say("editions")}</a>`, `<a href="/e/feed.xml">${say("feed")}</a>`, other].join("\n")}</footer>`;
}

/** A page of the site itself, in the language of the interface. */
export function frameSitePage(page: {
  readonly say: Say;
  readonly title: string;
  readonly head?: readonly string[];
  readonly path: string;
  readonly main: string;
}): Framed {
  const { say } = page;
  return framePage({
    say,
    title: page.title,
    style: "style/site.css",
    head: page.head ?? [`<meta name="robots" content="noindex">`],
    bodyClass: "site",
    body: [
      `<a class="skip" href="#main">${say("skip")}</a>`,
      `<header class="bar">${writeSeal(say)}<a class="bar-home" href="${say.link("/e")}">${say("editions")}</a><nav class="bar-links end" aria-label="${say("sign_in")}"><a href="/sign-in">${say("sign_in")}</a></nav></header>`,
      `<main id="main" class="site-main">${page.main}</main>`,
      writeFoot(say, page.path),
    ],
  });
}
