import type { Kind } from "../../../../quizzes/engine/model";
import { useTranslate } from "../../../i18n/use-translate";
import { TextArea, TextField } from "../../../ui/field";
import { PictureFile } from "./editor-picture";
import { type EditorFields, useEditorField } from "./use-editor";

/** What every question has: its text and what is said about it afterwards. */
export function EditorBase({ fields, kind }: { fields: EditorFields; kind: Kind }) {
  const t = useTranslate();
  const field = useEditorField(fields);
  const isAboutPicture = kind === "hotspot" || kind === "labelling";
  return (
    <fieldset>
      <legend className="vh">{t("banks:edit.text")}</legend>
      <TextArea {...field("stem", t("banks:field.stem"), t("banks:hint.stem"))} rows={5} lang="en" />
      {kind === "cloze" ? <p className="hint">{t("banks:hint.cloze")}</p> : null}
      {kind === "calculated" ? <p className="hint">{t("banks:hint.calculated")}</p> : null}
      {isAboutPicture ? null : (
        <details open={fields.faults.some(({ field: name }) => name === "file" || name === "pictureAlt")}>
          <summary>{t("banks:edit.picture")}</summary>
          <div className="form">
            <PictureFile fields={fields} hint={t("banks:hint.picture")} />
            <TextField {...field("pictureAlt", t("banks:field.alt"), t("banks:hint.alt"))} input={{ lang: "en" }} />
          </div>
        </details>
      )}
      <TextArea
        {...field("explanation", t("banks:field.explanation"), t("banks:hint.explanation"))}
        rows={4}
        lang="en"
      />
    </fieldset>
  );
}
