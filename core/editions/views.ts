import { z } from "zod";
import { hasUnprintable } from "@/core/text/name";
import type { ExportView } from "./edition";
import type { Check, Finding } from "./finding";
import {
  PublicationDetailsSchema,
  type PublicationDetails,
} from "./publication";

/** An edition as lists show it. */
export type EditionItem = {
  readonly id: string;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly sourceTitle: string;
  readonly changes: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly withdrawn: {
    readonly at: string;
    readonly by: string | null;
    readonly reason: string;
  } | null;
};

/** An edition that stands while its document is gone. */
export type LeftEdition = Pick<
  EditionItem,
  "id" | "slug" | "number" | "title" | "publishedAt"
> & {
  /** Null where the project is gone, too. */
  readonly projectName: string | null;
};

/** What is known before an export: how far the draft is, and which editions there are, newest first. */
export type ExportSummary = ExportView & {
  readonly editions: readonly EditionItem[];
  readonly can: {
    /** With what the team says to itself. */
    readonly remarks: boolean;
  };
};

/** A secret link to a draft; the link itself is shown once, when it is made. */
export type DraftLinkItem = {
  readonly id: string;
  readonly label: string;
  readonly createdBy: string | null;
  readonly createdAt: string;
  readonly expiresAt: string;
};

/** The page on which a document is made ready and published. */
export type PublishingView = {
  readonly documentId: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly title: string;
  readonly details: PublicationDetails;
  /** True where the text of the document has a title, which is then translated as a paragraph. */
  readonly hasTitle: boolean;
  /** A slug made from the English title, for a document that has none. */
  readonly suggestedSlug: string;
  /** The live texts before the document. */
  readonly introductionTextId: string;
  readonly conventionsTextId: string;
  /** Errors first, then in the order of the document; the first of each check where there are many. */
  readonly findings: readonly Finding[];
  /** How many findings each check has. */
  readonly counts: Readonly<Record<Check, number>>;
  /** Findings of these checks keep it from being published. */
  readonly blocking: readonly Check[];
  /** The next edition's number. */
  readonly nextNumber: number;
  /** Newest first. */
  readonly editions: readonly EditionItem[];
  readonly draftLinks: readonly DraftLinkItem[];
  readonly can: {
    readonly prepare: boolean;
    readonly share: boolean;
    readonly publish: boolean;
    readonly withdraw: boolean;
  };
};

export const SetDetailsInput = z.strictObject({
  documentId: z.uuid(),
  details: PublicationDetailsSchema,
});
export type SetDetailsInput = z.infer<typeof SetDetailsInput>;

const text = (max: number) =>
  z
    .string()
    .max(max, "too_long")
    .transform((value) => value.replace(/\r\n?/g, "\n").trim())
    .refine(
      (value) => !hasUnprintable(value.replace(/[\n\t]/g, "")),
      "text_unprintable",
    );

export const PublishInput = z.strictObject({
  documentId: z.uuid(),
  /** The number that was announced to whoever publishes: another one in between is a conflict. */
  number: z.number().int().min(1),
  /** What changed since the last edition; needed from the second on. */
  changes: text(5000),
});
export type PublishInput = z.infer<typeof PublishInput>;

export const WithdrawInput = z.strictObject({
  editionId: z.uuid(),
  reason: text(1000).refine((value) => value !== "", "required"),
});
export type WithdrawInput = z.infer<typeof WithdrawInput>;

/** How long a link to a draft may be used, in days. */
export const DRAFT_DAYS = [7, 30, 90] as const;

export const ShareDraftInput = z.strictObject({
  documentId: z.uuid(),
  label: text(200),
  days: z.literal([...DRAFT_DAYS]),
});
export type ShareDraftInput = z.infer<typeof ShareDraftInput>;

export const RevokeDraftInput = z.strictObject({ linkId: z.uuid() });
export type RevokeDraftInput = z.infer<typeof RevokeDraftInput>;

/** A document's editions as the public home page shows them: the newest that stands. */
export type PublicDocument = {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly sourceTitle: string;
  readonly date: string;
  /** Credited translators. */
  readonly translators: readonly string[];
};

/** A passage that a search found; `parts` are its words with what was found marked. */
export type SearchHit = {
  readonly slug: string;
  readonly edition: number;
  readonly title: string;
  readonly sourceTitle: string;
  /** The paragraph, `#p37`. */
  readonly number: number;
  readonly language: "zh" | "en";
  readonly parts: readonly { readonly text: string; readonly found: boolean }[];
};
