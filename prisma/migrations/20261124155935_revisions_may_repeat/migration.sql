-- DropIndex
DROP INDEX "QuestionRevision_questionId_hash_key";

-- CreateIndex
CREATE INDEX "QuestionRevision_questionId_hash_idx" ON "QuestionRevision"("questionId", "hash");
