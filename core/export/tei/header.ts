import { SOURCE_LANGUAGE, type Edition } from "@/core/editions/edition";
import { CREDIT_ROLES } from "@/core/editions/publication";
import { cleanLabel } from "@/core/export/clean-text";
import { linkAddress } from "@/core/export/link-address";
import type { ExportOptions } from "@/core/export/options";
import { draftNotice } from "@/core/export/wording";
import { element, escapeXml } from "@/core/export/xml";

const CONVENTIONS = [
  "The two texts of the group stand paragraph by paragraph: the attribute corresp of each paragraph, heading, list and table leads to its counterpart in the other text. The attribute n is the number of the paragraph in the edition; the second and further blocks of one paragraph have the ids of the first with .2, .3 behind.",
  "Words in supplied are in the English only: the Chinese leaves them to be understood.",
  "Words in term are terms of the glossary, which stands behind the texts; in the English the first in a paragraph is marked.",
  "A ref of the type note stands where the number of a note is printed; the notes stand behind the texts, and target of each leads back to its numbers.",
  "A gap with the reason untranslated stands where there is no English yet; rend says of a text that no reviewer has approved that it is unapproved.",
];

const label = (text: string) => escapeXml(cleanLabel(text));
const isSaid = (text: string | null | undefined): text is string =>
  cleanLabel(text ?? "") !== "";

/** Writes the header: what the edition is, of what, by whom, under which terms, and how it is encoded. */
export function writeHeader(
  edition: Edition,
  name: string,
  options: Pick<ExportOptions, "unapproved">,
): string {
  const { publication, language } = edition;
  const notice = draftNotice(edition, options);
  return `<teiHeader xml:lang="${language.target}">
<fileDesc>
<titleStmt>
${writeTitles(edition, name).join("\n")}
</titleStmt>
<editionStmt>
${writeEdition(edition)}
</editionStmt>
<publicationStmt>
${writePublication(edition).join("\n")}
</publicationStmt>
<notesStmt>
${[
  notice,
  edition.statement,
  publication === null ? null : edition.citation.text,
]
  .filter(isSaid)
  .map((text) => `<note>${label(text)}</note>`)
  .concat(
    `<note>${label("Chinese text with an English translation, aligned paragraph by paragraph.")}</note>`,
  )
  .join("\n")}
</notesStmt>
<sourceDesc>
${writeSource(edition).join("\n")}
</sourceDesc>
</fileDesc>
<encodingDesc>
<editorialDecl>
${CONVENTIONS.map((text) => `<p>${escapeXml(text)}</p>`).join("\n")}
</editorialDecl>
</encodingDesc>
<profileDesc>
<langUsage>
<language ident="${SOURCE_LANGUAGE}">Chinese in simplified characters</language>
<language ident="${language.target}">English</language>
<language ident="zh-Latn-pinyin">Pinyin</language>
</langUsage>
</profileDesc>
${
  publication === null || !isSaid(publication.changes)
    ? ""
    : `<revisionDesc>\n<change n="${publication.number}" when="${publication.date}">${label(publication.changes)}</change>\n</revisionDesc>\n`
}</teiHeader>`;
}

function writeTitles(edition: Edition, name: string): readonly string[] {
  const { title, source, credits, language } = edition;
  const body = source.issuingBody;
  const people = CREDIT_ROLES.flatMap((role) => {
    const own = credits.filter((credit) => credit.role === role);
    const names = own.map(
      ({ name: person }) => `<name>${label(person)}</name>`,
    );
    return names.length === 0
      ? []
      : [`<respStmt>\n<resp>${role}</resp>\n${names.join("\n")}\n</respStmt>`];
  });
  return [
    `<title type="main" xml:lang="${language.target}">${escapeXml(name)}</title>`,
    ...(isSaid(title.source)
      ? [
          `<title type="main" xml:lang="${SOURCE_LANGUAGE}">${label(title.source)}</title>`,
        ]
      : []),
    ...(body === null ? [] : [writeAuthor(body)]),
    ...people,
  ];
}

function writeAuthor({
  source,
  target,
}: NonNullable<Edition["source"]["issuingBody"]>): string {
  const english = isSaid(target) ? `<orgName>${label(target)}</orgName> ` : "";
  const chinese = isSaid(source)
    ? `<orgName xml:lang="${SOURCE_LANGUAGE}">${label(source)}</orgName>`
    : "";
  return `<author>${english}${chinese}</author>`;
}

function writeEdition({ publication, asOf }: Edition): string {
  return publication === null
    ? `<edition>Draft of <date when="${asOf.slice(0, 10)}">${asOf.slice(0, 10)}</date></edition>`
    : `<edition n="${publication.number}">English edition ${publication.number}, <date when="${publication.date}">${publication.date}</date></edition>`;
}

function writePublication(edition: Edition): readonly string[] {
  const { publication, licence, credits, documentId, asOf } = edition;
  const names = credits
    .filter(({ role }) => role === "translator")
    .map(({ name }) => name)
    .join(", ");
  const who = isSaid(names) ? names : "Not stated";
  const terms =
    licence === null
      ? `<p>No licence is stated.</p>`
      : element(
          "licence",
          { target: linkAddress(licence.address) },
          label(licence.name),
        );
  return [
    publication === null
      ? `<authority>Unpublished draft: ${label(who)}</authority>`
      : `<authority>${label(who)}</authority>`,
    `<idno type="document">${documentId}</idno>`,
    ...(publication === null
      ? []
      : [`<idno type="URL">${escapeXml(publication.address)}</idno>`]),
    element(
      "date",
      { when: publication?.date ?? asOf.slice(0, 10) },
      publication?.date ?? asOf.slice(0, 10),
    ),
    element(
      "availability",
      { status: licence === null ? "unknown" : "restricted" },
      terms,
    ),
  ];
}

function writeSource({ title, source }: Edition): readonly string[] {
  const imprint = [
    ...(isSaid(source.publisher)
      ? [`<publisher>${label(source.publisher)}</publisher>`]
      : []),
    isSaid(source.date)
      ? element("date", { when: isoDate(source.date) }, label(source.date))
      : "<date>No date is known.</date>",
  ];
  const address = (text: string | null, type: string) =>
    isSaid(text) ? [`<idno type="${type}">${label(text)}</idno>`] : [];
  return [
    `<biblStruct xml:lang="${SOURCE_LANGUAGE}">`,
    "<monogr>",
    ...(isSaid(source.issuingBody?.source)
      ? [`<author>${label(source.issuingBody.source)}</author>`]
      : []),
    `<title>${label(title.source)}</title>`,
    ...address(source.documentNumber, "documentNumber"),
    `<imprint>\n${imprint.join("\n")}\n</imprint>`,
    "</monogr>",
    ...address(source.address, "URL"),
    ...address(source.archivedAddress, "archivedURL"),
    `<idno type="sha256">${label(source.sha256)}</idno>`,
    "</biblStruct>",
  ];
}

/** A day as the attribute `when` takes it; null for what is none. */
function isoDate(date: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const day = new Date(`${date}T00:00:00Z`);
  const isReal =
    !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
  return isReal ? date : null;
}
