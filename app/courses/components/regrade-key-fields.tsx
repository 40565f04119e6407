import type { KeyForm, QuestionToRule } from "../../assessments/regrade-form.server";
import { useTranslate } from "../../i18n/use-translate";
import { SelectField, TextArea, TextField } from "../../ui/field";

type Of<K extends KeyForm["kind"]> = Extract<KeyForm, { kind: K }>;
type Typed = Readonly<Record<string, string>>;

/** The key as fields, and what is said about it after the sitting. */
export function RegradeKeyFields({ question, typed }: { question: QuestionToRule; typed: Typed }) {
  const t = useTranslate();
  return (
    <>
      <KeyFields form={question.key} typed={typed} />
      {question.key.kind === "json" ? null : (
        <TextArea
          name="explanation"
          label={t("regrade:explanation")}
          hint={t("regrade:explanation.hint")}
          typed={typed["explanation"] ?? question.explanation}
          rows={4}
          lang="en"
        />
      )}
    </>
  );
}

function KeyFields({ form, typed }: { form: KeyForm; typed: Typed }) {
  switch (form.kind) {
    case "single":
    case "multiple":
      return <Choices form={form} />;
    case "true-false":
      return <TrueFalse form={form} />;
    case "numeric":
      return <NumberKey form={form} typed={typed} />;
    case "matching":
      return <Pairs form={form} />;
    case "ordering":
      return <Positions form={form} />;
    case "short-text":
      return <Answers form={form} typed={typed} />;
    case "json":
      return <WholeQuestion form={form} typed={typed} />;
  }
}

function Choices({ form }: { form: Of<"single" | "multiple"> }) {
  const t = useTranslate();
  return (
    <fieldset className="field">
      <legend>{t(form.kind === "single" ? "regrade:key.single" : "regrade:key.multiple")}</legend>
      {form.choices.map(({ id, html, isKey }) => (
        <label key={id} className="check">
          <input
            type={form.kind === "single" ? "radio" : "checkbox"}
            name="key"
            value={id}
            defaultChecked={isKey}
            aria-labelledby={`choice-${id}`}
          />
          <span id={`choice-${id}`} lang="en" dangerouslySetInnerHTML={{ __html: html }} />
        </label>
      ))}
    </fieldset>
  );
}

function TrueFalse({ form }: { form: Of<"true-false"> }) {
  const t = useTranslate();
  return (
    <fieldset className="field">
      <legend>{t("regrade:key.single")}</legend>
      {(["true", "false"] as const).map((value) => (
        <label key={value} className="check">
          <input type="radio" name="key" value={value} defaultChecked={String(form.key) === value} />
          <span>{t(`sitting:${value}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function NumberKey({ form, typed }: { form: Of<"numeric">; typed: Typed }) {
  const t = useTranslate();
  const decimal = { inputMode: "decimal", maxLength: 40 } as const;
  return (
    <>
      <TextField name="value" label={t("regrade:key.value")} typed={typed["value"] ?? form.value} input={decimal} />
      <SelectField
        name="unit"
        label={t("regrade:key.unit")}
        chosen={typed["unit"] ?? form.unit}
        choices={form.units.map((unit) => ({ value: unit, text: unit }))}
      />
      <TextField
        name="tolerance"
        label={t("regrade:key.tolerance")}
        typed={typed["tolerance"] ?? form.tolerance}
        input={decimal}
      />
      <SelectField
        name="toleranceKind"
        label={t("regrade:key.toleranceKind")}
        chosen={typed["toleranceKind"] ?? form.toleranceKind}
        choices={[
          { value: "percent", text: t("regrade:key.percent") },
          { value: "absolute", text: t("regrade:key.absolute") },
        ]}
      />
    </>
  );
}

function Pairs({ form }: { form: Of<"matching"> }) {
  return form.left.map(({ id, text, key }) => (
    <SelectField
      key={id}
      name={`pair.${id}`}
      label={<span lang="en">{text}</span>}
      chosen={key}
      choices={form.right.map((label) => ({ value: label.id, text: label.text, lang: "en" }))}
    />
  ));
}

function Positions({ form }: { form: Of<"ordering"> }) {
  const t = useTranslate();
  return form.key.map((key, i) => (
    <SelectField
      key={key}
      name={`position.${String(i)}`}
      label={t("regrade:key.position", { number: i + 1 })}
      chosen={key}
      choices={form.items.map((item) => ({ value: item.id, text: item.text, lang: "en" }))}
    />
  ));
}

function Answers({ form, typed }: { form: Of<"short-text">; typed: Typed }) {
  const t = useTranslate();
  return (
    <TextArea
      name="answers"
      label={t("regrade:key.answers")}
      hint={t("regrade:key.answers.hint")}
      typed={typed["answers"] ?? form.answers}
      rows={6}
      lang="en"
    />
  );
}

function WholeQuestion({ form, typed }: { form: Of<"json">; typed: Typed }) {
  const t = useTranslate();
  return (
    <TextArea
      name="corrected"
      label={t("regrade:key.json")}
      hint={t("regrade:key.json.hint")}
      typed={typed["corrected"] ?? form.corrected}
      rows={24}
      lang="en"
    />
  );
}
