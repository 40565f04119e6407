import { type ByKind, byKind } from "../../../quizzes/engine/by-kind";
import type { Cloze, Question } from "../../../quizzes/engine/model";
import type { QuestionText } from "../../../quizzes/engine/question-text";
import type { TextTree } from "./text-tree";

type Labelled = readonly { readonly id: string; readonly text: string }[];
type Explained = readonly { readonly id: string; readonly text: string; readonly why: string }[];

const textsOf = (labels: Labelled) => Object.fromEntries(labels.map(({ id, text }) => [id, text]));
const explainedOf = (options: Explained) => Object.fromEntries(options.map(({ id, text, why }) => [id, { text, why }]));
const feedbackOf = (mistakes: readonly { readonly feedback: string }[]) => mistakes.map(({ feedback }) => feedback);

type GapText = NonNullable<QuestionText["gaps"]>[string];
function gapText(gap: Cloze["gaps"][number]): GapText {
  switch (gap.kind) {
    case "choice":
      return { options: explainedOf(gap.options) };
    case "text":
      return { answers: gap.answers };
    case "number":
      return { mistakes: feedbackOf(gap.mistakes) };
  }
}

const rules: ByKind<Partial<QuestionText>> = {
  single: ({ options }) => ({ options: explainedOf(options) }),
  multiple: ({ options }) => ({ options: explainedOf(options) }),
  "true-false": ({ why }) => ({ why }),
  numeric: ({ mistakes }) => ({ mistakes: feedbackOf(mistakes) }),
  calculated: ({ mistakes }) => ({ mistakes: feedbackOf(mistakes) }),
  matching: ({ left, right }) => ({ left: textsOf(left), right: textsOf(right) }),
  ordering: ({ items }) => ({ items: textsOf(items) }),
  "short-text": ({ answers }) => ({ answers }),
  cloze: ({ gaps }) => ({ gaps: Object.fromEntries(gaps.map((gap) => [gap.id, gapText(gap)])) }),
  hotspot: ({ regions, picture }) => ({ regions: explainedOf(regions), alt: picture.alt }),
  labelling: ({ labels, picture }) => ({ labels: textsOf(labels), alt: picture.alt }),
  "script-concordance": ({ hypothesis, finding }) => ({ hypothesis, finding }),
  likert: ({ scale }) => ({ scale: textsOf(scale) }),
  essay: ({ rubric, model }) => ({
    rubric: Object.fromEntries(rubric.map(({ id, text, levels }) => [id, { text, levels: textsOf(levels) }])),
    model,
  }),
};

/** What a question says in its own language, in the shape of a translation. */
export function questionWords(question: Question): TextTree {
  const { stem, explanation } = question;
  const words: QuestionText = { stem, explanation, ...byKind(rules, question) };
  // A QuestionText is plain JSON; its absent entries are the only thing that JSON can't say.
  return JSON.parse(JSON.stringify(words)) as TextTree;
}
