import type {
  ComparedNote,
  ComparedParagraph,
  ComparedTerm,
  ComparedText,
  EditionComparison,
} from "@/core/editions/comparison";
import type { PublicEditionItem } from "@/core/editions/public-views";
import { escapeHtml } from "@/core/export/html/escape";
import { writePinyin } from "@/core/export/html/text";
import type { Say } from "@/reader/words";
import { frameSitePage, type Framed } from "./frame";

const TAGS = { added: "ins", removed: "del", same: null } as const;

function writeText(text: ComparedText): string {
  const parts = text.map(({ kind, text: words }) => {
    const html = escapeHtml(words).replaceAll("\n", "<br>");
    const tag = TAGS[kind];
    return tag === null ? html : `<${tag}>${html}</${tag}>`;
  });
  return `<p>${parts.join("")}</p>`;
}

const side = (name: "zh" | "en", text: ComparedText | null) =>
  `<div class="${name}" lang="${name === "zh" ? "zh-CN" : "en"}">${text === null ? "" : writeText(text)}</div>`;

type Numbers = {
  readonly before: number | null;
  readonly after: number | null;
};

/** Where a part stands: a link into the later edition, or into the earlier one where it is gone. */
function writePlace(
  say: Say,
  paths: { readonly before: string; readonly after: string },
  letter: "p" | "n",
  { before, after }: Numbers,
): string {
  const [path, number] =
    after === null ? [paths.before, before] : [paths.after, after];
  return `<a href="${say.link(`${path}#${letter}${number}`)}">${number}</a>`;
}

function writeDifference(
  say: Say,
  kind: ComparedParagraph["kind"],
  place: string,
  body: string,
): string {
  return `<div class="difference"><p class="where">${place} <span class="state">${say(`compare_${kind}`)}</span></p>${body}</div>`;
}

/** Writes what differs between two editions of a document: words, notes, glossary. */
export function comparePage(
  say: Say,
  items: {
    readonly before: PublicEditionItem;
    readonly after: PublicEditionItem;
  },
  comparison: EditionComparison,
): Framed {
  const { before, after } = items;
  const path = (item: PublicEditionItem) => `/e/${item.slug}/${item.number}`;
  const paths = { before: path(before), after: path(after) };
  const lines = comparison.lines.map(
    ({ label, source, target }) =>
      `<div class="difference"><p class="where">${escapeHtml(label)}</p>${side("zh", source)}${side("en", target)}</div>`,
  );
  const paragraphs = comparison.paragraphs.map((paragraph) =>
    writeDifference(
      say,
      paragraph.kind,
      writePlace(say, paths, "p", paragraph),
      `${side("zh", paragraph.texts.source)}${side("en", paragraph.texts.target)}`,
    ),
  );
  const notes = comparison.notes.map((note: ComparedNote) =>
    writeDifference(
      say,
      note.kind,
      writePlace(say, paths, "n", note),
      `<div></div>${side("en", note.text)}`,
    ),
  );
  const glossary = comparison.glossary.map((term: ComparedTerm) =>
    writeDifference(
      say,
      term.kind,
      "",
      `<div class="zh" lang="zh-CN"><p>${escapeHtml(term.source)} ${writePinyin(term.pinyin)}</p></div><div class="en" lang="en">${writeText(term.target)}${term.definition === null ? "" : writeText(term.definition)}</div>`,
    ),
  );
  const part = (heading: string, differences: readonly string[]) =>
    differences.length === 0
      ? ""
      : `<section><h2>${heading} <small>(${differences.length})</small></h2>${differences.join("\n")}</section>`;
  const parts = [
    part(say("compare_front"), lines),
    part(say("compare_paragraphs"), paragraphs),
    part(say("compare_notes"), notes),
    part(say("compare_glossary"), glossary),
  ].filter((html) => html !== "");
  const changes =
    after.changes === ""
      ? ""
      : `<p class="reason" lang="en">${escapeHtml(after.changes)}</p>`;
  const names = { from: before.number, to: after.number };
  const link = (item: PublicEditionItem) =>
    `<a href="${say.link(path(item))}">${say("edition", { number: item.number })}</a>`;
  return frameSitePage({
    say,
    title: `${say.words.compare_title.replace("{from}", String(names.from)).replace("{to}", String(names.to))}: ${after.title}`,
    path: `${paths.before}/compare/${after.number}`,
    main: `<div class="compare"><h1>${say("compare_title", names)}</h1><p class="lead" lang="en">${escapeHtml(after.title)}</p><p class="facts">${link(before)} → ${link(after)} · ${say("compare_unchanged", { count: comparison.unchanged })}</p>${changes}<p>${say(parts.length === 0 ? "compare_same" : "compare_lead")}</p>${parts.join("\n")}</div>`,
  });
}
