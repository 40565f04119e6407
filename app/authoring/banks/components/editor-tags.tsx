import { useTranslate } from "../../../i18n/use-translate";
import { SelectField, TextField } from "../../../ui/field";
import { type EditorFields, useEditorField } from "./use-editor";

/** What a question is filed under, and where its fact comes from. */
export function EditorTags({ fields }: { fields: EditorFields }) {
  const t = useTranslate();
  const field = useEditorField(fields);
  const { typed: difficulty, ...difficultyField } = field("difficulty", t("banks:field.difficulty"));
  const { typed: mark, ...markField } = field("mark", t("banks:field.mark"));
  return (
    <fieldset>
      <legend className="label">{t("banks:tags")}</legend>
      <TextField {...field("topic", t("banks:field.topic"), t("banks:hint.topic"))} input={{ maxLength: 80 }} />
      <TextField {...field("outcomes", t("banks:field.outcomes"), t("banks:hint.outcomes"))} />
      <SelectField
        {...difficultyField}
        chosen={difficulty}
        choices={(["1", "2", "3"] as const).map((value) => ({ value, text: t(`banks:difficulty.${value}`) }))}
      />
      <TextField {...field("professions", t("banks:field.professions"), t("banks:hint.professions"))} />
      <TextField {...field("lesson", t("banks:field.lesson"), t("banks:hint.lesson"))} input={{ maxLength: 80 }} />
      <TextField {...field("cite", t("banks:field.source"), t("banks:hint.source"))} input={{ lang: "en" }} />
      <TextField {...field("year", t("banks:field.year"))} input={{ inputMode: "numeric", maxLength: 4 }} />
      <SelectField
        {...markField}
        chosen={mark}
        empty={t("banks:mark.none")}
        choices={(["V", "M"] as const).map((value) => ({ value, text: t(`banks:mark.${value}`) }))}
      />
    </fieldset>
  );
}
