import { useTranslate } from "../../../i18n/use-translate";
import { languageName, translationsPath } from "./translation-words";

/** The way back to the track, its translations and a language of them. */
export function TranslationCrumbs(props: {
  societySlug: string;
  trackSlug: string;
  title: string;
  /** Language of the title. */
  titleLanguage: string;
  language?: string;
}) {
  const t = useTranslate();
  const { societySlug, trackSlug, language } = props;
  return (
    <nav aria-label={t("translations:crumbs")}>
      <ol className="crumbs">
        <li>
          <a href={`/society/${societySlug}/tracks/${trackSlug}`} lang={props.titleLanguage}>
            {props.title === "" ? trackSlug : props.title}
          </a>
        </li>
        <li>
          <a href={translationsPath(societySlug, trackSlug)}>{t("translations:title")}</a>
        </li>
        {language === undefined ? null : (
          <li>
            <a href={translationsPath(societySlug, trackSlug, `/${language}`)} lang={language}>
              {languageName(language)}
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
}
