import { z } from "zod";
import { hasUnprintable } from "@/core/text/name";

/** What people are credited for in an edition. */
export const CREDIT_ROLES = [
  "translator",
  "annotator",
  "editor",
  "reviewer",
] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];

const line = (max: number) =>
  z
    .string()
    .max(max * 4, "too_long")
    .transform((value) => value.replace(/\s+/gu, " ").trim())
    .pipe(
      z
        .string()
        .max(max, "too_long")
        .refine((value) => !hasUnprintable(value), "text_unprintable"),
    );

const address = line(2048).refine(
  (value) => value === "" || /^https?:\/\/[^\s/][^\s]*$/i.test(value),
  "address_invalid",
);

/** Under which terms an edition may be used: a name ("CC BY 4.0") and, where there is one, an address, else "". */
export const LicenceSchema = z.strictObject({
  name: line(200).refine((value) => value !== "", "required"),
  address,
});
export type Licence = Readonly<z.infer<typeof LicenceSchema>>;

/** The part of an edition's address that names the document: `quzhou-15th-fyp`. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const MAX_SLUG = 80;

/** What a document says of its editions beside its text; version 1 of the stored form. "" where nothing was said. */
export const PublicationDetailsSchema = z.strictObject({
  version: z.literal(1),
  /** "" until one is chosen; fixed from the first edition on. */
  slug: z
    .string()
    .max(MAX_SLUG, "too_long")
    .refine((value) => value === "" || SLUG.test(value), "slug_invalid"),
  credits: z
    .array(
      z.strictObject({
        name: line(200).refine((value) => value !== "", "required"),
        role: z.enum(CREDIT_ROLES),
      }),
    )
    .max(100, "too_long"),
  licence: LicenceSchema.nullable(),
  /** The issuing body in English, and in Chinese in place of what the source and its import say. */
  issuingBody: line(300),
  issuingBodySource: line(300).optional(),
  /** The title in both languages, for a document whose text has none. */
  title: line(500).optional(),
  titleSource: line(500).optional(),
  /** When (ISO 8601, yyyy-mm-dd) and where the source was published, in place of what its text and its import say. */
  sourceDate: z
    .union([z.literal(""), z.iso.date()], { error: "field_invalid" })
    .optional(),
  sourceAddress: address.optional(),
  /** Where a copy of the source page is kept. */
  archivedAddress: address,
  /** In place of the usual statement that the Chinese text prevails. */
  statement: line(1000),
});
export type PublicationDetails = Readonly<
  z.infer<typeof PublicationDetailsSchema>
>;

/** The details of a document of which nothing was said yet. */
export const NO_DETAILS: PublicationDetails = {
  version: 1,
  slug: "",
  credits: [],
  licence: null,
  issuingBody: "",
  archivedAddress: "",
  statement: "",
};

/** Said of every edition that says nothing else. */
export const CHINESE_PREVAILS =
  "This is an unofficial translation. Where the two texts differ, the Chinese text prevails.";
