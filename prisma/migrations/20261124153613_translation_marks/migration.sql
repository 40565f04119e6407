-- CreateTable
CREATE TABLE "TranslationMark" (
    "trackId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "sourceVersion" INTEGER NOT NULL,
    "targetHash" TEXT NOT NULL,
    "reviewedById" TEXT,
    "reviewedAt" DATETIME,

    PRIMARY KEY ("trackId", "language", "unit")
);
