import { countWords } from "../../../quizzes/engine/mark-essay";
import { useTranslate } from "../../i18n/use-translate";
import type { QuestionProps } from "./question-props";

/** Kinds that are answered by typing. */

export function NumericView({ question, response, onAnswer }: QuestionProps<"numeric">) {
  const t = useTranslate();
  const typed = response?.kind === "numeric" ? response : { text: "", unit: "" };
  const change = (text: string, unit: string) => {
    onAnswer(text === "" && unit === "" ? null : { kind: "numeric", text, unit });
  };
  return (
    <div className="numeric-answer">
      <div className="field">
        <label htmlFor={`${question.id}-value`}>{t("sitting:numeric.value")}</label>
        <input
          id={`${question.id}-value`}
          className="input num"
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          value={typed.text}
          onChange={(event) => {
            change(event.currentTarget.value, typed.unit);
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${question.id}-unit`}>{t("sitting:numeric.unit")}</label>
        <select
          id={`${question.id}-unit`}
          className="input"
          value={typed.unit}
          onChange={(event) => {
            change(typed.text, event.currentTarget.value);
          }}
        >
          <option value="">{t("sitting:numeric.choose")}</option>
          {question.units.map((unit) => (
            <option key={unit} value={unit}>
              {unit === "1" ? "–" : unit}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

export function ShortTextView({ question, response, onAnswer }: QuestionProps<"short-text">) {
  const t = useTranslate();
  return (
    <div className="field">
      <label htmlFor={`${question.id}-text`}>{t("sitting:shortText.label")}</label>
      <input
        id={`${question.id}-text`}
        className="input"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={200}
        value={response?.kind === "short-text" ? response.text : ""}
        onChange={(event) => {
          const text = event.currentTarget.value;
          onAnswer(text === "" ? null : { kind: "short-text", text });
        }}
      />
    </div>
  );
}

/** What a person will mark: the criteria first, then the text with its count of words. */
export function EssayView({ question, response, onAnswer }: QuestionProps<"essay">) {
  const t = useTranslate();
  const text = response?.kind === "essay" ? response.text : "";
  const { id, minWords, maxWords } = question;
  return (
    <div className="essay-answer">
      {question.criteria.length === 0 ? null : (
        <>
          <p className="label">{t("sitting:essay.criteria")}</p>
          <ul className="essay-criteria">
            {question.criteria.map((criterion) => (
              <li key={criterion.id} dangerouslySetInnerHTML={{ __html: criterion.text }} />
            ))}
          </ul>
        </>
      )}
      <label className="label" htmlFor={`${id}-essay`}>
        {t("sitting:essay.label")}
      </label>
      <p className="hint" id={`${id}-range`}>
        {t("sitting:essay.range", { min: minWords, max: maxWords })}
      </p>
      <textarea
        id={`${id}-essay`}
        className="input"
        rows={12}
        maxLength={40_000}
        aria-describedby={`${id}-range ${id}-words`}
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value;
          onAnswer(next === "" ? null : { kind: "essay", text: next });
        }}
      />
      <WordCount id={`${id}-words`} words={countWords(text)} min={minWords} max={maxWords} />
    </div>
  );
}

/** Read with the field, not at each word: a live region here would talk all the time. */
function WordCount({ id, words, min, max }: { id: string; words: number; min: number; max: number }) {
  const t = useTranslate();
  const missing = words > 0 && words < min;
  return (
    <p className="hint" id={id}>
      <b>{t("sitting:essay.words", { count: words })}</b>{" "}
      {missing ? t("sitting:essay.short", { count: min - words }) : null}
      {words > max ? t("sitting:essay.long", { count: words - max }) : null}
    </p>
  );
}
