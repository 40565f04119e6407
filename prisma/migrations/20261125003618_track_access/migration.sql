-- AlterTable
ALTER TABLE "Track" ADD COLUMN "accessCode" TEXT;
ALTER TABLE "Track" ADD COLUMN "opensAt" DATETIME;
