import { asked, drawValues, type Values } from "../../../quizzes/engine/calculated";
import type { Calculated, Question } from "../../../quizzes/engine/model";
import { present } from "../../../quizzes/engine/present";
import { showQuestion } from "../../assessments/show-question.server";
import type { ShownQuestion } from "../../assessments/sitting-facts";
import { questionHtml } from "./question-html.server";

/** Numbers that a calculated question was asked with, and the key that they give. */
export interface DrawnNumbers {
  /** Which draw this is, from 1. */
  readonly draw: number;
  /** As learners read them, with the decimals of their variable. */
  readonly values: readonly { readonly name: string; readonly text: string }[];
  readonly key: number;
  readonly unit: string;
}

/** A question for its authors: what a learner gets, and what stands behind it. */
export interface QuestionPreview {
  readonly shown: ShownQuestion;
  /** The question with safe HTML in place of its texts: key, reasons, feedback. */
  readonly html: Question;
  /** Null for every kind but calculated. */
  readonly numbers: DrawnNumbers | null;
}

/** The numbers of a draw; the first is the one that the refresher uses. */
export function previewValues(question: Question, draw: number): Values | undefined {
  if (question.kind !== "calculated") return undefined;
  return drawValues(question, draw === 1 ? question.id : `${question.id}/${String(draw)}`);
}

/** @param draw which numbers a calculated question is asked with, from 1 */
export function previewQuestion(question: Question, draw = 1): QuestionPreview {
  const values = previewValues(question, draw);
  return {
    shown: showQuestion(present(question, null, [], values)),
    html: questionHtml(question),
    numbers: question.kind === "calculated" && values !== undefined ? numbersOf(question, values, draw) : null,
  };
}

function numbersOf(question: Calculated, values: Values, draw: number): DrawnNumbers | null {
  const numeric = asked(question, values);
  if (numeric.kind !== "numeric") return null;
  return {
    draw,
    values: question.variables.map(({ name, decimals }) => ({ name, text: (values[name] ?? NaN).toFixed(decimals) })),
    key: numeric.key.shown ?? numeric.key.value,
    unit: numeric.key.unit,
  };
}
