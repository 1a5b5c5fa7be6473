import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Bundle, BundleDocument } from "@/core/bundle/bundle";
import { readBundle } from "@/core/bundle/read-bundle";
import { newId } from "@/server/ids";

const SAMPLE = new URL(
  "../samples/quzhou-15th-fyp/bundle.json",
  import.meta.url,
);

/** Reads the sample project. */
export function readSample(): Bundle {
  return readBundle(readFileSync(fileURLToPath(SAMPLE), "utf8"));
}

/** A document of `count` paragraphs: the given one over and over, with ids of its own. */
export function repeatDocument(
  document: BundleDocument,
  count: number,
): BundleDocument {
  const paragraphs = Array.from({ length: count }, (_, index) => {
    const paragraph = document.paragraphs[index % document.paragraphs.length];
    if (paragraph === undefined) throw new Error("The document is empty.");
    return { ...paragraph, id: newId() };
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
  };
}
