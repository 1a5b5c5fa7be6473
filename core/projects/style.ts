import { z } from "zod";
import { hasUnprintable } from "@/core/text/name";

/** How a term appears when it is first used in the English of an edition. */
export const FIRST_USE_FORMS = [
  "rendering",
  "characters",
  "pinyin_characters",
] as const;
export type FirstUseForm = (typeof FIRST_USE_FORMS)[number];

/** What a project has decided once for all of its editions; version 1 of the stored form. */
export const ProjectStyleSchema = z.strictObject({
  version: z.literal(1),
  firstUse: z.enum(FIRST_USE_FORMS),
  /** The rate at which notes give yuan in dollars; null until the project states one. */
  exchangeRate: z
    .strictObject({
      /** Yuan for one US dollar. */
      yuanPerDollar: z.number().positive().max(1000),
      /** The day of the rate, ISO 8601 (yyyy-mm-dd). */
      date: z.iso.date(),
      /** Who published it. */
      source: z
        .string()
        .trim()
        .max(200, "too_long")
        .refine((value) => !hasUnprintable(value), "text_unprintable"),
    })
    .nullable(),
});
export type ProjectStyle = Readonly<z.infer<typeof ProjectStyleSchema>>;

/** The style of a project that has decided nothing. */
export const DEFAULT_STYLE: ProjectStyle = {
  version: 1,
  firstUse: "rendering",
  exchangeRate: null,
};

export const SetStyleInput = z.strictObject({
  projectId: z.uuid(),
  style: ProjectStyleSchema,
});
export type SetStyleInput = z.infer<typeof SetStyleInput>;
