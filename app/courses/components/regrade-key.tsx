import type { KeyForm, QuestionToRule } from "../../assessments/regrade-form.server";
import { useTranslate } from "../../i18n/use-translate";

/** The key that is proposed, in words. */
export function RegradeKey({ question }: { question: QuestionToRule }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="proposed-key" className="stack">
      <h2 id="proposed-key">{t("regrade:key.proposed")}</h2>
      <ShownKey form={question.key} />
    </section>
  );
}

function ShownKey({ form }: { form: KeyForm }) {
  const t = useTranslate();
  switch (form.kind) {
    case "single":
    case "multiple":
      return (
        <ul lang="en">
          {form.choices
            .filter(({ isKey }) => isKey)
            .map(({ id, html }) => (
              <li key={id} dangerouslySetInnerHTML={{ __html: html }} />
            ))}
        </ul>
      );
    case "true-false":
      return <p>{t(form.key ? "sitting:true" : "sitting:false")}</p>;
    case "numeric":
      return <p>{numberText(form)}</p>;
    case "matching":
      return (
        <ul lang="en">
          {form.left.map(({ id, text, key }) => (
            <li key={id}>
              {text}: {form.right.find((label) => label.id === key)?.text}
            </li>
          ))}
        </ul>
      );
    case "ordering":
      return (
        <ol lang="en">
          {form.key.map((id) => (
            <li key={id}>{form.items.find((item) => item.id === id)?.text}</li>
          ))}
        </ol>
      );
    case "short-text":
      return (
        <p className="said" lang="en">
          {form.answers}
        </p>
      );
    case "json":
      return (
        <pre className="said" lang="en">
          {form.corrected}
        </pre>
      );
  }
}

function numberText({ value, unit, tolerance, toleranceKind }: Extract<KeyForm, { kind: "numeric" }>): string {
  return `${value} ${unit} ± ${tolerance} ${toleranceKind === "percent" ? "%" : unit}`;
}
