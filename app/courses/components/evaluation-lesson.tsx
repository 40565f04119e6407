import { useTranslate } from "../../i18n/use-translate";
import type { MessageKey } from "../../i18n/messages";
import type { LessonShell } from "../lesson-view";
import { IdentityCheck } from "./identity-check";
import { LessonFrame, LessonLinks } from "./lesson-frame";

export interface EvaluationState {
  readonly isGiven: boolean;
  readonly nameToConfirm: string | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

const questions = [
  { name: "relevance", label: "learning:evaluation.relevance", answers: ["1", "2", "3", "4", "5"] },
  { name: "bias", label: "learning:evaluation.bias", answers: ["none", "some", "much"] },
  { name: "practice", label: "learning:evaluation.practice", answers: ["yes", "perhaps", "no", "never"] },
] as const;

/** The short form that gates the certificate. */
export function EvaluationLesson({ page, state }: { page: LessonShell; state: EvaluationState }) {
  const t = useTranslate();
  return (
    <LessonFrame page={page} after={<LessonLinks page={page} />}>
      <p className="lead">{t("learning:evaluation.lead")}</p>
      {page.preview ? (
        <EvaluationPreview state={state} />
      ) : state.isGiven ? (
        <p className="note pass">{t("learning:evaluation.given")}</p>
      ) : (
        <form method="post" className="evaluation stack-l" noValidate>
          <input type="hidden" name="intent" value="evaluation" />
          {questions.map((question) => (
            <Choice key={question.name} question={question} state={state} />
          ))}
          <FreeText state={state} />
          {state.nameToConfirm === null ? null : (
            <IdentityCheck
              name={state.nameToConfirm}
              error={state.errors["identity"] === undefined ? null : t("learning:evaluation.identity")}
            />
          )}
          <button className="btn main" type="submit">
            {t("learning:evaluation.send")}
          </button>
        </form>
      )}
    </LessonFrame>
  );
}

/** The same questions outside any form, so that there is nothing to send. */
function EvaluationPreview({ state }: { state: EvaluationState }) {
  const t = useTranslate();
  return (
    <div className="evaluation stack-l">
      {questions.map((question) => (
        <Choice key={question.name} question={question} state={state} />
      ))}
      <FreeText state={state} />
      <p className="note">{t("preview:evaluation")}</p>
    </div>
  );
}

function Choice({ question, state }: { question: (typeof questions)[number]; state: EvaluationState }) {
  const t = useTranslate();
  const error = state.errors[question.name];
  const errorId = `${question.name}-error`;
  return (
    <fieldset className={error ? "field bad" : "field"} aria-describedby={error ? errorId : undefined}>
      <legend>{t(question.label)}</legend>
      {error ? (
        <p className="err" id={errorId}>
          {t("learning:evaluation.choose")}
        </p>
      ) : null}
      {question.answers.map((answer) => (
        <label key={answer} className="check">
          <input
            type="radio"
            name={question.name}
            value={answer}
            defaultChecked={state.typed[question.name] === answer}
            required
          />
          {/* The parts of the key come from the list above, and each one is in the English file. */}
          <span>{t(`${question.label}.${answer}` as MessageKey)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function FreeText({ state }: { state: EvaluationState }) {
  const t = useTranslate();
  const error = state.errors["text"];
  return (
    <div className={error ? "field bad" : "field"}>
      <label htmlFor="evaluation-text">{t("learning:evaluation.text")}</label>
      <p className="hint" id="evaluation-text-hint">
        {t("learning:evaluation.text.hint")}
      </p>
      {error ? (
        <p className="err" id="evaluation-text-error">
          {t("learning:evaluation.long")}
        </p>
      ) : null}
      <textarea
        id="evaluation-text"
        className="input"
        name="text"
        rows={5}
        maxLength={2000}
        defaultValue={state.typed["text"]}
        aria-invalid={error ? true : undefined}
        aria-describedby="evaluation-text-hint"
      />
    </div>
  );
}
