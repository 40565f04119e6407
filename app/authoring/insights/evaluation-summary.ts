import { EvaluationAnswers } from "../../evaluations/evaluation-form";

/** Under so many answers nothing is shown: in a small group, what was said leads to who said it. */
export const fewestEvaluations = 5;

export const evaluationChoices = {
  relevance: ["1", "2", "3", "4", "5"],
  bias: ["none", "some", "much"],
  practice: ["yes", "perhaps", "no", "never"],
} as const;
export type EvaluationQuestion = keyof typeof evaluationChoices;

export type EvaluationSummary =
  | { readonly isShown: false }
  | {
      readonly isShown: true;
      readonly count: number;
      /** Mean of 1 to 5. */
      readonly meanRelevance: number;
      /** How often each answer was given. */
      readonly counts: Readonly<Record<EvaluationQuestion, Readonly<Record<string, number>>>>;
      readonly texts: readonly string[];
    };

/** Sums answers up. They come as they are stored: one JSON each, with nobody's name, in no order that tells anything. */
export function summariseEvaluations(stored: readonly string[]): EvaluationSummary {
  const answers = stored.map((json) => EvaluationAnswers.parse(JSON.parse(json)));
  if (answers.length < fewestEvaluations) return { isShown: false };
  const countOf = (question: EvaluationQuestion) =>
    Object.fromEntries(
      evaluationChoices[question].map((choice) => [
        choice,
        answers.filter((answer) => answer[question] === choice).length,
      ]),
    );
  return {
    isShown: true,
    count: answers.length,
    meanRelevance: answers.reduce((sum, { relevance }) => sum + Number(relevance), 0) / answers.length,
    counts: { relevance: countOf("relevance"), bias: countOf("bias"), practice: countOf("practice") },
    texts: answers.flatMap(({ text }) => (text.trim() === "" ? [] : [text.trim()])),
  };
}
