import { isLocale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import type { Mail } from "../mail/mail";
import { renderMail } from "../mail/render-mail";
import { absoluteUrl } from "../mail/site-address.server";
import { env } from "../platform/env.server";
import { getEdition, getTextFor } from "./edition-store.server";

/** "A track that you took was corrected", in the language of the person who gets it. The note stands as its author wrote it. */
export function correctionMail(
  learner: { readonly email: string; readonly locale: string; readonly certificateName: string },
  correction: { readonly editionId: string; readonly note: string; readonly language: string },
): Mail {
  const locale = isLocale(learner.locale) ? learner.locale : "en";
  const t = translator(locale);
  const { society, trackSlug } = getEdition(correction.editionId);
  const track = getTextFor(correction.editionId, correction.language).text.title;
  const site = env.SITE_TITLE;
  return renderMail({
    to: learner.email,
    locale,
    subject: t("mail:correction.subject", { track }),
    blocks: [
      t("mail:greeting", { name: learner.certificateName }),
      t("mail:correction.text", { track, society: society.name, site }),
      ...(correction.note === "" ? [] : [t("mail:correction.note", { note: correction.note })]),
      { label: t("mail:correction.link"), href: absoluteUrl(`/tracks/${trackSlug}`) },
      t("mail:correction.end"),
    ],
    foot: t("mail:foot", { site, address: absoluteUrl("/") }),
  });
}
