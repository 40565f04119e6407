import { isLocale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import type { Mail } from "../mail/mail";
import { renderMail } from "../mail/render-mail";
import { absoluteUrl } from "../mail/site-address.server";
import { env } from "../platform/env.server";
import { getTextFor } from "./edition-store.server";
import type { Enrolment } from "./find-enrolment.server";
import { trackProgress } from "./progress";

/** "Your track waits", in the language of the person who gets it. */
export function reminderMail(
  learner: { readonly email: string; readonly locale: string; readonly certificateName: string },
  enrolment: Enrolment,
): Mail {
  const locale = isLocale(learner.locale) ? learner.locale : "en";
  const t = translator(locale);
  const { edition } = enrolment;
  const track = getTextFor(edition.id, enrolment.language).text.title;
  const { doneCount, lessonCount } = trackProgress(edition.manifest, enrolment.states);
  const site = env.SITE_TITLE;
  const society = edition.society.name;
  return renderMail({
    to: learner.email,
    locale,
    subject: t("mail:reminder.subject", { track }),
    blocks: [
      t("mail:greeting", { name: learner.certificateName }),
      t("mail:reminder.text", { track, society, site }),
      t("mail:reminder.progress", { done: doneCount, count: lessonCount }),
      { label: t("mail:reminder.link"), href: absoluteUrl(`/learn/${edition.trackSlug}`) },
      t("mail:reminder.end", { society }),
    ],
    foot: t("mail:foot", { site, address: absoluteUrl("/") }),
  });
}
