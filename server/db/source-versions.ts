import type { SourceMetadata } from "@/core/source/paragraph";
import { prisma, type Db } from "./client";

/** One imported state of a document's source, as it is stored. */
export type NewSourceVersion = {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly text: string;
  readonly sha256: string;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly encoding: string | null;
  readonly metadata: SourceMetadata;
  readonly createdById: string | null;
};

/** Stores a source version; its paragraphs follow with `insertParagraphs`. */
export async function insertSourceVersion(
  version: NewSourceVersion,
  db: Db = prisma,
): Promise<void> {
  await db.sourceVersion.create({ data: version, select: { id: true } });
}
