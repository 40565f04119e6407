import { useTranslate } from "../../../i18n/use-translate";
import { CheckField, TextArea, TextField } from "../../../ui/field";
import { type EditorFields, useEditorField } from "./use-editor";

/** A number and its unit, or a formula and its variables. */
export function EditorNumbers({ fields, kind }: { fields: EditorFields; kind: "numeric" | "calculated" }) {
  const t = useTranslate();
  const field = useEditorField(fields);
  return (
    <fieldset>
      <legend className="label">{t("banks:question.key")}</legend>
      {kind === "numeric" ? (
        <TextField {...field("value", t("banks:field.value"))} input={{ inputMode: "decimal" }} />
      ) : (
        <>
          <TextArea {...field("variables", t("banks:field.variables"), t("banks:hint.variables"))} rows={4} />
          <TextArea {...field("rows", t("banks:field.rows"), t("banks:hint.rows"))} rows={3} />
          <TextField {...field("formula", t("banks:field.formula"), t("banks:hint.formula"))} />
          <TextField {...field("decimals", t("banks:field.decimals"))} input={{ inputMode: "numeric" }} />
        </>
      )}
      <TextField {...field("unit", t("banks:field.unit"), t("banks:hint.unit"))} />
      <TextField {...field("tolerance", t("banks:field.tolerance"), t("banks:hint.tolerance"))} />
      <TextField {...field("units", t("banks:field.units"), t("banks:hint.units"))} />
      <TextArea
        {...field("mistakes", t("banks:field.mistakes"), t(`banks:hint.mistakes.${kind}`))}
        rows={4}
        lang="en"
      />
    </fieldset>
  );
}

/** Kinds whose parts are typed as lines; the hint above each field shows how. */
export function EditorLines({
  fields,
  kind,
}: {
  fields: EditorFields;
  kind: "short-text" | "cloze" | "hotspot" | "labelling" | "essay";
}) {
  const t = useTranslate();
  const field = useEditorField(fields);
  switch (kind) {
    case "short-text":
      return (
        <>
          <TextArea {...field("answers", t("banks:field.answers"), t("banks:hint.answers"))} rows={5} lang="en" />
          {(["caseSensitive", "ignoreAccents"] as const).map((name) => (
            <CheckField
              key={name}
              name={name}
              label={t(`banks:field.${name}`)}
              checked={fields.typed[name] === "yes"}
            />
          ))}
        </>
      );
    case "cloze":
      return <TextArea {...field("gaps", t("banks:field.gaps"), t("banks:hint.gaps"))} rows={12} lang="en" />;
    case "hotspot":
      return <TextArea {...field("regions", t("banks:field.regions"), t("banks:hint.regions"))} rows={6} lang="en" />;
    case "labelling":
      return (
        <>
          <TextArea {...field("labels", t("banks:field.labels"), t("banks:hint.labels"))} rows={5} lang="en" />
          <TextArea {...field("places", t("banks:field.places"), t("banks:hint.places"))} rows={5} lang="en" />
        </>
      );
    case "essay":
      return (
        <>
          <TextArea {...field("rubric", t("banks:field.rubric"), t("banks:hint.rubric"))} rows={8} lang="en" />
          <TextField {...field("minWords", t("banks:field.minWords"))} input={{ inputMode: "numeric" }} />
          <TextField {...field("maxWords", t("banks:field.maxWords"))} input={{ inputMode: "numeric" }} />
          <TextArea {...field("model", t("banks:field.model"))} rows={4} lang="en" />
        </>
      );
  }
}

/** A case, what one thinks of, what one then finds, and what the panel said. */
export function EditorPanel({ fields }: { fields: EditorFields }) {
  const t = useTranslate();
  const field = useEditorField(fields);
  const answers = ["-2", "-1", "0", "1", "2"] as const;
  return (
    <>
      <TextField {...field("hypothesis", t("banks:field.hypothesis"))} input={{ lang: "en" }} />
      <TextField {...field("finding", t("banks:field.finding"))} input={{ lang: "en" }} />
      <fieldset id="panel">
        <legend className="label">{t("banks:field.panel")}</legend>
        {answers.map((answer, i) => (
          <TextField
            key={answer}
            {...field(`panel.${String(i)}`, t(`banks:concordance.${answer}`))}
            error={i === 0 ? field("panel", "").error : undefined}
            input={{ inputMode: "numeric", maxLength: 5 }}
          />
        ))}
      </fieldset>
    </>
  );
}
