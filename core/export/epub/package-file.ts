import { SOURCE_LANGUAGE, type Edition } from "@/core/editions/edition";
import type { CreditRole } from "@/core/editions/publication";
import { cleanLabel } from "@/core/export/clean-text";
import type { ExportLayout } from "@/core/export/options";
import { draftNotice } from "@/core/export/wording";
import { element, escapeXml, XML_HEAD } from "@/core/export/xml";

/** A file of a book, as the package lists it. */
export type BookFile = {
  readonly file: string;
  readonly mediaType: string;
  readonly properties: string | null;
  /** Whether it is a page that is read in its turn. */
  readonly isPage: boolean;
  readonly body: string;
};

/** The codes of the Library of Congress for what people did. */
const RELATORS: Readonly<Record<CreditRole, string>> = {
  translator: "trl",
  annotator: "ann",
  editor: "edt",
  reviewer: "crr",
};

const ACCESSIBILITY: readonly (readonly [string, string])[] = [
  ["schema:accessMode", "textual"],
  ["schema:accessModeSufficient", "textual"],
  ["schema:accessibilityFeature", "structuralNavigation"],
  ["schema:accessibilityFeature", "tableOfContents"],
  ["schema:accessibilityFeature", "readingOrder"],
  ["schema:accessibilityFeature", "displayTransformability"],
  ["schema:accessibilityFeature", "alternativeText"],
  ["schema:accessibilityHazard", "none"],
  [
    "schema:accessibilitySummary",
    "All of the book is text that a reader can be set to any size, colour and voice. Headings, notes and links say what they are, each text says its language, and the picture of the cover has its words beside it.",
  ],
];

/** Writes the package: what the book is, which files it has, and in which order they are read. */
export function writePackage(
  edition: Edition,
  layout: ExportLayout,
  name: string,
  files: readonly BookFile[],
): string {
  const items = files.map(({ file, mediaType, properties }, index) =>
    element(
      "item",
      { id: `f${index}`, href: file, "media-type": mediaType, properties },
      "",
    ),
  );
  const spine = files.flatMap(({ isPage }, index) =>
    isPage ? [element("itemref", { idref: `f${index}` }, "")] : [],
  );
  return `${XML_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${edition.language.target}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${writeMetadata(edition, layout, name).join("\n")}
</metadata>
<manifest>
${items.join("\n")}
</manifest>
<spine>
${spine.join("\n")}
</spine>
</package>
`;
}

function writeMetadata(
  edition: Edition,
  layout: ExportLayout,
  name: string,
): readonly string[] {
  const { publication, source, credits, licence, language, asOf } = edition;
  const identifier =
    publication === null
      ? `urn:uuid:${edition.documentId}`
      : publication.address;
  const original = cleanLabel(edition.title.source);
  const languages = {
    english: [language.target],
    parallel: [language.target, SOURCE_LANGUAGE],
    interleaved: [language.target, SOURCE_LANGUAGE],
    annotated: [SOURCE_LANGUAGE, language.target],
  }[layout];
  const dc = (term: string, id: string | null, text: string) =>
    cleanLabel(text) === ""
      ? []
      : [element(`dc:${term}`, { id }, escapeXml(cleanLabel(text)))];
  const refine = (id: string, property: string, text: string, more = {}) =>
    element("meta", { refines: `#${id}`, property, ...more }, escapeXml(text));
  const issuer = source.issuingBody?.target ?? source.issuingBody?.source ?? "";
  return [
    ...dc("identifier", "id", identifier),
    ...dc("title", "title", name),
    ...(original === "" || original === name
      ? []
      : [
          refine("title", "alternate-script", original, {
            "xml:lang": SOURCE_LANGUAGE,
          }),
        ]),
    ...languages.flatMap((tag) => dc("language", null, tag)),
    ...(cleanLabel(issuer) === ""
      ? []
      : [
          ...dc("creator", "issuer", issuer),
          refine("issuer", "role", "isb", { scheme: "marc:relators" }),
        ]),
    ...credits.flatMap(({ name: person, role }, index) =>
      cleanLabel(person) === ""
        ? []
        : [
            ...dc("contributor", `credit${index}`, person),
            refine(`credit${index}`, "role", RELATORS[role], {
              scheme: "marc:relators",
            }),
          ],
    ),
    ...dc("date", null, publication?.date ?? asOf.slice(0, 10)),
    ...dc("source", null, source.address ?? ""),
    ...dc(
      "rights",
      null,
      licence === null ? "" : `${licence.name} ${licence.address}`,
    ),
    ...dc(
      "description",
      null,
      [draftNotice(edition) ?? "", edition.statement].join(" "),
    ),
    `<meta property="dcterms:modified">${asOf.slice(0, 19)}Z</meta>`,
    ...ACCESSIBILITY.map(([property, text]) =>
      element("meta", { property }, escapeXml(text)),
    ),
  ];
}
