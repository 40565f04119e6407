import { isLocale } from "../../i18n/locales";
import { translator } from "../../i18n/translate";
import { enqueueMail } from "../../mail/enqueue-mail.server";
import { renderMail } from "../../mail/render-mail";
import { absoluteUrl } from "../../mail/site-address.server";
import type { Transaction } from "../../platform/db.server";
import { env } from "../../platform/env.server";
import type { OwnTrack } from "./find-own-track.server";

/** What a mail about a review tells: that one was asked for, a comment, its end, an approval, the publication. */
export type ReviewNews = "asked" | "commented" | "settled" | "approved" | "published";

/**
 * Tells people of a society what happened in a review, each in their own language. What was said stays on the site.
 * @param input.occasion names the event: nobody gets two mails about one
 */
export async function tellPeople(
  tx: Transaction,
  input: {
    news: ReviewNews;
    track: Pick<OwnTrack, "slug" | "title">;
    societyId: string;
    personIds: readonly string[];
    actorId: string;
    occasion: string;
    now: Date;
  },
): Promise<void> {
  const { news, track, societyId, actorId, occasion, now } = input;
  const ids = [...new Set(input.personIds)].filter((id) => id !== actorId);
  // Who has left the society is told nothing more.
  const members = await tx.membership.findMany({
    where: { societyId, personId: { in: ids } },
    select: { person: { select: { id: true, email: true, locale: true, certificateName: true } }, society: true },
  });
  const actor = await tx.person.findUniqueOrThrow({ where: { id: actorId }, select: { certificateName: true } });
  for (const { person, society } of members) {
    const locale = isLocale(person.locale) ? person.locale : "en";
    const t = translator(locale);
    const names = { who: actor.certificateName, track: track.title };
    const mail = renderMail({
      to: person.email,
      locale,
      subject: t(`review:mail.${news}.subject`, names),
      blocks: [
        t("mail:greeting", { name: person.certificateName }),
        t(`review:mail.${news}.text`, names),
        {
          label: t(news === "published" ? "review:mail.linkTrack" : "review:mail.link"),
          href: absoluteUrl(
            news === "published" ? `/tracks/${track.slug}` : `/society/${society.slug}/tracks/${track.slug}/review`,
          ),
        },
      ],
      foot: t("mail:foot", { site: env.SITE_TITLE, address: absoluteUrl("/") }),
    });
    await enqueueMail(tx, { mail, key: `review ${news} ${occasion} ${person.id}`, now });
  }
}

/** Members of a society in these roles. */
export async function listMembers(tx: Transaction, societyId: string, roles: readonly string[]): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { societyId, role: { in: [...roles] } },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}
