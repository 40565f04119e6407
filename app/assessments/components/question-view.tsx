import type { Response } from "../../../quizzes/engine/model";
import type { PresentedQuestion } from "../../../quizzes/engine/present";
import { useTranslate } from "../../i18n/use-translate";
import { MatchingView } from "./matching-view";
import { OrderingView } from "./ordering-view";
import type { QuestionProps } from "./question-props";

/** The answer part of one question. Texts are safe HTML that the server rendered. */
export function QuestionView({
  question,
  response,
  onAnswer,
}: {
  question: PresentedQuestion;
  response: Response | null;
  onAnswer: (response: Response | null) => void;
}) {
  switch (question.kind) {
    case "single":
      return <SingleView question={question} response={response} onAnswer={onAnswer} />;
    case "multiple":
      return <MultipleView question={question} response={response} onAnswer={onAnswer} />;
    case "true-false":
      return <TrueFalseView question={question} response={response} onAnswer={onAnswer} />;
    case "numeric":
      return <NumericView question={question} response={response} onAnswer={onAnswer} />;
    case "matching":
      return <MatchingView question={question} response={response} onAnswer={onAnswer} />;
    case "ordering":
      return <OrderingView question={question} response={response} onAnswer={onAnswer} />;
  }
}

const letter = (i: number) => String.fromCharCode(65 + i);

function OptionRow(props: {
  type: "radio" | "checkbox";
  name: string;
  i: number;
  html: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="opt-row">
      <input
        type={props.type}
        name={props.name}
        checked={props.checked}
        onChange={(event) => {
          props.onChange(event.currentTarget.checked);
        }}
      />
      <span className="lm" aria-hidden="true">
        {letter(props.i)}
      </span>
      <span dangerouslySetInnerHTML={{ __html: props.html }} />
    </label>
  );
}

function SingleView({ question, response, onAnswer }: QuestionProps<"single">) {
  const picked = response?.kind === "single" ? response.option : null;
  return (
    <div className="opts">
      {question.options.map((option, i) => (
        <OptionRow
          key={option.id}
          type="radio"
          name={question.id}
          i={i}
          html={option.text}
          checked={picked === option.id}
          onChange={() => {
            onAnswer({ kind: "single", option: option.id });
          }}
        />
      ))}
    </div>
  );
}

function MultipleView({ question, response, onAnswer }: QuestionProps<"multiple">) {
  const picked = response?.kind === "multiple" ? response.options : [];
  return (
    <div className="opts">
      {question.options.map((option, i) => (
        <OptionRow
          key={option.id}
          type="checkbox"
          name={question.id}
          i={i}
          html={option.text}
          checked={picked.includes(option.id)}
          onChange={(checked) => {
            const options = checked ? [...picked, option.id] : picked.filter((id) => id !== option.id);
            onAnswer(options.length === 0 ? null : { kind: "multiple", options });
          }}
        />
      ))}
    </div>
  );
}

function TrueFalseView({ question, response, onAnswer }: QuestionProps<"true-false">) {
  const t = useTranslate();
  const picked = response?.kind === "true-false" ? response.value : null;
  return (
    <div className="opts">
      {([true, false] as const).map((value, i) => (
        <OptionRow
          key={String(value)}
          type="radio"
          name={question.id}
          i={i}
          html={t(value ? "sitting:true" : "sitting:false")}
          checked={picked === value}
          onChange={() => {
            onAnswer({ kind: "true-false", value });
          }}
        />
      ))}
    </div>
  );
}

function NumericView({ question, response, onAnswer }: QuestionProps<"numeric">) {
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
