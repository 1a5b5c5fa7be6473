import { citationFacts } from "@/core/editions/citations/facts";
import type { Edition } from "@/core/editions/edition";
import { escapeHtml, escapeJson } from "@/core/export/html/escape";
import { SOURCE_LANGUAGE } from "@/core/editions/edition";

type Published = Edition & {
  readonly publication: NonNullable<Edition["publication"]>;
};

const meta = (name: string, content: string | null | undefined) =>
  content === null || content === undefined || content === ""
    ? ""
    : `<meta name="${name}" content="${escapeHtml(content)}">`;

const property = (name: string, content: string) =>
  content === ""
    ? ""
    : `<meta property="${name}" content="${escapeHtml(content)}">`;

const link = (rel: string, href: string, more = "") =>
  `<link rel="${rel}" href="${escapeHtml(href)}"${more}>`;

/** What an edition is in one sentence. */
export function describeEdition(edition: Published): string {
  const { originalTitle, names, number } = citationFacts(edition);
  const by =
    names.translator.length === 0
      ? ""
      : `, translated by ${names.translator.join(", ")}`;
  const notes = edition.notes.length;
  const terms = edition.glossary.length;
  return `Edition ${number} of the English translation${originalTitle === null ? "" : ` of 《${originalTitle}》`}${by}: both texts side by side, paragraph by paragraph, with ${notes} notes and a glossary of ${terms} terms.`;
}

/** The tags that search engines, reference managers and whoever shows a link read. */
export function writeMetadataTags(edition: Published): readonly string[] {
  const { address, date } = edition.publication;
  const facts = citationFacts(edition);
  const description = describeEdition(edition);
  const { translator, editor, annotator } = facts.names;
  return [
    meta("description", description),
    link("canonical", address),
    link("alternate", address, ` hreflang="x-default"`),
    link("alternate", `${address}?mode=english`, ` hreflang="en"`),
    link(
      "alternate",
      `${address}?mode=chinese`,
      ` hreflang="${SOURCE_LANGUAGE}"`,
    ),
    ...highwire(edition),
    meta("DC.title", facts.title),
    meta("DCTERMS.alternative", facts.originalTitle),
    meta("DC.creator", facts.issuer),
    ...[...translator, ...editor, ...annotator].map((name) =>
      meta("DC.contributor", name),
    ),
    meta("DC.date", date),
    meta("DCTERMS.issued", date),
    meta("DC.language", facts.language),
    meta("DC.identifier", address),
    meta("DC.type", "Text"),
    meta("DC.format", "text/html"),
    meta("DC.rights", edition.licence?.name),
    meta("DCTERMS.license", edition.licence?.address),
    meta("DC.source", edition.source.address),
    ...openGraph(facts.title, description, address),
    `<script type="application/ld+json">${escapeJson(linkedData(edition, description))}</script>`,
  ].filter((tag) => tag !== "");
}

/** Highwire Press tags, as Google Scholar and Zotero read them. */
function highwire(edition: Published): readonly string[] {
  const { address, date } = edition.publication;
  const { title, issuer, names, language, number } = citationFacts(edition);
  return [
    meta("citation_title", title),
    // Where nobody knows who issued it, those who wrote the English stand for it: a reference without an author is lost.
    ...(issuer === null ? names.translator : [issuer]).map((name) =>
      meta("citation_author", name),
    ),
    ...names.translator.map((name) => meta("citation_translator", name)),
    ...names.editor.map((name) => meta("citation_editor", name)),
    meta("citation_publication_date", date.replaceAll("-", "/")),
    meta("citation_online_date", date.replaceAll("-", "/")),
    meta("citation_language", language),
    meta("citation_technical_report_institution", issuer),
    meta(
      "citation_technical_report_number",
      number === null ? null : `Edition ${number}`,
    ),
    meta("citation_public_url", address),
    meta("citation_abstract_html_url", address),
    meta("citation_fulltext_html_url", address),
    meta("citation_pdf_url", `${address}/english.pdf`),
  ];
}

function openGraph(
  title: string,
  description: string,
  address: string,
): readonly string[] {
  return [
    property("og:type", "article"),
    property("og:title", title),
    property("og:description", description),
    property("og:url", address),
    property("og:locale", "en_GB"),
    property("og:locale:alternate", "zh_CN"),
    property("og:image", `${address}/card.png`),
    property("og:image:type", "image/png"),
    property("og:image:width", "1200"),
    property("og:image:height", "630"),
    property("og:image:alt", title),
    meta("twitter:card", "summary_large_image"),
  ];
}

/** The edition in the words of schema.org. */
function linkedData(edition: Published, description: string): object {
  const { address, date, number } = edition.publication;
  const facts = citationFacts(edition);
  const { source, licence } = edition;
  const people = (names: readonly string[]) =>
    names.map((name) => ({ "@type": "Person", name }));
  const issuer =
    source.issuingBody?.source ?? source.issuingBody?.target ?? null;
  const organization =
    facts.issuer === null
      ? {}
      : { author: { "@type": "Organization", name: facts.issuer } };
  return {
    "@context": "https://schema.org",
    "@type": "Report",
    "@id": address,
    url: address,
    name: facts.title,
    ...(facts.originalTitle !== null && { alternateName: facts.originalTitle }),
    description,
    inLanguage: [facts.language, SOURCE_LANGUAGE],
    datePublished: date,
    version: String(number),
    ...organization,
    translator: people(facts.names.translator),
    editor: people(facts.names.editor),
    contributor: people([...facts.names.annotator, ...facts.names.reviewer]),
    isAccessibleForFree: true,
    ...(licence !== null && {
      license: licence.address === "" ? licence.name : licence.address,
    }),
    translationOfWork: {
      "@type": "CreativeWork",
      name: edition.title.source,
      inLanguage: SOURCE_LANGUAGE,
      ...(facts.originalDate !== null && { datePublished: facts.originalDate }),
      ...(issuer !== null && {
        author: { "@type": "Organization", name: issuer },
      }),
      ...(source.address !== null && { url: source.address }),
      ...(source.archivedAddress !== null && {
        archivedAt: source.archivedAddress,
      }),
    },
    encoding: ["pdf", "epub", "docx"].map((extension) => ({
      "@type": "MediaObject",
      contentUrl: `${address}/english.${extension}`,
      encodingFormat: extension,
    })),
  };
}
