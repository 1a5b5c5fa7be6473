import { z } from "zod";
import { CHECKS } from "@/core/editions/finding";
import { LicenceSchema } from "@/core/editions/publication";
import { hasUnprintable } from "@/core/text/name";

/** How a term appears when it is first used in the English of an edition. */
export const FIRST_USE_FORMS = [
  "rendering",
  "characters",
  "pinyin_characters",
] as const;
export type FirstUseForm = (typeof FIRST_USE_FORMS)[number];

/** The kinds of English that a project may write, as BCP 47 tags. */
export const ENGLISHES = ["en-GB", "en-US"] as const;
export type English = (typeof ENGLISHES)[number];

const shape1 = {
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
};

const shape2 = {
  ...shape1,
  english: z.enum(ENGLISHES),
  /** Findings of these checks keep a document from being published. */
  blocking: z.array(z.enum(CHECKS)),
  /** True where editions have an index of the names in them. */
  namesIndex: z.boolean(),
  /** The licence of editions that say nothing else. */
  licence: LicenceSchema.nullable(),
};

/** The present form of a style, version 2. */
export const PresentStyleSchema = z.strictObject({
  version: z.literal(2),
  ...shape2,
});

/** What a project has decided once for all of its editions; version 2 of the stored form. */
export type ProjectStyle = Readonly<z.infer<typeof PresentStyleSchema>>;

/** The style of a project that has decided nothing. */
export const DEFAULT_STYLE: ProjectStyle = {
  version: 2,
  firstUse: "rendering",
  exchangeRate: null,
  english: "en-GB",
  blocking: ["untranslated", "stale", "unwritten_note", "missing_metadata"],
  namesIndex: false,
  licence: null,
};

/** Checks a style of version 1, which knew only of terms and the rate, and gives it in the present version. */
export const StyleSchema1 = z
  .strictObject({ version: z.literal(1), ...shape1 })
  .transform((style): ProjectStyle => ({
    ...DEFAULT_STYLE,
    ...style,
    version: 2,
  }));

/** Checks a style of any version and gives it in the present one. */
export const ProjectStyleSchema: z.ZodType<ProjectStyle> = z.union([
  PresentStyleSchema,
  StyleSchema1,
]);

export const SetStyleInput = z.strictObject({
  projectId: z.uuid(),
  style: PresentStyleSchema,
});
export type SetStyleInput = z.infer<typeof SetStyleInput>;
