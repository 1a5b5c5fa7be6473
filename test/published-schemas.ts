import { runReader, withFiles } from "./readers";
import { findAll, readXml, type XmlElement } from "./xml";

/** Where Debian's php-symfony-translation has the schemas that OASIS published. */
const FOLDER = "/usr/share/php/Symfony/Component/Translation/Resources/schemas";

const SCHEMAS = {
  xliff12: "xliff-core-1.2-strict.xsd",
  xliff21: "xliff-core-2.0.xsd",
} as const;

/** Where the schemas look for the attributes of XML; the copy beside them is read instead. */
const IMPORTED = [
  "http://www.w3.org/2001/xml.xsd",
  `${FOLDER}/informativeCopiesOf3rdPartySchemas/w3c/xml.xsd`,
];

const CATALOG = `<?xml version="1.0"?>
<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
${IMPORTED.map((address) => `<system systemId="${address}" uri="file://${FOLDER}/xml.xsd"/><uri name="${address}" uri="file://${FOLDER}/xml.xsd"/>`).join("\n")}
</catalog>
`;

/** What xmllint has against XML files by a published schema, keys and unique names included: "" for nothing at all. */
export async function bySchema(
  name: keyof typeof SCHEMAS,
  bodies: readonly string[],
): Promise<string> {
  const files = Object.fromEntries(
    bodies.map((body, index) => [`${index}.xml`, body]),
  );
  const { code, text } = await withFiles(
    { "catalog.xml": CATALOG, ...files },
    ([catalog = "", ...paths]) =>
      runReader(
        "xmllint",
        [
          "--noout",
          "--nonet",
          "--schema",
          `${FOLDER}/${SCHEMAS[name]}`,
          ...paths,
        ],
        { XML_CATALOG_FILES: catalog },
      ),
  );
  return code === 0 ? "" : text.replace(/^.* validates\n/gm, "");
}

/**
 * What XLIFF files have against the rules that no grammar can express: the prose of 1.2, and the Schematron rules that
 * come with 2.1. "" for nothing at all.
 */
export function byRules(bodies: readonly string[]): string {
  return bodies.flatMap((body) => listFaults(readXml(body))).join("\n");
}

const INLINE = ["g", "x", "pc", "ph", "mrk"];

function listFaults(root: XmlElement): readonly string[] {
  const units = [...findAll(root, "trans-unit"), ...findAll(root, "unit")];
  return [
    ...repeated(idsOf(units), "unit"),
    ...units.flatMap((unit) => {
      const where = `unit ${unit.attributes["id"]}`;
      const sides = ["source", "target"].flatMap((side) => {
        const text = findAll(unit, side)[0];
        if (text === undefined) return [];
        const ids = INLINE.flatMap((name) => idsOf(findAll(text, name)));
        return repeated(ids, `${side} of ${where}`);
      });
      return [
        ...repeated(idsOf(findAll(unit, "note")), `notes of ${where}`),
        ...sides,
        ...listStateFaults(unit, where),
      ];
    }),
  ];
}

function listStateFaults(unit: XmlElement, where: string): readonly string[] {
  return findAll(unit, "segment").flatMap((segment) => {
    const { state = "initial", subState } = segment.attributes;
    const hasTarget = findAll(segment, "target").length > 0;
    return [
      ...(state !== "initial" && !hasTarget
        ? [`${where}: ${state} without a target`]
        : []),
      ...(subState !== undefined && segment.attributes["state"] === undefined
        ? [`${where}: a subState without a state`]
        : []),
    ];
  });
}

const idsOf = (elements: readonly XmlElement[]) =>
  elements.flatMap(({ attributes }) => attributes["id"] ?? []);

function repeated(ids: readonly string[], where: string): readonly string[] {
  const seen = new Set<string>();
  return ids.flatMap((id) => {
    if (seen.has(id)) return [`${where}: the id ${id} twice`];
    seen.add(id);
    return [];
  });
}
