-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_PracticeAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "trackId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    "awarded" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "place" TEXT NOT NULL DEFAULT 'refresher'
);
INSERT INTO "new_PracticeAnswer" ("at", "awarded", "id", "personId", "questionId", "response", "revisionId", "trackId") SELECT "at", "awarded", "id", "personId", "questionId", "response", "revisionId", "trackId" FROM "PracticeAnswer";
DROP TABLE "PracticeAnswer";
ALTER TABLE "new_PracticeAnswer" RENAME TO "PracticeAnswer";
CREATE INDEX "PracticeAnswer_personId_at_idx" ON "PracticeAnswer"("personId", "at");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
