-- CreateTable
CREATE TABLE "TrackReview" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "trackId" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "outcome" TEXT,
    CONSTRAINT "TrackReview_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reviewId" TEXT NOT NULL,
    "parentId" TEXT,
    "place" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byPersonId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "resolvedById" TEXT,
    CONSTRAINT "ReviewComment_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "TrackReview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewApproval" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reviewId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "byPersonId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ReviewApproval_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "TrackReview" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TrackReview_trackId_askedAt_idx" ON "TrackReview"("trackId", "askedAt");

-- CreateIndex
CREATE INDEX "ReviewComment_reviewId_at_idx" ON "ReviewComment"("reviewId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewApproval_reviewId_byPersonId_stamp_key" ON "ReviewApproval"("reviewId", "byPersonId", "stamp");
