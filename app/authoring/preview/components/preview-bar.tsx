import { localeNames } from "../../../i18n/locales";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { languageName } from "../../../i18n/format-list";
import type { PreviewBar as Bar } from "../read-preview.server";

/** Over every page of a preview: what this is, the languages, and the way back to where it is written. */
export function PreviewBar({ bar, lessonId }: { bar: Bar; lessonId: string | null }) {
  const t = useTranslate();
  const locale = useLocale();
  const { track, languages, untranslated } = bar;
  const here = lessonId === null ? `${track}/preview` : `${track}/preview/${lessonId}`;
  return (
    <section className="page preview-bar" aria-label={t("preview:label")}>
      <div className="note tint">
        <p className="title">{t("preview:title")}</p>
        <p className="row">
          <a href={lessonId === null ? track : `${track}/lessons/${lessonId}`}>
            {t(lessonId === null ? "preview:back.track" : "preview:back.lesson")}
          </a>
          <a href={`${track}/review`}>{t("preview:back.review")}</a>
        </p>
        {languages.length < 2 ? null : (
          <nav aria-label={t("preview:languages")}>
            <ul className="row preview-languages">
              {languages.map((language, at) => (
                <li key={language}>
                  <a
                    href={at === 0 ? here : `${here}?language=${language}`}
                    lang={language}
                    aria-current={language === bar.language ? "page" : undefined}
                  >
                    {localeNames[language]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {untranslated === null ? null : (
          <p>
            {t("preview:untranslated", {
              mark: `[${untranslated.toUpperCase()}]`,
              language: languageName(locale, untranslated),
            })}
          </p>
        )}
      </div>
    </section>
  );
}
