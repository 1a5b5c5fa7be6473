-- CreateEnum
CREATE TYPE "TermCategory" AS ENUM ('term', 'person', 'place', 'organization');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "LiveTextKind" ADD VALUE 'introduction';
ALTER TYPE "LiveTextKind" ADD VALUE 'conventions';

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "publication" JSONB,
ADD COLUMN     "slug" TEXT;

-- AlterTable
ALTER TABLE "Term" ADD COLUMN     "category" "TermCategory" NOT NULL DEFAULT 'term';

-- CreateTable
CREATE TABLE "DocumentText" (
    "documentId" UUID NOT NULL,
    "kind" "LiveTextKind" NOT NULL,
    "textId" UUID NOT NULL,

    CONSTRAINT "DocumentText_pkey" PRIMARY KEY ("documentId","kind")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "documentId" UUID,
    "projectId" UUID,
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "sourceTitle" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "translators" TEXT[],
    "bundle" TEXT NOT NULL,
    "changes" TEXT NOT NULL DEFAULT '',
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnReason" TEXT,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditionParagraph" (
    "editionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "ParagraphKind" NOT NULL,
    "source" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "sourceFolded" TEXT NOT NULL,
    "targetFolded" TEXT NOT NULL,

    CONSTRAINT "EditionParagraph_pkey" PRIMARY KEY ("editionId","number")
);

-- CreateTable
CREATE TABLE "EditionFile" (
    "editionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EditionFile_pkey" PRIMARY KEY ("editionId","key")
);

-- CreateTable
CREATE TABLE "DraftLink" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DraftLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DocumentText_textId_key" ON "DocumentText"("textId");

-- CreateIndex
CREATE INDEX "Edition_documentId_idx" ON "Edition"("documentId");

-- CreateIndex
CREATE INDEX "Edition_publishedAt_idx" ON "Edition"("publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_slug_number_key" ON "Edition"("slug", "number");

-- CreateIndex
CREATE UNIQUE INDEX "DraftLink_tokenHash_key" ON "DraftLink"("tokenHash");

-- CreateIndex
CREATE INDEX "DraftLink_documentId_idx" ON "DraftLink"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Document_slug_key" ON "Document"("slug");

-- AddForeignKey
ALTER TABLE "DocumentText" ADD CONSTRAINT "DocumentText_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentText" ADD CONSTRAINT "DocumentText_textId_fkey" FOREIGN KEY ("textId") REFERENCES "LiveText"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionParagraph" ADD CONSTRAINT "EditionParagraph_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionFile" ADD CONSTRAINT "EditionFile_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftLink" ADD CONSTRAINT "DraftLink_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftLink" ADD CONSTRAINT "DraftLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Deleting a project deletes its texts and whose texts they are, in no certain order; checked when all is done.
ALTER TABLE "DocumentText" ALTER CONSTRAINT "DocumentText_textId_fkey" DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "Document"
  ADD CONSTRAINT "Document_slug_address" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 80);

ALTER TABLE "Edition"
  ADD CONSTRAINT "Edition_slug_address" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 80),
  ADD CONSTRAINT "Edition_number_counts" CHECK ("number" >= 1),
  ADD CONSTRAINT "Edition_sha256_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

-- An edition is never changed: what may be said of it later is that it was withdrawn, once.
CREATE FUNCTION refuse_edition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'An edition is never changed; publishing again makes the next.' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "Edition_frozen" BEFORE UPDATE ON "Edition"
  FOR EACH ROW WHEN (
    (OLD."id", OLD."slug", OLD."number", OLD."title", OLD."sourceTitle", OLD."translators", OLD."body", OLD."sha256", OLD."bundle", OLD."changes", OLD."publishedAt")
      IS DISTINCT FROM
    (NEW."id", NEW."slug", NEW."number", NEW."title", NEW."sourceTitle", NEW."translators", NEW."body", NEW."sha256", NEW."bundle", NEW."changes", NEW."publishedAt")
    OR (OLD."withdrawnAt" IS NOT NULL AND (OLD."withdrawnAt", OLD."withdrawnReason") IS DISTINCT FROM (NEW."withdrawnAt", NEW."withdrawnReason"))
  ) EXECUTE FUNCTION refuse_edition_change();
CREATE TRIGGER "Edition_kept" BEFORE DELETE ON "Edition"
  FOR EACH ROW EXECUTE FUNCTION refuse_edition_change();
CREATE TRIGGER "EditionParagraph_frozen" BEFORE UPDATE OR DELETE ON "EditionParagraph"
  FOR EACH ROW EXECUTE FUNCTION refuse_edition_change();
CREATE TRIGGER "EditionFile_frozen" BEFORE UPDATE OR DELETE ON "EditionFile"
  FOR EACH ROW EXECUTE FUNCTION refuse_edition_change();

-- Searching tells a page of the newest edition of each slug; lists ask for those that stand.
CREATE INDEX "Edition_standing" ON "Edition" ("slug", "number" DESC) WHERE "withdrawnAt" IS NULL;

-- Chinese has no words to index: any three characters of it are found by trigrams. What is searched in is folded: one
-- width, one case, no quotation marks.
CREATE INDEX "EditionParagraph_sourceFolded_trigrams" ON "EditionParagraph" USING gin ("sourceFolded" gin_trgm_ops);
CREATE INDEX "EditionParagraph_targetFolded_trigrams" ON "EditionParagraph" USING gin ("targetFolded" gin_trgm_ops);
