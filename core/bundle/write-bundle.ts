import { BundleSchema, type Bundle, type BundleDocument } from "./bundle";

/** What the file of a project's bundle is called; letters, digits and spaces of its name, as every system takes them. */
export function bundleFileName(project: string): string {
  const words = project
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}-]+/gu, " ")
    .trim();
  const short = [...words].slice(0, 60).join("").trim();
  return `${short === "" ? "Project" : short}.duizhao.json`;
}

/** The media type of a bundle's file. */
export const BUNDLE_MEDIA_TYPE = "application/json; charset=utf-8";

/**
 * Writes a bundle in its one form: the same project always gives the same bytes. Documents stand in the order of their
 * ids, notes in that of their making, terms in that of the glossary, keys in that of the schema; a paragraph, a note and
 * a term take one line each, so that two states of a project can be compared line by line.
 */
export function writeBundle(bundle: Bundle): string {
  // Reading through the schema also brings every object's keys into the schema's order.
  const { format, version, project, documents, terms } =
    BundleSchema.parse(bundle);
  return [
    "{",
    `"format": ${JSON.stringify(format)},`,
    `"version": ${JSON.stringify(version)},`,
    `"project": ${JSON.stringify(project)},`,
    `"documents": ${lines(documents.toSorted(byId).map(writeDocument))},`,
    `"terms": ${lines(terms.map(writeLine))}`,
    "}",
    "",
  ].join("\n");
}

function writeDocument({
  id,
  title,
  source,
  details,
  introduction,
  conventions,
  paragraphs,
  notes,
  suppressed,
}: BundleDocument): string {
  return [
    `{"id": ${JSON.stringify(id)}, "title": ${JSON.stringify(title)}, "source": ${JSON.stringify(source)},`,
    `"details": ${JSON.stringify(details)},`,
    `"introduction": ${JSON.stringify(introduction)},`,
    `"conventions": ${JSON.stringify(conventions)},`,
    `"paragraphs": ${lines(paragraphs.map(writeLine))},`,
    `"notes": ${lines(notes.map(writeLine))},`,
    `"suppressed": ${lines(suppressed.map(writeLine))}}`,
  ].join("\n");
}

function writeLine(value: unknown): string {
  return JSON.stringify(value);
}

function lines(values: readonly string[]): string {
  return values.length === 0 ? "[]" : `[\n${values.join(",\n")}\n]`;
}

// By code units: the same on every machine, whatever its language.
function byId(a: BundleDocument, b: BundleDocument): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
