import { useTranslate } from "../../../i18n/use-translate";
import { TrackTop } from "../../workspace/components/track-top";
import { languageName, translationsPath } from "./translation-words";

interface TranslationPlace {
  readonly societySlug: string;
  readonly trackSlug: string;
  readonly title: string;
  readonly sourceLanguage: string;
  readonly language: string;
}

/** Heads the pages of one language of a track. @param withLanguage the page lies behind that language's own */
export function TranslationTop({ place, withLanguage = false }: { place: TranslationPlace; withLanguage?: boolean }) {
  const t = useTranslate();
  const { societySlug, trackSlug, language } = place;
  const all = { href: translationsPath(societySlug, trackSlug), text: t("translations:title") };
  const one = {
    href: translationsPath(societySlug, trackSlug, `/${language}`),
    text: languageName(language),
    lang: language,
  };
  return (
    <TrackTop
      title={place.title || trackSlug}
      language={place.sourceLanguage}
      within={withLanguage ? [all, one] : [all]}
    />
  );
}
