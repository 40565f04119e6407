import { localeNames, isLocale } from "../../../i18n/locales";
import type { MessageKey } from "../../../i18n/messages";
import { useTranslate } from "../../../i18n/use-translate";
import type { TranslationGroup } from "../translation-views";

export function languageName(language: string): string {
  return isLocale(language) ? localeNames[language] : language;
}

export function translationsPath(societySlug: string, trackSlug: string, place = ""): string {
  return `/society/${societySlug}/tracks/${trackSlug}/translations${place}`;
}

/** What a group is called: "Lesson: Welcome". */
export function useGroupName(): (group: Pick<TranslationGroup, "kind" | "title">) => string {
  const t = useTranslate();
  return ({ kind, title }) => t(`translations:group.${kind}`, { title });
}

/** Names of texts that have a sentence of their own; others are called by their place. */
const named = new Set([
  ...["title", "summary", "audience", "needs", "outcomes", "modules", "qualifications", "interests", "drawings"],
  ...["stem", "explanation", "options", "why", "left", "right", "items", "answers", "gaps", "regions", "labels", "alt"],
  ...["hypothesis", "finding", "scale", "rubric", "model", "mistakes"],
]);

/** What a text is called, and where it stands: ["Title", "welcome"]. */
export function useUnitName(): (id: string) => readonly [name: string, place: string] {
  const t = useTranslate();
  return (id) => {
    const [part, ...path] = id.split(":");
    if (part === "lesson") return [t("translations:unit.lesson"), ""];
    const own = part === "questions" ? path.slice(1) : path;
    const name = own.find((step) => named.has(step)) ?? "title";
    const place = own.filter((step) => step !== name && step !== "lessons" && step !== "authors").join(", ");
    // Every word of the list above has its sentence.
    return [t(`translations:unit.${name}` as MessageKey), place];
  };
}
