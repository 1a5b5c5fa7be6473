import type { PublicEditionItem } from "@/core/editions/public-views";
import { cleanLabel } from "@/core/export/clean-text";
import { escapeHtml } from "@/core/export/html/escape";

const xml = (text: string) => escapeHtml(cleanLabel(text));

/** Writes the feed of editions (Atom, RFC 4287), last published first. */
export function writeFeed(
  items: readonly PublicEditionItem[],
  origin: string,
): string {
  const home = xml(`${origin}/e`);
  const updated = items[0]?.publishedAt ?? "1970-01-01T00:00:00.000Z";
  const entries = items.map(
    ({ slug, number, title, sourceTitle, publishedAt, changes }) => {
      const address = xml(`${origin}/e/${slug}/${number}`);
      const summary = changes === "" ? sourceTitle : changes;
      return `<entry>
<id>${address}</id>
<title>${xml(title)} (edition ${number})</title>
<link href="${address}"/>
<published>${publishedAt}</published>
<updated>${publishedAt}</updated>
<summary>${xml(summary)}</summary>
</entry>`;
    },
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${home}</id>
<title>Duizhao 对照: editions</title>
<link href="${home}"/>
<link rel="self" type="application/atom+xml" href="${home}/feed.xml"/>
<updated>${updated}</updated>
<author><name>Duizhao 对照</name></author>
${entries.join("\n")}
</feed>
`;
}

/** Writes the site map: each standing edition with its address in each language. */
export function writeSitemap(
  items: readonly PublicEditionItem[],
  origin: string,
): string {
  const alternate = (language: string, address: string) =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${xml(address)}"/>`;
  const urls = items.map(({ slug, number, publishedAt }) => {
    const address = `${origin}/e/${slug}/${number}`;
    return `<url><loc>${xml(address)}</loc><lastmod>${publishedAt}</lastmod>${alternate("x-default", address)}${alternate("en", `${address}?mode=english`)}${alternate("zh-CN", `${address}?mode=chinese`)}</url>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>${xml(`${origin}/e`)}</loc></url>
${urls.join("\n")}
</urlset>
`;
}

/** Tells robots what is for them: editions; not the workbench, not drafts. */
export function writeRobots(origin: string): string {
  return `User-agent: *
Allow: /e
Disallow: /

Sitemap: ${origin}/sitemap.xml
`;
}
