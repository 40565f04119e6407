import { certaintyHundredths } from "../../../quizzes/engine/certainty";
import type { Certainty } from "../../../quizzes/engine/model";
import { formatMarks } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";

interface CertaintyChoiceProps {
  readonly questionId: string;
  /** Whole marks of the question: what an answer earns or costs is counted in them. */
  readonly marks: number;
  readonly chosen: Certainty | undefined;
  readonly onChoose: (certainty: Certainty) => void;
}

/** How sure the learner is, each step with what it earns and costs. */
export function CertaintyChoice({ questionId, marks, chosen, onChoose }: CertaintyChoiceProps) {
  const t = useTranslate();
  const locale = useLocale();
  const signed = (hundredths: number) => {
    const size = formatMarks(locale, Math.abs(hundredths) * marks);
    return hundredths === 0 ? size : `${hundredths < 0 ? "−" : "+"}${size}`;
  };
  return (
    <fieldset className="certainty" aria-describedby={`${questionId}-certainty`}>
      <legend className="label">{t("sitting:certainty.label")}</legend>
      <div className="certainty-steps">
        {([1, 2, 3] as const).map((step) => (
          <label key={step} className="check">
            <input
              type="radio"
              name={`${questionId}-certainty`}
              checked={chosen === step}
              onChange={() => {
                onChoose(step);
              }}
            />
            <span>
              <b>{t(`sitting:certainty.${step}`)}</b>{" "}
              <span className="small quiet">
                {t("sitting:certainty.earns", {
                  right: signed(certaintyHundredths[step].right),
                  wrong: signed(certaintyHundredths[step].wrong),
                })}
              </span>
            </span>
          </label>
        ))}
      </div>
      <p className="hint" id={`${questionId}-certainty`}>
        {t("sitting:certainty.note")}
      </p>
    </fieldset>
  );
}
