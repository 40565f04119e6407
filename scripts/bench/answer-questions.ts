import type { Manifest } from "../../app/courses/manifest";
import { statement } from "../../app/platform/db.server";
import { present } from "../../app/platform/invariant";
import { QuestionSchema } from "../../quizzes/bank-schema";
import { type ByKind, byKind } from "../../quizzes/engine/by-kind";
import type { Question, Response } from "../../quizzes/engine/model";

const findContent = statement<[string], { content: string }>("SELECT content FROM QuestionRevision WHERE id = ?");

/** The questions that a track's quizzes draw from. */
export function readQuestions(manifest: Manifest): Question[] {
  return manifest.pool.map(({ revisionId }) => {
    const { content } = present(findContent.get(revisionId), `question revision ${revisionId}`);
    return QuestionSchema.parse(JSON.parse(content));
  });
}

/** The right answer, as a browser would send it. Calculated questions are left open: their numbers are the paper's. */
const answers: ByKind<Response | null> = {
  single: ({ key }) => ({ kind: "single", option: key }),
  multiple: ({ keys }) => ({ kind: "multiple", options: [...keys] }),
  "true-false": ({ key }) => ({ kind: "true-false", value: key }),
  numeric: ({ key }) => ({ kind: "numeric", text: String(key.value), unit: key.unit }),
  matching: ({ key }) => ({ kind: "matching", pairs: { ...key } }),
  ordering: ({ key }) => ({ kind: "ordering", order: [...key] }),
  "short-text": ({ answers: [first] }) => ({ kind: "short-text", text: first?.text ?? "" }),
  calculated: () => null,
  cloze: ({ gaps }) => ({
    kind: "cloze",
    gaps: Object.fromEntries(
      gaps.map((gap) => {
        switch (gap.kind) {
          case "choice":
            return [gap.id, gap.key];
          case "text":
            return [gap.id, gap.answers[0]?.text ?? ""];
          case "number":
            return [gap.id, String(gap.key.value)];
        }
      }),
    ),
  }),
  hotspot: ({ keys }) => ({ kind: "hotspot", points: [], regions: [...keys] }),
  labelling: ({ key }) => ({ kind: "labelling", placed: { ...key } }),
  "script-concordance": () => ({ kind: "script-concordance", value: 0 }),
  likert: ({ scale: [first] }) => (first === undefined ? null : { kind: "likert", option: first.id }),
  essay: () => ({ kind: "essay", text: "An essay of a few words." }),
};

export function responseTo(question: Question): Response | null {
  return byKind(answers, question);
}
