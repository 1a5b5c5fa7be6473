import type { Bundle, Bundle1 } from "./bundle";

/** Makes a bundle of version 1 one of version 2: without notes, and with nothing decided about style. */
export function upgradeBundle({ project, documents, terms }: Bundle1): Bundle {
  return {
    format: "duizhao-bundle",
    version: 2,
    project: { ...project, style: null },
    documents: documents.map((document) => ({
      ...document,
      notes: [],
      suppressed: [],
    })),
    terms: terms.map((term) => ({ ...term, explanation: null })),
  };
}
