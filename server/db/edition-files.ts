import type { ExportedFile } from "@/core/export/options";
import { prisma, type Db } from "./client";

/** A file of an edition that somebody has asked for before; null where nobody has. */
export async function findEditionFile(
  editionId: string,
  key: string,
  db: Db = prisma,
): Promise<ExportedFile | null> {
  return db.editionFile.findUnique({
    where: { editionId_key: { editionId, key } },
    select: { filename: true, mediaType: true, body: true },
  });
}

/** Keeps a file of an edition, unless somebody was faster. */
export async function insertEditionFile(
  editionId: string,
  key: string,
  { filename, mediaType, body }: ExportedFile,
  db: Db = prisma,
): Promise<void> {
  const bytes =
    typeof body === "string" ? new TextEncoder().encode(body) : body;
  await db.editionFile.createMany({
    data: [
      { editionId, key, filename, mediaType, body: new Uint8Array(bytes) },
    ],
    skipDuplicates: true,
  });
}
