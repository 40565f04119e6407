import { createElement, type ReactNode } from "react";
import type { PublicGap } from "../../../quizzes/engine/present";
import { useTranslate } from "../../i18n/use-translate";
import type { HtmlPart } from "../../markup/html-parts";
import type { QuestionProps } from "./question-props";

/** A text with a field or a list box in each gap. */
export function ClozeView({ question, response, onAnswer }: QuestionProps<"cloze">) {
  const given = new Map(Object.entries(response?.kind === "cloze" ? response.gaps : {}));
  const fill = (id: string, value: string) => {
    given.delete(id);
    if (value !== "") given.set(id, value);
    onAnswer(given.size === 0 ? null : { kind: "cloze", gaps: Object.fromEntries(given) });
  };
  const gapField = (id: string) => {
    const index = question.gaps.findIndex((gap) => gap.id === id);
    const gap = question.gaps[index];
    if (gap === undefined) return null;
    return (
      <GapField
        gap={gap}
        number={index + 1}
        count={question.gaps.length}
        value={given.get(id) ?? ""}
        onFill={(value) => {
          fill(id, value);
        }}
      />
    );
  };
  return <div className="stem read cloze">{partNodes(question.parts, gapField)}</div>;
}

/** Parts never change places, so their number names them. */
function partNodes(parts: readonly HtmlPart[], gapField: (id: string) => ReactNode): ReactNode[] {
  return parts.map((part, i) => {
    const key = String(i);
    if ("text" in part) return part.text;
    if ("gap" in part) return <span key={key}>{gapField(part.gap)}</span>;
    if ("html" in part)
      return createElement(part.tag, { ...part.attributes, key, dangerouslySetInnerHTML: { __html: part.html } });
    return createElement(part.tag, { ...part.attributes, key }, partNodes(part.parts, gapField));
  });
}

interface GapFieldProps {
  readonly gap: PublicGap;
  readonly number: number;
  readonly count: number;
  readonly value: string;
  readonly onFill: (value: string) => void;
}

function GapField({ gap, number, count, value, onFill }: GapFieldProps) {
  const t = useTranslate();
  const label = t("sitting:cloze.gap", { number, count });
  if (gap.kind === "choice") {
    return (
      <select
        className="input gap"
        aria-label={label}
        value={value}
        onChange={(event) => {
          onFill(event.currentTarget.value);
        }}
      >
        <option value="">{t("sitting:cloze.choose")}</option>
        {gap.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      className={gap.kind === "number" ? "input gap num" : "input gap"}
      aria-label={label}
      inputMode={gap.kind === "number" ? "decimal" : "text"}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={gap.kind === "number" ? 40 : 200}
      value={value}
      onChange={(event) => {
        onFill(event.currentTarget.value);
      }}
    />
  );
}
