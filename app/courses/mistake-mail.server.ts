import { isLocale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import type { Mail } from "../mail/mail";
import { renderMail } from "../mail/render-mail";
import { absoluteUrl } from "../mail/site-address.server";
import { env } from "../platform/env.server";
import { getEdition, getTextFor } from "./edition-store.server";

/** "Your report was dealt with", in the language of the person who wrote it, with the words that they reported. */
export function mistakeMail(
  reporter: { readonly email: string; readonly locale: string; readonly certificateName: string },
  report: { readonly editionId: string; readonly lessonId: string; readonly text: string },
): Mail {
  const locale = isLocale(reporter.locale) ? reporter.locale : "en";
  const t = translator(locale);
  const { society, trackSlug } = getEdition(report.editionId);
  const { text } = getTextFor(report.editionId, locale);
  const names = { lesson: text.lessons[report.lessonId]?.title ?? report.lessonId, track: text.title };
  return renderMail({
    to: reporter.email,
    locale,
    subject: t("mail:mistake.subject", names),
    blocks: [
      t("mail:greeting", { name: reporter.certificateName }),
      t("mail:mistake.text", { ...names, society: society.name }),
      t("mail:mistake.said", { text: report.text }),
      { label: t("mail:mistake.link"), href: absoluteUrl(`/learn/${trackSlug}/${report.lessonId}`) },
      t("mail:mistake.end"),
    ],
    foot: t("mail:foot", { site: env.SITE_TITLE, address: absoluteUrl("/") }),
  });
}
