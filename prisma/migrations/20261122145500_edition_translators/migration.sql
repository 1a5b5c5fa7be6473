-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "translators" TEXT[];

-- Frozen like all else of an edition.
DROP TRIGGER "Edition_frozen" ON "Edition";
CREATE TRIGGER "Edition_frozen" BEFORE UPDATE ON "Edition"
  FOR EACH ROW WHEN (
    (OLD."id", OLD."slug", OLD."number", OLD."title", OLD."sourceTitle", OLD."translators", OLD."body", OLD."sha256", OLD."bundle", OLD."changes", OLD."publishedAt")
      IS DISTINCT FROM
    (NEW."id", NEW."slug", NEW."number", NEW."title", NEW."sourceTitle", NEW."translators", NEW."body", NEW."sha256", NEW."bundle", NEW."changes", NEW."publishedAt")
    OR (OLD."withdrawnAt" IS NOT NULL AND (OLD."withdrawnAt", OLD."withdrawnReason") IS DISTINCT FROM (NEW."withdrawnAt", NEW."withdrawnReason"))
  ) EXECUTE FUNCTION refuse_edition_change();

-- Searching tells a page of the newest edition of each slug; lists ask for those that stand.
CREATE INDEX "Edition_standing" ON "Edition" ("slug", "number" DESC) WHERE "withdrawnAt" IS NULL;
