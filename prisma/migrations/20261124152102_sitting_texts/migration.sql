-- AlterTable
ALTER TABLE "Sitting" ADD COLUMN "textsHash" TEXT;

-- What earlier sittings showed is known from the text that they pin.
UPDATE "Sitting" SET "textsHash" = (
  SELECT "content" ->> 'questionTextsHash' FROM "EditionText" WHERE "EditionText"."id" = "Sitting"."editionTextId"
);
