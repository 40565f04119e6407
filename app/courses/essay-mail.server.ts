import { isLocale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import type { Mail } from "../mail/mail";
import { renderMail } from "../mail/render-mail";
import { absoluteUrl } from "../mail/site-address.server";
import { env } from "../platform/env.server";
import { getTextFor } from "./edition-store.server";
import type { Enrolment } from "./find-enrolment.server";

/** "Your essay is marked", in the language of the person who gets it. The result itself stays on the site. */
export function essayMail(
  learner: { readonly email: string; readonly locale: string; readonly certificateName: string },
  { edition, language }: Enrolment,
  sitting: { readonly lessonId: string; readonly number: number },
): Mail {
  const locale = isLocale(learner.locale) ? learner.locale : "en";
  const t = translator(locale);
  const { text } = getTextFor(edition.id, language);
  const names = { lesson: text.lessons[sitting.lessonId]?.title ?? sitting.lessonId, track: text.title };
  const { name: society } = edition.society;
  const href = absoluteUrl(`/learn/${edition.trackSlug}/${sitting.lessonId}/result/${String(sitting.number)}`);
  return renderMail({
    to: learner.email,
    locale,
    subject: t("regrade:mail.subject", names),
    blocks: [
      t("mail:greeting", { name: learner.certificateName }),
      t("regrade:mail.text", { ...names, society }),
      { label: t("regrade:mail.link"), href },
    ],
    foot: t("mail:foot", { site: env.SITE_TITLE, address: absoluteUrl("/") }),
  });
}
