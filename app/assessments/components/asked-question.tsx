import type { ReactNode } from "react";
import type { Response } from "../../../quizzes/engine/model";
import { useTranslate } from "../../i18n/use-translate";
import type { ShownQuestion } from "../sitting-facts";
import { QuestionView } from "./question-view";

/** Id of the element that takes the focus when a question is turned to. */
export const questionElement = (id: string) => `question-of-${id}`;

function hintOf(question: ShownQuestion) {
  if (question.kind === "multiple") return `sitting:hint.multiple.${question.rule}` as const;
  const isPlain = question.kind === "numeric" && question.units.length === 1;
  return isPlain ? "sitting:hint.number" : (`sitting:hint.${question.kind}` as const);
}

/** What a question is worth and how it is answered: "2 marks, several answers can be right". */
export function useAnswerWords(): (question: ShownQuestion, marks: number) => string {
  const t = useTranslate();
  return (question, marks) => {
    const hint = t(hintOf(question));
    return question.kind === "likert"
      ? `${hint}, ${t("sitting:result.unmarked")}`
      : `${t("sitting:marks", { count: marks })}, ${hint}`;
  };
}

/**
 * The stem names the group. It may hold tables and pictures, which a legend may not; the stem of a cloze holds its
 * fields, so there the number names the group.
 */
export function QuestionGroup({
  question,
  number,
  children,
}: {
  question: ShownQuestion;
  number: number;
  children: ReactNode;
}) {
  const t = useTranslate();
  const stem = `${question.id}-stem`;
  const name =
    question.kind === "cloze" ? { "aria-label": t("sitting:question", { number }) } : { "aria-labelledby": stem };
  return (
    <div role="group" {...name} id={questionElement(question.id)} className="question" tabIndex={-1}>
      {question.kind === "cloze" ? null : (
        <div id={stem} className="stem read" dangerouslySetInnerHTML={{ __html: question.stem }} />
      )}
      {children}
    </div>
  );
}

interface AskedProps {
  readonly question: ShownQuestion;
  /** Its place in a paper, and what it is worth there. */
  readonly number?: number;
  readonly marks?: number;
  readonly response: Response | null;
  /** Null where the question is only to be looked at: its controls are off. */
  readonly onAnswer: ((response: Response | null) => void) | null;
}

const ignore = () => undefined;

/** One question as a sitting asks it, for pages outside sittings: its authors see what learners see. */
export function AskedQuestion({ question, number = 1, marks = 1, response, onAnswer }: AskedProps) {
  const words = useAnswerWords();
  const isOff = onAnswer === null;
  return (
    <>
      <p className="ident">{words(question, marks)}</p>
      <QuestionGroup question={question} number={number}>
        <fieldset className="answer" role="none" disabled={isOff}>
          <QuestionView question={question} response={response} onAnswer={onAnswer ?? ignore} isOff={isOff} />
        </fieldset>
      </QuestionGroup>
    </>
  );
}
