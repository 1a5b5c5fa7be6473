-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "InstanceRole" AS ENUM ('owner', 'member');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'reviewer', 'translator', 'commenter', 'reader');

-- CreateEnum
CREATE TYPE "ParagraphKind" AS ENUM ('title', 'heading', 'numbered', 'item', 'body', 'meta', 'table');

-- CreateEnum
CREATE TYPE "TranslationStatus" AS ENUM ('empty', 'draft', 'translated', 'approved');

-- CreateEnum
CREATE TYPE "TermStatus" AS ENUM ('proposed', 'approved');

-- CreateEnum
CREATE TYPE "LiveTextKind" AS ENUM ('translation');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "instanceRole" "InstanceRole" NOT NULL DEFAULT 'member',
    "locale" TEXT,
    "theme" TEXT,
    "sessionEpoch" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sampleKey" TEXT,
    "glossaryVersion" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "projectId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("projectId","accountId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "currentVersionId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceVersion" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT,
    "mediaType" TEXT,
    "encoding" TEXT,
    "metadata" JSONB NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SourceVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paragraph" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,

    CONSTRAINT "Paragraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VersionParagraph" (
    "versionId" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ParagraphKind" NOT NULL,
    "level" INTEGER,
    "marker" TEXT,
    "runIn" TEXT,
    "text" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "table" JSONB,
    "fields" JSONB,
    "characters" INTEGER NOT NULL,

    CONSTRAINT "VersionParagraph_pkey" PRIMARY KEY ("versionId","paragraphId")
);

