import { escapeXml } from "@/core/export/xml";
import { DECLARATION, RELATIONSHIPS } from "./xml";

/** A part of the package: what it is, and whom it leads to. */
export type PackagePart = {
  /** Its path below "word/". */
  readonly name: string;
  readonly xml: string;
  /** The end of its content type, "document.main". */
  readonly type: string;
  /** The kind of the document's relationship to it; null for the document itself. */
  readonly relation: string | null;
  /** Addresses outside by the ids that stand for them. */
  readonly links: ReadonlyMap<string, string>;
};

const WORD = "application/vnd.openxmlformats-officedocument";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** The files of a Word document, by their paths: its parts, their types and their relationships. */
export function packParts(
  parts: readonly PackagePart[],
  properties: { core: string; app: string; custom: string },
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  files.set("[Content_Types].xml", contentTypes(parts));
  files.set("_rels/.rels", PACKAGE_RELATIONS);
  files.set("docProps/core.xml", properties.core);
  files.set("docProps/app.xml", properties.app);
  files.set("docProps/custom.xml", properties.custom);
  for (const { name, xml, links, relation } of parts) {
    files.set(`word/${name}`, xml);
    const inner = relation === null ? parts.map(partRelation).join("") : "";
    const outer = [...links].map(([href, id]) => linkRelation(id, href));
    const all = inner + outer.join("");
    if (all !== "") files.set(`word/_rels/${name}.rels`, relations(all));
  }
  return files;
}

const relations = (content: string) =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;

const relation = (id: string, type: string, target: string, more = "") =>
  `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${more}/>`;

const linkRelation = (id: string, href: string) =>
  relation(id, `${RELATIONSHIPS}/hyperlink`, href, ' TargetMode="External"');

/** The id of the document's relationship to a part: the name of its file. */
const partRelation = ({ name, relation: kind }: PackagePart) =>
  kind === null ? "" : relation(partId(name), `${RELATIONSHIPS}/${kind}`, name);

const partId = (name: string) => name.replace(/^.*\/|\.xml$/g, "");

const PACKAGE_RELATIONS = relations(
  relation("document", `${RELATIONSHIPS}/officeDocument`, "word/document.xml") +
    relation(
      "core",
      `${PACKAGE}/relationships/metadata/core-properties`,
      "docProps/core.xml",
    ) +
    relation(
      "app",
      `${RELATIONSHIPS}/extended-properties`,
      "docProps/app.xml",
    ) +
    relation(
      "custom",
      `${RELATIONSHIPS}/custom-properties`,
      "docProps/custom.xml",
    ),
);

const override = (path: string, type: string) =>
  `<Override PartName="/${path}" ContentType="${type}"/>`;

const contentTypes = (parts: readonly PackagePart[]) =>
  `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(({ name, type }) => override(`word/${name}`, `${WORD}.${type}+xml`))
    .join("")}${override(
    "docProps/core.xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
  )}${override(
    "docProps/app.xml",
    `${WORD}.extended-properties+xml`,
  )}${override("docProps/custom.xml", `${WORD}.custom-properties+xml`)}</Types>`;
