-- AlterTable
ALTER TABLE "EditionParagraph" ADD COLUMN     "kind" "ParagraphKind" NOT NULL,
ADD COLUMN     "sourceFolded" TEXT NOT NULL,
ADD COLUMN     "targetFolded" TEXT NOT NULL;

-- What is searched in is folded: one width, one case, no quotation marks.
DROP INDEX "EditionParagraph_source_trigrams";
DROP INDEX "EditionParagraph_target_trigrams";
CREATE INDEX "EditionParagraph_sourceFolded_trigrams" ON "EditionParagraph" USING gin ("sourceFolded" gin_trgm_ops);
CREATE INDEX "EditionParagraph_targetFolded_trigrams" ON "EditionParagraph" USING gin ("targetFolded" gin_trgm_ops);
