import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";

/** A day in words; in a preview also that none is chosen yet. */
export function useDay(): (day: string) => string {
  const t = useTranslate();
  const locale = useLocale();
  return (day) => (day === "" ? t("preview:missing.day") : formatDate(locale, day));
}