-- CreateTable
CREATE TABLE "Translation" (
    "id" UUID NOT NULL,
    "paragraphId" UUID NOT NULL,
    "field" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "textId" UUID NOT NULL,
    "status" "TranslationStatus" NOT NULL DEFAULT 'empty',
    "statusById" UUID,
    "statusAt" TIMESTAMPTZ(3),
    "stale" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Translation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LiveText" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" "LiveTextKind" NOT NULL,
    "state" BYTEA,
    "richText" JSONB NOT NULL,
    "plainText" TEXT NOT NULL DEFAULT '',
    "schemaVersion" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LiveText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LiveUpdate" (
    "id" BIGSERIAL NOT NULL,
    "textId" UUID NOT NULL,
    "update" BYTEA NOT NULL,
    "accountId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LiveUpdate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "normalized" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "status" "TermStatus" NOT NULL DEFAULT 'proposed',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "projectId" UUID,
    "accountId" UUID,
    "action" TEXT NOT NULL,
    "subjectId" UUID,
    "data" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Attempt_windowStart_idx" ON "Attempt"("windowStart");

-- CreateIndex
CREATE UNIQUE INDEX "Project_sampleKey_key" ON "Project"("sampleKey");

-- CreateIndex
CREATE INDEX "Membership_accountId_idx" ON "Membership"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_projectId_email_key" ON "Invitation"("projectId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "Document_currentVersionId_key" ON "Document"("currentVersionId");

-- CreateIndex
CREATE INDEX "Document_projectId_idx" ON "Document"("projectId");

-- CreateIndex
CREATE INDEX "SourceVersion_sha256_idx" ON "SourceVersion"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "SourceVersion_documentId_number_key" ON "SourceVersion"("documentId", "number");

-- CreateIndex
CREATE INDEX "Paragraph_documentId_idx" ON "Paragraph"("documentId");

-- CreateIndex
CREATE INDEX "VersionParagraph_paragraphId_idx" ON "VersionParagraph"("paragraphId");

-- CreateIndex
CREATE INDEX "VersionParagraph_hash_idx" ON "VersionParagraph"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "VersionParagraph_versionId_position_key" ON "VersionParagraph"("versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_textId_key" ON "Translation"("textId");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_paragraphId_language_field_key" ON "Translation"("paragraphId", "language", "field");

-- CreateIndex
CREATE INDEX "LiveText_projectId_idx" ON "LiveText"("projectId");

-- CreateIndex
CREATE INDEX "LiveUpdate_textId_id_idx" ON "LiveUpdate"("textId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Term_projectId_hash_key" ON "Term"("projectId", "hash");

-- CreateIndex
CREATE INDEX "Activity_projectId_createdAt_idx" ON "Activity"("projectId", "createdAt");

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_currentVersionId_fkey" FOREIGN KEY ("currentVersionId") REFERENCES "SourceVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceVersion" ADD CONSTRAINT "SourceVersion_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paragraph" ADD CONSTRAINT "Paragraph_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VersionParagraph" ADD CONSTRAINT "VersionParagraph_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "SourceVersion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VersionParagraph" ADD CONSTRAINT "VersionParagraph_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_paragraphId_fkey" FOREIGN KEY ("paragraphId") REFERENCES "Paragraph"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_textId_fkey" FOREIGN KEY ("textId") REFERENCES "LiveText"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveText" ADD CONSTRAINT "LiveText_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveUpdate" ADD CONSTRAINT "LiveUpdate_textId_fkey" FOREIGN KEY ("textId") REFERENCES "LiveText"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: what the schema language cannot say.

-- Search inside Chinese and English without word boundaries.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "VersionParagraph_text_trgm" ON "VersionParagraph" USING gin ("text" gin_trgm_ops);
CREATE INDEX "LiveText_plainText_trgm" ON "LiveText" USING gin ("plainText" gin_trgm_ops);

-- The first account owns the instance; two sign-ups at one moment must not both be first.
CREATE UNIQUE INDEX "Account_one_owner" ON "Account" ("instanceRole") WHERE "instanceRole" = 'owner';

ALTER TABLE "Account"
  ADD CONSTRAINT "Account_email_folded" CHECK ("email" = lower(btrim("email")) AND "email" <> ''),
  ADD CONSTRAINT "Account_theme_known" CHECK ("theme" IN ('light', 'dark')),
  ADD CONSTRAINT "Account_sessionEpoch_counts" CHECK ("sessionEpoch" >= 0);

ALTER TABLE "Attempt"
  ADD CONSTRAINT "Attempt_count_counts" CHECK ("count" >= 0);

ALTER TABLE "Project"
  ADD CONSTRAINT "Project_name_given" CHECK (btrim("name") <> ''),
  ADD CONSTRAINT "Project_glossaryVersion_counts" CHECK ("glossaryVersion" >= 1);

ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_email_folded" CHECK ("email" = lower(btrim("email")) AND "email" <> ''),
  ADD CONSTRAINT "Invitation_tokenHash_sha256" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "SourceVersion"
  ADD CONSTRAINT "SourceVersion_number_counts" CHECK ("number" >= 1),
  ADD CONSTRAINT "SourceVersion_sha256_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

ALTER TABLE "VersionParagraph"
  ADD CONSTRAINT "VersionParagraph_position_counts" CHECK ("position" >= 0),
  ADD CONSTRAINT "VersionParagraph_level_counts" CHECK ("level" >= 1),
  ADD CONSTRAINT "VersionParagraph_characters_counts" CHECK ("characters" >= 0),
  ADD CONSTRAINT "VersionParagraph_hash_sha256" CHECK ("hash" ~ '^[0-9a-f]{64}$');

ALTER TABLE "LiveText"
  ADD CONSTRAINT "LiveText_schemaVersion_counts" CHECK ("schemaVersion" >= 1);

ALTER TABLE "LiveUpdate"
  ADD CONSTRAINT "LiveUpdate_update_given" CHECK (octet_length("update") > 0);

ALTER TABLE "Term"
  ADD CONSTRAINT "Term_source_given" CHECK (btrim("source") <> ''),
  ADD CONSTRAINT "Term_hash_sha256" CHECK ("hash" ~ '^[0-9a-f]{64}$');

-- Source text never changes silently: a change is a new version.
CREATE FUNCTION refuse_source_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Source text is never changed; a new text is a new version.' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "SourceVersion_text_kept" BEFORE UPDATE OF "text" ON "SourceVersion"
  FOR EACH ROW WHEN (OLD."text" IS DISTINCT FROM NEW."text") EXECUTE FUNCTION refuse_source_change();
CREATE TRIGGER "VersionParagraph_text_kept" BEFORE UPDATE OF "text" ON "VersionParagraph"
  FOR EACH ROW WHEN (OLD."text" IS DISTINCT FROM NEW."text") EXECUTE FUNCTION refuse_source_change();

-- Deleting a project deletes its texts and their translations, in no certain order; checked when all is done.
ALTER TABLE "Translation" ALTER CONSTRAINT "Translation_textId_fkey" DEFERRABLE INITIALLY DEFERRED;
