import { type ByKind, byKind } from "../../quizzes/engine/by-kind";
import type { Cloze, Question } from "../../quizzes/engine/model";
import type { QuestionText } from "../../quizzes/engine/question-text";

function missingIn(
  what: string,
  own: readonly { readonly id: string }[],
  texts: Readonly<Record<string, unknown>> | undefined,
): string[] {
  return own.filter(({ id }) => !Object.hasOwn(texts ?? {}, id)).map(({ id }) => `${what} "${id}"`);
}

function missingFeedback(own: readonly unknown[], texts: readonly string[] | undefined): string[] {
  return (texts ?? []).length === own.length ? [] : ["the feedback of each known mistake"];
}

function missingOfGap(gap: Cloze["gaps"][number], texts: QuestionText["gaps"]): string[] {
  const said = texts !== undefined && Object.hasOwn(texts, gap.id) ? texts[gap.id] : undefined;
  switch (gap.kind) {
    case "choice":
      return missingIn("option", gap.options, said?.options);
    case "text":
      return said?.answers === undefined ? [`the answers of gap "${gap.id}"`] : [];
    case "number":
      return missingFeedback(gap.mistakes, said?.mistakes);
  }
}

const rules: ByKind<string[], [QuestionText]> = {
  single: ({ options }, text) => missingIn("option", options, text.options),
  multiple: ({ options }, text) => missingIn("option", options, text.options),
  "true-false": (_, text) => (text.why === undefined ? ["the feedback"] : []),
  numeric: ({ mistakes }, text) => missingFeedback(mistakes, text.mistakes),
  calculated: ({ mistakes }, text) => missingFeedback(mistakes, text.mistakes),
  matching: ({ left, right }, text) => [
    ...missingIn("left label", left, text.left),
    ...missingIn("right label", right, text.right),
  ],
  ordering: ({ items }, text) => missingIn("item", items, text.items),
  "short-text": (_, text) => (text.answers === undefined ? ["the list of accepted answers"] : []),
  cloze: ({ gaps }, text) => gaps.flatMap((gap) => missingOfGap(gap, text.gaps)),
  hotspot: ({ regions }, text) => [
    ...missingIn("region", regions, text.regions),
    ...(text.alt === undefined ? ["what the picture shows"] : []),
  ],
  labelling: ({ labels }, text) => [
    ...missingIn("label", labels, text.labels),
    ...(text.alt === undefined ? ["what the picture shows"] : []),
  ],
  "script-concordance": (_, { hypothesis, finding }) =>
    hypothesis === undefined || finding === undefined ? ["the hypothesis or the finding"] : [],
  likert: ({ scale }, text) => missingIn("answer", scale, text.scale),
  essay: ({ rubric }, text) => [
    ...missingIn("criterion", rubric, text.rubric),
    ...(text.model === undefined ? ["the model answer"] : []),
  ],
};

/** The parts of a question that its translation lacks, as words for an author. */
export function missingParts(question: Question, text: QuestionText): string[] {
  return byKind(rules, question, text);
}
