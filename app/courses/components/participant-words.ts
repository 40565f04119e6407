import { isProfession, professionName } from "../../accounts/professions";
import { formatMarks } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { Score } from "../read-participants.server";

/** The words for a profession; one that the list no longer has stands as it was stored. */
export function useProfession(): (profession: string) => string {
  const t = useTranslate();
  return (profession) => (isProfession(profession) ? t(professionName(profession)) : profession);
}

/** "8.5 of 10, passed" */
export function useScore(): (score: Score) => string {
  const t = useTranslate();
  const locale = useLocale();
  return ({ scoreHundredths, maxHundredths, passed }) =>
    t(passed ? "learning:participant.sitting.passed" : "learning:participant.sitting.notPassed", {
      score: formatMarks(locale, scoreHundredths),
      max: formatMarks(locale, maxHundredths),
    });
}
