import type { Locale } from "../i18n/locales";
import de from "../i18n/messages/de/lesson-markup.json";
import en from "../i18n/messages/en/lesson-markup.json";
import es from "../i18n/messages/es/lesson-markup.json";
import fr from "../i18n/messages/fr/lesson-markup.json";
import it from "../i18n/messages/it/lesson-markup.json";

/** The few words that rendering adds to a lesson. They are frozen with it, so they are read without the interface's catalogue. */
export type LessonTexts = Readonly<typeof en>;

export const lessonTexts: Readonly<Record<Locale, LessonTexts>> = { en, de, fr, es, it };
