-- CreateTable
CREATE TABLE "FlaggedQuestion" (
    "sittingId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("sittingId", "questionId"),
    CONSTRAINT "FlaggedQuestion_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "Sitting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
