import type { Concordance } from "../../../quizzes/engine/model";
import { useTranslate } from "../../i18n/use-translate";
import type { QuestionProps } from "./question-props";

/** Kinds that are answered by choosing among options that all stand there. */

const letter = (i: number) => String.fromCharCode(65 + i);

interface OptionRowProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  /** What stands in the box before the option; may be empty. */
  readonly mark: string;
  readonly html: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function OptionRow({ type, name, mark, html, checked, onChange }: OptionRowProps) {
  return (
    <label className="opt-row">
      <input
        type={type}
        name={name}
        checked={checked}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      <span className="lm" aria-hidden="true">
        {mark}
      </span>
      <span dangerouslySetInnerHTML={{ __html: html }} />
    </label>
  );
}

export function SingleView({ question, response, onAnswer }: QuestionProps<"single">) {
  const picked = response?.kind === "single" ? response.option : null;
  return (
    <div className="opts">
      {question.options.map((option, i) => (
        <OptionRow
          key={option.id}
          type="radio"
          name={question.id}
          mark={letter(i)}
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

export function MultipleView({ question, response, onAnswer }: QuestionProps<"multiple">) {
  const picked = response?.kind === "multiple" ? response.options : [];
  return (
    <div className="opts">
      {question.options.map((option, i) => (
        <OptionRow
          key={option.id}
          type="checkbox"
          name={question.id}
          mark={letter(i)}
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

export function TrueFalseView({ question, response, onAnswer }: QuestionProps<"true-false">) {
  const t = useTranslate();
  const picked = response?.kind === "true-false" ? response.value : null;
  return (
    <div className="opts">
      {([true, false] as const).map((value, i) => (
        <OptionRow
          key={String(value)}
          type="radio"
          name={question.id}
          mark={letter(i)}
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

/** A rating: the steps stand in their order and have no letters, because none is better than another. */
export function LikertView({ question, response, onAnswer }: QuestionProps<"likert">) {
  const picked = response?.kind === "likert" ? response.option : null;
  return (
    <div className="opts scale-opts">
      {question.scale.map((step) => (
        <OptionRow
          key={step.id}
          type="radio"
          name={question.id}
          mark=""
          html={step.text}
          checked={picked === step.id}
          onChange={() => {
            onAnswer({ kind: "likert", option: step.id });
          }}
        />
      ))}
    </div>
  );
}

const concordances: readonly Concordance[] = [-2, -1, 0, 1, 2];

/** "You are thinking of … Then you find … Your idea becomes": five steps from much less to much more likely. */
export function ConcordanceView({ question, response, onAnswer }: QuestionProps<"script-concordance">) {
  const t = useTranslate();
  const picked = response?.kind === "script-concordance" ? response.value : null;
  return (
    <>
      <dl className="script read">
        <dt>{t("sitting:concordance.hypothesis")}</dt>
        <dd dangerouslySetInnerHTML={{ __html: question.hypothesis }} />
        <dt>{t("sitting:concordance.finding")}</dt>
        <dd dangerouslySetInnerHTML={{ __html: question.finding }} />
      </dl>
      <div className="opts scale-opts" role="radiogroup" aria-labelledby={`${question.id}-becomes`}>
        <p className="label" id={`${question.id}-becomes`}>
          {t("sitting:concordance.question")}
        </p>
        {concordances.map((value) => (
          <OptionRow
            key={value}
            type="radio"
            name={question.id}
            mark={value > 0 ? `+${String(value)}` : String(value).replace("-", "−")}
            html={t(`sitting:concordance.${value}`)}
            checked={picked === value}
            onChange={() => {
              onAnswer({ kind: "script-concordance", value });
            }}
          />
        ))}
      </div>
    </>
  );
}
