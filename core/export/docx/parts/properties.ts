import type { Edition } from "@/core/editions/edition";
import { cleanLabel } from "@/core/export/clean-text";
import type { DocxPlan } from "@/core/export/docx/plan/plan";
import { escapeXml } from "@/core/export/xml";
import { DECLARATION } from "./xml";

const element = (name: string, value: string | null | undefined) => {
  const text = cleanLabel(value ?? "");
  return text === "" ? "" : `<${name}>${escapeXml(text)}</${name}>`;
};

/** Writes what programs and libraries know of a document without opening it. */
export function writeCoreProperties(edition: Edition, plan: DocxPlan): string {
  const { publication, credits, source, title, statement } = edition;
  const translators = credits.filter(({ role }) => role === "translator");
  const names = (translators.length > 0 ? translators : credits).map(
    ({ name }) => name,
  );
  const keywords = [
    source.issuingBody?.target,
    source.issuingBody?.source,
    source.documentNumber,
    publication?.slug,
  ].filter((word) => word !== null && word !== undefined && word !== "");
  const moment = `${edition.asOf.slice(0, 19)}Z`;
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    element("dc:title", plan.title) +
    element("dc:subject", title.source) +
    element("dc:creator", names.join("; ")) +
    element("cp:keywords", keywords.join("; ")) +
    element("dc:description", plan.notice ?? statement) +
    element("cp:lastModifiedBy", "Duizhao") +
    element("cp:category", "Translation") +
    element("cp:contentStatus", publication === null ? "Draft" : "Final") +
    element("dc:identifier", publication?.address) +
    element("dc:language", edition.language.target) +
    element(
      "cp:version",
      publication === null ? null : String(publication.number),
    ) +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>` +
    "</cp:coreProperties>"
  );
}

/** Writes what made the document. */
export const writeAppProperties = ({ source }: Edition) =>
  `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Duizhao</Application>${element("Company", source.issuingBody?.target)}</Properties>`;

/** Writes what an edition says of itself beyond the properties that every document has. */
export function writeCustomProperties(edition: Edition): string {
  const { publication, licence, source } = edition;
  const values: readonly (readonly [string, string | null | undefined])[] = [
    ["Edition", publication === null ? null : String(publication.number)],
    ["Edition date", publication?.date],
    ["Licence", licence?.name],
    ["Source address", source.address],
    ["Archived address", source.archivedAddress],
    ["Source SHA-256", source.sha256],
  ];
  const properties = values
    .map(([name, value]) => [name, cleanLabel(value ?? "")] as const)
    .filter(([, value]) => value !== "")
    .map(
      ([name, value], index) =>
        `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
    );
  return `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${properties.join("")}</Properties>`;
}
