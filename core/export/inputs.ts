import { z } from "zod";
import { ExportChoiceSchema } from "./options";

/** What is exported of a document, and how: one of its editions, or null for its present state. */
export const ExportInput = z.strictObject({
  choice: ExportChoiceSchema,
  editionId: z.uuid().nullable(),
});
export type ExportInput = z.infer<typeof ExportInput>;
