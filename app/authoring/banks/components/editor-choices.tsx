import { useTranslate } from "../../../i18n/use-translate";
import { SelectField, TextArea, TextField } from "../../../ui/field";
import { EditorRows } from "./editor-rows";
import { type EditorFields, useEditorField } from "./use-editor";

/** Options of a single or multiple choice. */
export function EditorChoices({ fields, kind }: { fields: EditorFields; kind: "single" | "multiple" }) {
  const t = useTranslate();
  const field = useEditorField(fields);
  const { typed: rule, ...ruleField } = field("rule", t("banks:field.rule"));
  return (
    <>
      {kind === "single" ? null : (
        <SelectField
          {...ruleField}
          chosen={rule}
          choices={(["penalty", "all-or-nothing", "weights"] as const).map((value) => ({
            value,
            text: t(`banks:rule.${value}`),
          }))}
        />
      )}
      <EditorRows fields={fields} list="options" title={t("banks:field.options")} add={t("banks:row.option")}>
        {(at) => (
          <>
            <div className="two">
              <TextArea {...field(at("text"), t("banks:field.option"))} rows={2} lang="en" />
              <TextArea {...field(at("why"), t("banks:field.why"))} rows={2} lang="en" />
            </div>
            <div className="check">
              <input
                type="checkbox"
                id={at("right")}
                name={at("right")}
                value="yes"
                defaultChecked={fields.typed[at("right")] === "yes"}
              />
              <label htmlFor={at("right")}>{t("banks:key.right")}</label>
            </div>
            <TextField {...field(at("share"), t("banks:field.share"), t(`banks:hint.share.${kind}`))} />
          </>
        )}
      </EditorRows>
    </>
  );
}

export function EditorTrueFalse({ fields }: { fields: EditorFields }) {
  const t = useTranslate();
  const field = useEditorField(fields);
  const { typed: key, ...keyField } = field("key", t("banks:field.statement"));
  return (
    <fieldset>
      <legend className="vh">{t("banks:question.key")}</legend>
      <SelectField
        {...keyField}
        chosen={key}
        empty={t("banks:field.choose")}
        choices={(["true", "false"] as const).map((value) => ({ value, text: t(`banks:key.${value}`) }))}
      />
      <TextArea {...field("whyTrue", t("banks:field.whyTrue"))} rows={2} lang="en" />
      <TextArea {...field("whyFalse", t("banks:field.whyFalse"))} rows={2} lang="en" />
    </fieldset>
  );
}

/** Steps in their right order, or the answers of a scale. */
export function EditorLabels({ fields, kind }: { fields: EditorFields; kind: "ordering" | "likert" }) {
  const t = useTranslate();
  const field = useEditorField(fields);
  const list = kind === "ordering" ? "items" : "scale";
  return (
    <EditorRows fields={fields} list={list} title={t(`banks:field.${list}`)} add={t("banks:row.label")}>
      {(at, i) => <TextField {...field(at("text"), t("banks:edit.row", { number: i + 1 }))} input={{ lang: "en" }} />}
    </EditorRows>
  );
}

export function EditorPairs({ fields }: { fields: EditorFields }) {
  const t = useTranslate();
  const field = useEditorField(fields);
  return (
    <>
      <EditorRows fields={fields} list="pairs" title={t("banks:field.pairs")} add={t("banks:row.pair")}>
        {(at) => (
          <div className="two">
            <TextField {...field(at("text"), t("banks:field.left"))} input={{ lang: "en" }} />
            <TextField {...field(at("right"), t("banks:field.right"))} input={{ lang: "en" }} />
            <input type="hidden" name={at("rightId")} value={fields.typed[at("rightId")] ?? ""} />
          </div>
        )}
      </EditorRows>
      <TextArea
        {...field("distractors", t("banks:field.distractors"), t("banks:hint.distractors"))}
        rows={3}
        lang="en"
      />
    </>
  );
}
