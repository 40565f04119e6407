import { formatDate } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";

/** Addresses of a society's tracks. */
export function trackPath(societySlug: string, trackSlug?: string, place = ""): string {
  return `/society/${societySlug}/tracks${trackSlug === undefined ? "" : `/${trackSlug}`}${place}`;
}

/** The element's id of a row of the outline: "lesson:dose" as "lesson-dose". */
export function rowId(key: string): string {
  return key.replace(":", "-");
}

/** Which edition a track is in, in words. */
export function useEditionWords(): (edition: { number: number; publishedAt: string } | null) => string {
  const t = useTranslate();
  const locale = useLocale();
  return (edition) =>
    edition === null
      ? t("tracks:state.never")
      : t("tracks:state.edition", { number: edition.number, date: formatDate(locale, edition.publishedAt) });
}
