import type { Edition } from "@/core/editions/edition";
import type { PublicEditionItem } from "@/core/editions/public-views";
import { escapeHtml } from "@/core/export/html/escape";
import { EXPORT_LAYOUTS } from "@/core/export/options";
import { LAYOUT_FORMATS, WHOLE_FILES } from "@/reader/routes";
import { sayDay, type Say } from "@/reader/words";

/** How to cite an edition, in words and for reference managers. */
export function writeCite(say: Say, edition: Edition, path: string): string {
  const formats = [
    ["bib", "BibTeX"],
    ["ris", "RIS"],
    ["json", "CSL-JSON"],
  ] as const;
  const links = formats.map(
    ([extension, name]) => `<a href="${path}/cite.${extension}">${name}</a>`,
  );
  return `<p class="citation" lang="en">${escapeHtml(edition.citation.text)}</p><p>${links.join(" · ")}</p><p class="hint">${say("cite_hint")}</p>`;
}

const NAMES: Readonly<Record<string, string>> = {
  pdf: "PDF",
  epub: "EPUB",
  docx: "Word",
  html: "HTML",
  md: "Markdown",
  txt: "Text",
  "tei.xml": "TEI",
  "xliff-2.1.xlf": "XLIFF 2.1",
  "xliff-1.2.xlf": "XLIFF 1.2",
  "memory.tmx": "TMX",
  "bundle.json": "Bundle",
};

/** The files of an edition, by layout. */
export function writeDownloads(say: Say, path: string): string {
  const file = (name: string, label: string) =>
    `<a href="${path}/${name}">${label}</a>`;
  const rows = EXPORT_LAYOUTS.map((layout) => {
    const files = LAYOUT_FORMATS.map((format) =>
      file(`${layout}.${format}`, NAMES[format] ?? format),
    );
    return `<dt>${say(`layout_${layout}`)}</dt><dd>${files.join("")}</dd>`;
  });
  const whole = Object.keys(WHOLE_FILES).map((name) =>
    file(name, NAMES[name] ?? name),
  );
  return `<dl class="formats">${rows.join("")}<dt>${say("format_data")}</dt><dd>${whole.join("")}</dd></dl>`;
}

/** All editions of the document, each with what changed since the one before. */
export function writeEditions(
  say: Say,
  items: readonly PublicEditionItem[],
  current: number,
): string {
  const rows = items.map(({ slug, number, publishedAt, withdrawn }, index) => {
    const name = say("edition", { number });
    const label =
      number === current
        ? `<b aria-current="page">${name}</b>`
        : `<a href="${say.link(`/e/${slug}/${number}`)}">${name}</a>`;
    const before = items
      .slice(index + 1)
      .find((item) => item.withdrawn === null);
    const compare =
      before === undefined || withdrawn !== null
        ? ""
        : ` · <a href="${say.link(`/e/${slug}/${before.number}/compare/${number}`)}">${say("compare", { number: before.number })}</a>`;
    const state = withdrawn === null ? "" : ` · ${say("withdrawn_title")}`;
    return `<li>${label}, ${escapeHtml(sayDay(say, publishedAt))}${state}${compare}</li>`;
  });
  return `<h2>${say("editions_of")}</h2><ul>${rows.join("")}</ul>`;
}
