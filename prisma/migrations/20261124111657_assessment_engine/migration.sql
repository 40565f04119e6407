-- AlterTable
ALTER TABLE "Question" ADD COLUMN "retiredAt" DATETIME;

-- AlterTable
ALTER TABLE "QuestionRevision" ADD COLUMN "byPersonId" TEXT;

-- CreateTable
CREATE TABLE "QuestionPicture" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "BankImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "bankId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "questions" INTEGER NOT NULL,
    "losses" TEXT NOT NULL,
    "byPersonId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "BankImport_bankId_fkey" FOREIGN KEY ("bankId") REFERENCES "Bank" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RegradeChange" (
    "rulingId" TEXT NOT NULL,
    "sittingId" TEXT NOT NULL,
    "scoreBeforeHundredths" INTEGER NOT NULL,
    "maxBeforeHundredths" INTEGER NOT NULL,
    "passedBefore" BOOLEAN NOT NULL,
    "scoreAfterHundredths" INTEGER NOT NULL,
    "maxAfterHundredths" INTEGER NOT NULL,
    "passedAfter" BOOLEAN NOT NULL,

    PRIMARY KEY ("rulingId", "sittingId"),
    CONSTRAINT "RegradeChange_rulingId_fkey" FOREIGN KEY ("rulingId") REFERENCES "QuestionRuling" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SittingGrant" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enrolmentId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "byPersonId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "SittingGrant_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EditionMove" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enrolmentId" TEXT NOT NULL,
    "fromEditionId" TEXT NOT NULL,
    "toEditionId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "EditionMove_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EssayAssessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sittingId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "assessment" TEXT NOT NULL,
    "byPersonId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "EssayAssessment_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "Sitting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CheckedAnswer" (
    "sittingId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("sittingId", "questionId"),
    CONSTRAINT "CheckedAnswer_sittingId_fkey" FOREIGN KEY ("sittingId") REFERENCES "Sitting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PracticeCard" (
    "personId" TEXT NOT NULL,
    "trackId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "card" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "trackId", "questionId")
);

-- CreateTable
CREATE TABLE "PracticeAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" TEXT NOT NULL,
    "trackId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "response" TEXT NOT NULL,
    "awarded" INTEGER NOT NULL,
    "at" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Edition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "trackId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "manifest" TEXT NOT NULL,
    "isCorrection" BOOLEAN NOT NULL DEFAULT false,
    "changeNote" TEXT NOT NULL DEFAULT '',
    "publishedAt" DATETIME NOT NULL,
    CONSTRAINT "Edition_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Edition" ("hash", "id", "isCorrection", "manifest", "number", "publishedAt", "trackId") SELECT "hash", "id", "isCorrection", "manifest", "number", "publishedAt", "trackId" FROM "Edition";
DROP TABLE "Edition";
ALTER TABLE "new_Edition" RENAME TO "Edition";
CREATE UNIQUE INDEX "Edition_trackId_number_key" ON "Edition"("trackId", "number");
CREATE UNIQUE INDEX "Edition_trackId_hash_key" ON "Edition"("trackId", "hash");
CREATE TABLE "new_Enrolment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "trackId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "enrolledAt" DATETIME NOT NULL,
    "lastLessonId" TEXT,
    "lastSeenAt" DATETIME NOT NULL,
    "completedAt" DATETIME,
    "identityConfirmed" DATETIME,
    "timeFactor" TEXT NOT NULL DEFAULT '1',
    "endedAt" DATETIME,
    "endedReason" TEXT,
    CONSTRAINT "Enrolment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Enrolment" ("completedAt", "editionId", "enrolledAt", "id", "identityConfirmed", "language", "lastLessonId", "lastSeenAt", "personId", "trackId") SELECT "completedAt", "editionId", "enrolledAt", "id", "identityConfirmed", "language", "lastLessonId", "lastSeenAt", "personId", "trackId" FROM "Enrolment";
DROP TABLE "Enrolment";
ALTER TABLE "new_Enrolment" RENAME TO "Enrolment";
CREATE INDEX "Enrolment_trackId_idx" ON "Enrolment"("trackId");
CREATE INDEX "Enrolment_editionId_idx" ON "Enrolment"("editionId");
CREATE UNIQUE INDEX "Enrolment_personId_trackId_key" ON "Enrolment"("personId", "trackId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "BankImport_bankId_at_idx" ON "BankImport"("bankId", "at");

-- CreateIndex
CREATE INDEX "RegradeChange_sittingId_idx" ON "RegradeChange"("sittingId");

-- CreateIndex
CREATE INDEX "SittingGrant_enrolmentId_lessonId_idx" ON "SittingGrant"("enrolmentId", "lessonId");

-- CreateIndex
CREATE INDEX "EditionMove_enrolmentId_idx" ON "EditionMove"("enrolmentId");

-- CreateIndex
CREATE INDEX "EssayAssessment_sittingId_idx" ON "EssayAssessment"("sittingId");

-- CreateIndex
CREATE INDEX "PracticeCard_personId_dueAt_idx" ON "PracticeCard"("personId", "dueAt");

-- CreateIndex
CREATE INDEX "PracticeAnswer_personId_at_idx" ON "PracticeAnswer"("personId", "at");
