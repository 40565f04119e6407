import type { Manifest } from "../../app/courses/manifest";
import { statement } from "../../app/platform/db.server";
import { present } from "../../app/platform/invariant";
import { QuestionSchema } from "../../quizzes/bank-schema";
import type { Question, Response } from "../../quizzes/engine/model";

const findContent = statement<[string], { content: string }>("SELECT content FROM QuestionRevision WHERE id = ?");

/** The questions that a track's quizzes draw from. */
export function readQuestions(manifest: Manifest): Question[] {
  return manifest.pool.map(({ revisionId }) => {
    const { content } = present(findContent.get(revisionId), `question revision ${revisionId}`);
    return QuestionSchema.parse(JSON.parse(content));
  });
}

/** The right answer, as a browser would send it. */
export function responseTo(question: Question): Response {
  switch (question.kind) {
    case "single":
      return { kind: "single", option: question.key };
    case "multiple":
      return { kind: "multiple", options: [...question.keys] };
    case "true-false":
      return { kind: "true-false", value: question.key };
    case "numeric":
      return { kind: "numeric", text: String(question.key.value), unit: question.key.unit };
    case "matching":
      return { kind: "matching", pairs: { ...question.key } };
    case "ordering":
      return { kind: "ordering", order: [...question.key] };
  }
}
