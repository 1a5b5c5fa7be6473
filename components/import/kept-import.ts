import { z } from "zod";
import { startHistory } from "@/core/source/history";
import {
  SourceMetadataSchema,
  SourceParagraphSchema,
} from "@/core/source/paragraph";
import { PlacedRemarkSchema } from "@/core/source/remark";
import type { ImportState } from "./use-import";

/** An unfinished import as the tab keeps it; what was undone is not kept. */
const KeptSchema = z.strictObject({
  version: z.literal(1),
  pasted: z.string(),
  source: z
    .strictObject({
      text: z.string(),
      fileName: z.string().nullable(),
      mediaType: z.string(),
      encoding: z.string().nullable(),
    })
    .nullable(),
  present: z
    .strictObject({
      metadata: SourceMetadataSchema,
      paragraphs: z.array(SourceParagraphSchema),
      // A tab may hold an import from before there were remarks.
      remarks: z.array(PlacedRemarkSchema).default([]),
    })
    .nullable(),
  selected: z.number().int().min(0),
  isCorrected: z.boolean(),
});

/** The whole state while the tab lives, undoing included; a reload leaves what the browser's storage of the tab holds. */
const inMemory = new Map<string, ImportState>();

const nameOf = (projectId: string) => `duizhao-import-${projectId}`;

/** Tells whether there is nothing in an import that could be lost. */
export function isEmptyImport({ pasted, source }: ImportState): boolean {
  return pasted === "" && source === null;
}

/** Keeps an unfinished import while the tab lives, so that going elsewhere and coming back loses nothing. */
export function keepImport(projectId: string, state: ImportState): void {
  if (isEmptyImport(state)) inMemory.delete(projectId);
  else inMemory.set(projectId, state);
}

/** Writes an unfinished import down, so that a reload loses nothing. */
export function writeImport(projectId: string, state: ImportState): void {
  const { pasted, source, history, selected, isCorrected } = state;
  const present = history?.present ?? null;
  const kept = { version: 1, pasted, source, present, selected, isCorrected };
  try {
    if (isEmptyImport(state)) sessionStorage.removeItem(nameOf(projectId));
    else sessionStorage.setItem(nameOf(projectId), JSON.stringify(kept));
  } catch {
    // Larger than the browser keeps: then an old state must not come back, and leaving warns.
    sessionStorage.removeItem(nameOf(projectId));
  }
}

/** Finds an unfinished import; null where there is none, or none that can be read. */
export function readKeptImport(projectId: string): ImportState | null {
  const known = inMemory.get(projectId);
  if (known !== undefined) return known;
  try {
    const kept = KeptSchema.parse(
      JSON.parse(sessionStorage.getItem(nameOf(projectId)) ?? "null"),
    );
    const { pasted, source, present, selected, isCorrected } = kept;
    return {
      pasted,
      source,
      history: present === null ? null : startHistory(present),
      selected,
      isCorrected,
    };
  } catch {
    return null;
  }
}
