-- CreateTable
CREATE TABLE "SocietyLogo" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SocietyInvitation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "societyId" TEXT,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "sentAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "acceptedAt" DATETIME,
    "acceptedById" TEXT,
    "revokedAt" DATETIME,
    CONSTRAINT "SocietyInvitation_societyId_fkey" FOREIGN KEY ("societyId") REFERENCES "Society" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Society" ADD COLUMN "colour" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Society" ADD COLUMN "logoName" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "SocietyInvitation_tokenHash_key" ON "SocietyInvitation"("tokenHash");

-- CreateIndex
CREATE INDEX "SocietyInvitation_societyId_sentAt_idx" ON "SocietyInvitation"("societyId", "sentAt");

-- CreateIndex
CREATE INDEX "SocietyInvitation_expiresAt_idx" ON "SocietyInvitation"("expiresAt");
