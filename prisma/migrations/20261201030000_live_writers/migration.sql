-- CreateTable
CREATE TABLE "LiveWriter" (
    "textId" UUID NOT NULL,
    "client" BIGINT NOT NULL,
    "accountId" UUID,

    CONSTRAINT "LiveWriter_pkey" PRIMARY KEY ("textId","client")
);

-- AddForeignKey
ALTER TABLE "LiveWriter" ADD CONSTRAINT "LiveWriter_textId_fkey" FOREIGN KEY ("textId") REFERENCES "LiveText"("id") ON DELETE CASCADE ON UPDATE CASCADE;
