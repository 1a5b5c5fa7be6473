-- CreateEnum
CREATE TYPE "NoteKind" AS ENUM ('translator', 'background', 'term', 'source', 'doubt');

-- CreateEnum
CREATE TYPE "NoteStatus" AS ENUM ('draft', 'reviewed');

-- AlterEnum
ALTER TYPE "LiveTextKind" ADD VALUE 'note';

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "style" JSONB;

-- AlterTable
ALTER TABLE "LiveText" ADD COLUMN     "noteIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "wordsHash" TEXT;

-- CreateTable
CREATE TABLE "TextRevision" (
    "id" UUID NOT NULL,
    "textId" UUID NOT NULL,
    "richText" JSONB NOT NULL,
    "plainText" TEXT NOT NULL,
    "accountId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TextRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID,
    "termHash" TEXT,
    "termSource" TEXT,
    "kind" "NoteKind" NOT NULL,
    "status" "NoteStatus" NOT NULL DEFAULT 'draft',
    "textId" UUID NOT NULL,
    "anchor" JSONB,
    "citations" JSONB NOT NULL,
    "createdById" UUID,
    "statusById" UUID,
    "statusAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoteSuppression" (
    "documentId" UUID NOT NULL,
    "noteId" UUID NOT NULL,

    CONSTRAINT "NoteSuppression_pkey" PRIMARY KEY ("documentId","noteId")
);

-- CreateIndex
CREATE INDEX "TextRevision_textId_createdAt_idx" ON "TextRevision"("textId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Note_textId_key" ON "Note"("textId");

-- CreateIndex
CREATE INDEX "Note_documentId_idx" ON "Note"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Note_projectId_termHash_key" ON "Note"("projectId", "termHash");

-- AddForeignKey
ALTER TABLE "TextRevision" ADD CONSTRAINT "TextRevision_textId_fkey" FOREIGN KEY ("textId") REFERENCES "LiveText"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextRevision" ADD CONSTRAINT "TextRevision_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_textId_fkey" FOREIGN KEY ("textId") REFERENCES "LiveText"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_statusById_fkey" FOREIGN KEY ("statusById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteSuppression" ADD CONSTRAINT "NoteSuppression_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteSuppression" ADD CONSTRAINT "NoteSuppression_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rich text has marks of notes from version 2 on; what was stored before has none and is otherwise the same.
UPDATE "LiveText" SET "richText" = jsonb_set("richText", '{version}', '2') WHERE "richText"->>'version' = '1';

-- A note belongs to a document or explains a term.
ALTER TABLE "Note" ADD CONSTRAINT "Note_belongs_check" CHECK (num_nonnulls("documentId", "termHash") = 1);

ALTER TABLE "Note" ADD CONSTRAINT "Note_termHash_sha256" CHECK ("termHash" ~ '^[0-9a-f]{64}$');

-- Deleting a project deletes its texts and their notes, in no certain order; checked when all is done.
ALTER TABLE "Note" ALTER CONSTRAINT "Note_textId_fkey" DEFERRABLE INITIALLY DEFERRED;
