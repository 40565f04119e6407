import type { Manifest } from "../../app/courses/manifest";
import { statement } from "../../app/platform/db.server";
import { present } from "../../app/platform/invariant";
import { QuestionSchema } from "../../quizzes/bank-schema";
import type { Question } from "../../quizzes/engine/model";

const findContent = statement<[string], { content: string }>("SELECT content FROM QuestionRevision WHERE id = ?");

/** The questions that a track's quizzes draw from. */
export function readQuestions(manifest: Manifest): Question[] {
  return manifest.pool.map(({ revisionId }) => {
    const { content } = present(findContent.get(revisionId), `question revision ${revisionId}`);
    return QuestionSchema.parse(JSON.parse(content));
  });
}
