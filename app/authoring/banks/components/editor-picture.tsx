import { useTranslate } from "../../../i18n/use-translate";
import { TextField } from "../../../ui/field";
import { type EditorFields, useEditorField } from "./use-editor";

/** The choice of a picture's file. */
export function PictureFile({ fields, hint }: { fields: EditorFields; hint: string }) {
  const t = useTranslate();
  const { error } = useEditorField(fields)("file", "");
  return (
    <div className={error === undefined ? "field" : "field bad"}>
      <label htmlFor="file">{t("banks:field.file")}</label>
      <span className="hint" id="file-hint">
        {hint}
      </span>
      {error === undefined ? null : (
        <p className="err" id="file-error">
          {error}
        </p>
      )}
      <input
        className="input"
        type="file"
        id="file"
        name="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-describedby={error === undefined ? "file-hint" : "file-hint file-error"}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}

/** The picture that a question is about: what is there, another file, and the text for people who don't see it. */
export function PictureFields({ fields }: { fields: EditorFields }) {
  const t = useTranslate();
  const field = useEditorField(fields);
  const { typed } = fields;
  const name = typed["picture"] ?? "";
  return (
    <>
      {["picture", "width", "height"].map((hidden) => (
        <input key={hidden} type="hidden" name={hidden} value={typed[hidden] ?? ""} />
      ))}
      {name === "" ? null : (
        <figure>
          <img className="editor-picture" src={`/pictures/${name}`} alt={typed["alt"] ?? ""} lang="en" />
          <figcaption>{`${typed["width"] ?? ""} × ${typed["height"] ?? ""}`}</figcaption>
        </figure>
      )}
      <PictureFile fields={fields} hint={t(name === "" ? "banks:hint.picture" : "banks:hint.picture.replace")} />
      <TextField {...field("alt", t("banks:field.alt"), t("banks:hint.alt"))} input={{ lang: "en" }} />
      <TextField {...field("windowCenter", t("banks:field.windowCenter"), t("banks:hint.window"))} />
      <TextField {...field("windowWidth", t("banks:field.windowWidth"))} />
    </>
  );
}
