-- CreateTable
CREATE TABLE "DraftText" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "trackId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sourceVersion" INTEGER,
    "byPersonId" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "DraftText_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "DraftText_trackId_part_language_version_key" ON "DraftText"("trackId", "part", "language", "version");
