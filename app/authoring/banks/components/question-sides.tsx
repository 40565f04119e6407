import type { ReactNode } from "react";
import { hasRegionList } from "../../../../quizzes/engine/mark-hotspot";
import type { Question } from "../../../../quizzes/engine/model";
import type { ShownQuestion } from "../../../assessments/sitting-facts";
import { useTranslate } from "../../../i18n/use-translate";
import type { DrawnNumbers, QuestionPreview } from "../preview-question.server";
import { Html } from "./html";
import { KeyView } from "./key-view";

/** How a learner meets a question: the view belongs to the attempts' own folder, and the route hands it in. */
export type LearnerView = (question: ShownQuestion) => ReactNode;

interface Props {
  readonly preview: QuestionPreview;
  readonly learner: ReactNode;
  /** Where the same question is asked with the numbers of another draw; absent where nothing is kept yet. */
  readonly otherNumbers?: string;
}

/** As learners see it on one side; the marking rule, the key and what is read afterwards on the other. */
export function QuestionSides({ preview, learner, otherNumbers }: Props) {
  const t = useTranslate();
  const { html, numbers } = preview;
  return (
    <div className="question-sides">
      <section className="sheet tight stack learner-view" aria-labelledby="learner-side">
        <h2 id="learner-side" className="side-title">
          {t("banks:question.learner")}
        </h2>
        <div className="stack" lang="en">
          {learner}
        </div>
        <LackOfList question={html} />
      </section>
      <section className="sheet tight stack" aria-labelledby="key-side">
        <h2 id="key-side" className="side-title">
          {t("banks:question.key")}
        </h2>
        {numbers === null ? null : <Numbers numbers={numbers} otherNumbers={otherNumbers} />}
        <KeyView question={html} />
        {html.explanation === "" ? null : (
          <div className="note">
            <p className="title">{t("banks:field.explanation")}</p>
            <Html html={html.explanation} />
          </div>
        )}
      </section>
    </div>
  );
}

/** A hotspot without a list of names can't be answered by whoever can't see the picture. */
function LackOfList({ question }: { question: Question }) {
  const t = useTranslate();
  if (question.kind !== "hotspot" || hasRegionList(question)) return null;
  return <p className="note care">{t("banks:question.noList")}</p>;
}

function Numbers({ numbers, otherNumbers }: { numbers: DrawnNumbers; otherNumbers: string | undefined }) {
  const t = useTranslate();
  return (
    <div className="note tint">
      <p className="title">{t("banks:numbers")}</p>
      <p className="num">
        {numbers.values.map(({ name, text }) => `${name} = ${text}`).join(", ")}
        {" → "}
        <b>
          {String(numbers.key)} {numbers.unit === "1" ? "" : numbers.unit}
        </b>
      </p>
      {otherNumbers === undefined ? null : (
        <p className="small">
          <a href={otherNumbers}>{t("banks:numbers.other")}</a>
        </p>
      )}
    </div>
  );
}
