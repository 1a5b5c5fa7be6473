import { z } from "zod";

const MemorySchema = z.object({
  version: z.literal(1),
  focusedId: z.string().nullable(),
  split: z.number().min(0).max(1),
  outlineOpen: z.boolean(),
  marginOpen: z.boolean(),
});

/** What the browser keeps of how a document was left. */
export type Memory = z.infer<typeof MemorySchema>;

const key = (documentId: string) => `duizhao.workbench.${documentId}`;

/** Reads how a document was left; null where nothing usable is kept. */
export function readMemory(documentId: string): Memory | null {
  try {
    const stored: unknown = JSON.parse(
      localStorage.getItem(key(documentId)) ?? "null",
    );
    return MemorySchema.safeParse(stored).data ?? null;
  } catch {
    // Storage may be switched off, or hold what another version wrote.
    return null;
  }
}

/** Keeps how a document is left; without storage nothing is kept and nothing fails. */
export function writeMemory(documentId: string, memory: Memory): void {
  try {
    localStorage.setItem(key(documentId), JSON.stringify(memory));
  } catch {
    // A full or forbidden storage costs comfort only.
  }
}
