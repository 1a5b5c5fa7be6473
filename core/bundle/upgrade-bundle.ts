import type { Bundle, Bundle1, Bundle2 } from "./bundle";

/** Makes a bundle of version 1 one of version 2: without notes, and with nothing decided about style. */
export function upgradeBundle1({
  format,
  project,
  documents,
  terms,
}: Bundle1): Bundle2 {
  return {
    format,
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

/** Makes a bundle of version 2 one of version 3: with nothing said of editions, and no term a name. */
export function upgradeBundle2({
  format,
  project,
  documents,
  terms,
}: Bundle2): Bundle {
  return {
    format,
    version: 3,
    project,
    documents: documents.map((document) => ({
      ...document,
      details: null,
      introduction: null,
      conventions: null,
    })),
    terms: terms.map((term) => ({ ...term, category: "term" })),
  };
}
