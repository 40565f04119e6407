import { formatMoment } from "../i18n/format";
import { isLocale } from "../i18n/locales";
import { type Translate, translator } from "../i18n/translate";
import type { Mail } from "../mail/mail";
import { type MailBlock, renderMail } from "../mail/render-mail";
import { absoluteUrl } from "../mail/site-address.server";
import { env } from "../platform/env.server";

/** Mails about accounts, in the language of the person who gets them. */

export interface MailReader {
  readonly email: string;
  readonly locale: string;
  readonly certificateName: string;
  readonly emailVerifiedAt: Date | null;
}

interface Draft {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

function compose(reader: MailReader, to: string, draft: (t: Translate, site: string) => Draft): Mail {
  const locale = isLocale(reader.locale) ? reader.locale : "en";
  const t = translator(locale);
  const { subject, blocks } = draft(t, env.SITE_TITLE);
  return renderMail({
    to,
    locale,
    subject,
    blocks: [greeting(t, reader, to), ...blocks],
    foot: t("mail:foot", { site: env.SITE_TITLE, address: absoluteUrl("/") }),
  });
}

/** A name that somebody typed beside an address goes to that address only once it is proved: it may be an advertisement. */
function greeting(t: Translate, reader: MailReader, to: string): string {
  const isProved = reader.emailVerifiedAt !== null && to === reader.email;
  return isProved ? t("mail:greeting", { name: reader.certificateName }) : t("mail:greetingPlain");
}

const link = (label: string, path: string): MailBlock => ({ label, href: absoluteUrl(path) });
const verifyPath = (secret: string, next: string) =>
  `/verify-email/${secret}${next === "" ? "" : `?next=${encodeURIComponent(next)}`}`;

/** "Confirm this address": after a sign-up, and on request. */
export function verifyMail(reader: MailReader, input: { secret: string; next: string }): Mail {
  return compose(reader, reader.email, (t, site) => ({
    subject: t("mail:verify.subject", { site }),
    blocks: [
      t("mail:verify.text", { site }),
      link(t("mail:verify.link"), verifyPath(input.secret, input.next)),
      t("mail:verify.end"),
    ],
  }));
}

/**
 * Somebody signed up with an address that has an account. Where that account still waits for its confirmation, its
 * password may be a stranger's: `resetSecret` lets the owner of the address choose one.
 */
export function knownAddressMail(reader: MailReader, input: { resetSecret: string | null }): Mail {
  return compose(reader, reader.email, (t, site) => ({
    subject: t("mail:known.subject", { site }),
    blocks: [
      t("mail:known.text", { site }),
      ...(input.resetSecret === null
        ? [link(t("mail:known.signIn"), "/sign-in"), link(t("mail:known.forgot"), "/forgot-password")]
        : [t("mail:known.unproved"), link(t("mail:reset.link"), `/reset-password/${input.resetSecret}`)]),
      t("mail:known.end"),
    ],
  }));
}

export function resetMail(reader: MailReader, input: { secret: string }): Mail {
  return compose(reader, reader.email, (t, site) => ({
    subject: t("mail:reset.subject", { site }),
    blocks: [
      t("mail:reset.text", { site }),
      link(t("mail:reset.link"), `/reset-password/${input.secret}`),
      t("mail:reset.end"),
    ],
  }));
}

export function passwordChangedMail(reader: MailReader & { readonly timeZone: string }, now: Date): Mail {
  const locale = isLocale(reader.locale) ? reader.locale : "en";
  return compose(reader, reader.email, (t, site) => ({
    subject: t("mail:changed.subject", { site }),
    blocks: [
      t("mail:changed.text", { site, moment: formatMoment(locale, now.toISOString(), reader.timeZone) }),
      link(t("mail:known.forgot"), "/forgot-password"),
    ],
  }));
}

/** To the old address: agree to the change. */
export function changeOldMail(reader: MailReader, input: { secret: string; newEmail: string }): Mail {
  return compose(reader, reader.email, (t, site) => ({
    subject: t("mail:change.subject", { site }),
    blocks: [
      t("mail:changeOld.text", { site, email: input.newEmail }),
      link(t("mail:changeOld.link"), `/change-email/${input.secret}`),
      t("mail:changeOld.end"),
    ],
  }));
}

/** To the new address: prove that it is yours. */
export function changeNewMail(reader: MailReader, input: { secret: string; newEmail: string }): Mail {
  return compose(reader, input.newEmail, (t, site) => ({
    subject: t("mail:change.subject", { site }),
    blocks: [
      t("mail:changeNew.text", { site }),
      link(t("mail:changeNew.link"), `/change-email/${input.secret}`),
      t("mail:changeNew.end"),
    ],
  }));
}

/** To an address that somebody wants to move an account to, and that has one already. */
export function changeTakenMail(reader: MailReader): Mail {
  return compose(reader, reader.email, (t, site) => ({
    subject: t("mail:change.subject", { site }),
    blocks: [t("mail:changeTaken.text", { site }), t("mail:known.end")],
  }));
}

/** To the old address, once the change is made. */
export function emailChangedMail(reader: MailReader, oldEmail: string): Mail {
  return compose(reader, oldEmail, (t, site) => ({
    subject: t("mail:emailChanged.subject", { site }),
    blocks: [t("mail:emailChanged.text", { site, email: reader.email })],
  }));
}
