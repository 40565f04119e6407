import type { SocietyRole } from "../auth/roles";
import { formatDate } from "../i18n/format";
import type { Locale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import type { Mail } from "../mail/mail";
import { renderMail } from "../mail/render-mail";
import { absoluteUrl } from "../mail/site-address.server";
import { env } from "../platform/env.server";

/** "Work for our society", in the language that the inviting person chose. */
export function invitationMail(invitation: {
  readonly email: string;
  readonly role: SocietyRole;
  readonly language: Locale;
  readonly society: { readonly name: string };
  readonly expiresAt: Date;
  readonly secret: string;
}): Mail {
  const { email, role, language, expiresAt, secret } = invitation;
  const t = translator(language);
  const site = env.SITE_TITLE;
  const society = invitation.society.name;
  return renderMail({
    to: email,
    locale: language,
    subject: t("societies:mail.subject", { society, site }),
    blocks: [
      t("societies:mail.text", { society, site, role: t(`societies:role.${role}`) }),
      t(`societies:role.${role}.text`),
      { label: t("societies:mail.link"), href: absoluteUrl(`/invitation/${secret}`) },
      t("societies:mail.end", { date: formatDate(language, expiresAt.toISOString()) }),
    ],
    foot: t("societies:mail.foot", { site, address: absoluteUrl("/"), society }),
  });
}
