import { isLocale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import type { Mail } from "../mail/mail";
import { renderMail } from "../mail/render-mail";
import { absoluteUrl } from "../mail/site-address.server";
import { env } from "../platform/env.server";
import type { CertificateFacts } from "./facts";

/** "Your certificate is ready", in the language of the person who gets it. */
export function readyMail(
  holder: { readonly email: string; readonly locale: string; readonly certificateName: string },
  facts: CertificateFacts,
): Mail {
  const locale = isLocale(holder.locale) ? holder.locale : "en";
  const t = translator(locale);
  const site = env.SITE_TITLE;
  return renderMail({
    to: holder.email,
    locale,
    subject: t("certificates:mail.subject", { track: facts.trackTitle }),
    blocks: [
      t("mail:greeting", { name: holder.certificateName }),
      t("certificates:mail.text", { track: facts.trackTitle, number: facts.number, site }),
      { label: t("certificates:mail.download"), href: absoluteUrl("/my/certificates") },
      { label: t("certificates:mail.check"), href: facts.verifyUrl },
      t("certificates:mail.end"),
    ],
    foot: t("mail:foot", { site, address: absoluteUrl("/") }),
  });
}
