import { readFile } from "node:fs/promises";
import { readBundle } from "@/core/bundle/read-bundle";
import { withoutMarks } from "@/core/notes/marks";
import { transaction } from "@/server/db/client";
import { storeBundle } from "@/server/services/bundles/store-bundle";
import { test as base, type SampleProject } from "./fixtures";

/** Makes a sample project without the notes that explain the sample: what a test numbers is its own. */
async function buildPlainSample(accountId: string): Promise<SampleProject> {
  const sample = readBundle(
    await readFile("samples/quzhou-15th-fyp/bundle.json", "utf8"),
  );
  const bundle = {
    ...sample,
    terms: sample.terms.map((term) => ({ ...term, explanation: null })),
    documents: sample.documents.map((document) => ({
      ...document,
      notes: [],
      suppressed: [],
      paragraphs: document.paragraphs.map((paragraph) => ({
        ...paragraph,
        translations: paragraph.translations.map((translation) => ({
          ...translation,
          target: withoutMarks(translation.target),
        })),
      })),
    })),
  };
  const { projectId, documentIds } = await transaction((db) =>
    storeBundle(bundle, accountId, db),
  );
  const documentId = documentIds[0] ?? "";
  const address = `/projects/${projectId}/documents/${documentId}`;
  return { projectId, documentId, address };
}

export const test = base.extend({
  sample: async ({ person }, use) => use(await buildPlainSample(person.id)),
});
