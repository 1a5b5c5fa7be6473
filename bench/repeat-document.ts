import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Bundle, BundleDocument } from "@/core/bundle/bundle";
import { readBundle } from "@/core/bundle/read-bundle";
import { mapMarks } from "@/core/notes/marks";
import { newId } from "@/server/ids";

const SAMPLE = new URL(
  "../samples/quzhou-15th-fyp/bundle.json",
  import.meta.url,
);

/** Reads the sample project. */
export function readSample(): Bundle {
  return readBundle(readFileSync(fileURLToPath(SAMPLE), "utf8"));
}

/** A document of `count` paragraphs: the given one over and over, with ids of its own, its notes once. */
export function repeatDocument(
  document: BundleDocument,
  count: number,
): BundleDocument {
  const firsts = new Map<string, string>();
  const fresh = new Map(document.notes.map(({ id }) => [id, newId()]));
  const paragraphs = Array.from({ length: count }, (_, index) => {
    const paragraph = document.paragraphs[index % document.paragraphs.length];
    if (paragraph === undefined) throw new Error("The document is empty.");
    const translations = paragraph.translations.map((translation) => ({
      ...translation,
      target: mapMarks(translation.target, (id) => fresh.get(id) ?? id),
    }));
    const id = newId();
    if (!firsts.has(paragraph.id)) firsts.set(paragraph.id, id);
    return { ...paragraph, id, translations };
  });
  return {
    ...document,
    id: newId(),
    title: `${document.title} · ${count}`,
    source: {
      ...document.source,
      text: paragraphs.map((paragraph) => paragraph.text).join("\n"),
    },
    paragraphs,
    notes: document.notes.map((note) => ({
      ...note,
      id: fresh.get(note.id) ?? note.id,
      anchor: note.anchor && {
        ...note.anchor,
        paragraphId: firsts.get(note.anchor.paragraphId) ?? newId(),
      },
    })),
  };
}
