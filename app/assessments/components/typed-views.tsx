import { countWords } from "../../../quizzes/engine/mark-essay";
import type { Response } from "../../../quizzes/engine/model";
import { useTranslate } from "../../i18n/use-translate";
import { isAnswered } from "../is-answered";
import type { QuestionProps } from "./question-props";

/** Kinds that are answered by typing. */

const typedNumber = (response: Response | null) => (response?.kind === "numeric" ? response : { text: "", unit: "" });

/** A list of units is there to choose from: where one is offered it stands beside the number and goes with the answer. */
export function NumericView({ question, response, onAnswer }: QuestionProps<"numeric">) {
  const t = useTranslate();
  const [first = ""] = question.units;
  const only = question.units.length === 1 ? first : null;
  const typed = typedNumber(response);
  const change = (text: string, unit: string) => {
    const isEmpty = text === "" && (only !== null || unit === "");
    onAnswer(isEmpty ? null : { kind: "numeric", text, unit: only ?? unit });
  };
  const lacksUnit = only === null && typed.text.trim() !== "" && !isAnswered(response);
  return (
    <>
      <div className="numeric-answer">
        <div className="field">
          <label htmlFor={`${question.id}-value`}>{t("sitting:numeric.value")}</label>
          <input
            id={`${question.id}-value`}
            className="input num"
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            aria-describedby={only === null ? undefined : `${question.id}-unit`}
            value={typed.text}
            onChange={(event) => {
              change(event.currentTarget.value, typed.unit);
            }}
          />
        </div>
        {only === null ? (
          <UnitList
            question={question}
            chosen={typed.unit}
            lacksUnit={lacksUnit}
            onChoose={(unit) => {
              change(typed.text, unit);
            }}
          />
        ) : (
          <p className="unit num" id={`${question.id}-unit`}>
            {only === "1" ? null : only}
          </p>
        )}
      </div>
      <p className="hint" id={`${question.id}-lacks-unit`} aria-live="polite">
        {lacksUnit ? t("sitting:numeric.lacksUnit") : null}
      </p>
    </>
  );
}

interface UnitListProps {
  readonly question: QuestionProps<"numeric">["question"];
  readonly chosen: string;
  readonly lacksUnit: boolean;
  readonly onChoose: (unit: string) => void;
}

function UnitList({ question: { id, units }, chosen, lacksUnit, onChoose }: UnitListProps) {
  const t = useTranslate();
  return (
    <div className="field">
      <label htmlFor={`${id}-unit`}>{t("sitting:numeric.unit")}</label>
      <select
        id={`${id}-unit`}
        className="input"
        aria-describedby={lacksUnit ? `${id}-lacks-unit` : undefined}
        value={chosen}
        onChange={(event) => {
          onChoose(event.currentTarget.value);
        }}
      >
        <option value="">{t("sitting:numeric.choose")}</option>
        {units.map((unit) => (
          <option key={unit} value={unit}>
            {unit === "1" ? "–" : unit}
          </option>
        ))}
      </select>
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
