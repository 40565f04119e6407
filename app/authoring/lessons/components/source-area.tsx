import { useTranslate } from "../../../i18n/use-translate";

/** The Markdown itself. */
export function SourceArea({
  text,
  language,
  onText,
  onBlur,
}: {
  text: string;
  language: string;
  onText: (text: string) => void;
  onBlur: () => void;
}) {
  const t = useTranslate();
  return (
    <div className="field">
      <label htmlFor="content">{t("lessonEditor:source.label")}</label>
      <span className="hint" id="content-hint">
        {t("lessonEditor:source.hint")}
      </span>
      <textarea
        id="content"
        className="input area"
        rows={24}
        lang={language}
        aria-describedby="content-hint"
        defaultValue={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onBlur={onBlur}
      />
    </div>
  );
}
