import { useTranslate } from "../../i18n/use-translate";
import type { QuestionProps } from "./question-props";

/** Each statement with a list box of partners: works by mouse, touch, keyboard and screen reader alike. */
export function MatchingView({ question, response, onAnswer }: QuestionProps<"matching">) {
  const t = useTranslate();
  const pairs = response?.kind === "matching" ? response.pairs : {};
  const choose = (left: string, right: string) => {
    const others = Object.fromEntries(Object.entries(pairs).filter(([id]) => id !== left));
    const next = right === "" ? others : { ...others, [left]: right };
    onAnswer(Object.keys(next).length === 0 ? null : { kind: "matching", pairs: next });
  };
  return (
    <ul className="match">
      {question.left.map((label) => (
        <li key={label.id}>
          <span id={`${question.id}-${label.id}`} dangerouslySetInnerHTML={{ __html: label.text }} />
          <select
            className="input"
            aria-labelledby={`${question.id}-${label.id}`}
            value={pairs[label.id] ?? ""}
            onChange={(event) => {
              choose(label.id, event.currentTarget.value);
            }}
          >
            <option value="">{t("sitting:matching.choose")}</option>
            {question.right.map((partner) => (
              <option key={partner.id} value={partner.id}>
                {partner.text}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}
