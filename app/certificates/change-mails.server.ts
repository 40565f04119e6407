import { isLocale } from "../i18n/locales";
import { translator, type Translate } from "../i18n/translate";
import type { Mail } from "../mail/mail";
import { type MailBlock, renderMail } from "../mail/render-mail";
import { absoluteUrl } from "../mail/site-address.server";
import { env } from "../platform/env.server";
import type { CertificateFacts } from "./facts";

interface Addressee {
  readonly email: string;
  readonly locale: string;
  readonly certificateName: string;
}

/** "Your certificate was replaced", in the language of the holder. */
export function supersededMail(
  holder: Addressee,
  { facts, replaced, reason }: { readonly facts: CertificateFacts; readonly replaced: string; readonly reason: string },
): Mail {
  return mailTo(holder, facts, "mail:certificateReplaced.subject", (t) => [
    t("mail:certificateReplaced.text", { track: facts.trackTitle, replaced, number: facts.number }),
    t("mail:certificate.reason", { reason }),
    t("mail:certificateReplaced.old"),
    { label: t("certificates:mail.download"), href: absoluteUrl("/my/certificates") },
    { label: t("certificates:mail.check"), href: facts.verifyUrl },
    t("mail:certificate.end"),
  ]);
}

/** "Your certificate was revoked", in the language of the holder, with the reason that the check page gives. */
export function revokedMail(holder: Addressee, facts: CertificateFacts, reason: string): Mail {
  return mailTo(holder, facts, "mail:certificateRevoked.subject", (t) => [
    t("mail:certificateRevoked.text", { track: facts.trackTitle, number: facts.number }),
    t("mail:certificate.reason", { reason }),
    t("mail:certificateRevoked.page"),
    { label: t("certificates:mail.check"), href: absoluteUrl(`/verify/${facts.number}`) },
    t("mail:certificate.end"),
  ]);
}

function mailTo(
  holder: Addressee,
  facts: CertificateFacts,
  subject: "mail:certificateReplaced.subject" | "mail:certificateRevoked.subject",
  body: (t: Translate) => MailBlock[],
): Mail {
  const locale = isLocale(holder.locale) ? holder.locale : "en";
  const t = translator(locale);
  return renderMail({
    to: holder.email,
    locale,
    subject: t(subject, { track: facts.trackTitle }),
    blocks: [t("mail:greeting", { name: holder.certificateName }), ...body(t)],
    foot: t("mail:foot", { site: env.SITE_TITLE, address: absoluteUrl("/") }),
  });
}
