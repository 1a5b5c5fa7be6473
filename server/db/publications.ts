import {
  NO_DETAILS,
  PublicationDetailsSchema,
  type PublicationDetails,
} from "@/core/editions/publication";
import { prisma, type Db } from "./client";

/** What a document says of its editions beside its text; null for an unknown id. */
export async function findPublication(
  documentId: string,
  db: Db = prisma,
): Promise<{
  readonly details: PublicationDetails;
  /** Hex SHA-256 of the present source text in UTF-8. */
  readonly sha256: string;
} | null> {
  const row = await db.document.findUnique({
    where: { id: documentId },
    select: {
      publication: true,
      currentVersion: { select: { sha256: true } },
    },
  });
  if (row === null || row.currentVersion === null) return null;
  return {
    details:
      row.publication === null
        ? NO_DETAILS
        : PublicationDetailsSchema.parse(row.publication),
    sha256: row.currentVersion.sha256,
  };
}

/** Keeps what a document says of its editions. The slug has to be free: see `isSlugTaken`. */
export async function updatePublication(
  documentId: string,
  details: PublicationDetails,
  db: Db = prisma,
): Promise<void> {
  await db.document.update({
    where: { id: documentId },
    data: {
      publication: { ...details, credits: [...details.credits] },
      slug: details.slug === "" ? null : details.slug,
    },
    select: { id: true },
  });
}

/** Lets one choice of a slug happen at a time, so that one that is free stays so; held until the transaction ends. */
export async function lockSlug(slug: string, db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`duizhao.slug ${slug}`}, 0))`;
}

/** Tells whether a slug is another document's, or was: that of an edition stays taken when its document is gone. */
export async function isSlugTaken(
  slug: string,
  documentId: string,
  db: Db = prisma,
): Promise<boolean> {
  const [document, edition] = await Promise.all([
    db.document.findFirst({
      where: { slug, id: { not: documentId } },
      select: { id: true },
    }),
    db.edition.findFirst({
      where: {
        slug,
        OR: [{ documentId: null }, { documentId: { not: documentId } }],
      },
      select: { id: true },
    }),
  ]);
  return document !== null || edition !== null;
}
