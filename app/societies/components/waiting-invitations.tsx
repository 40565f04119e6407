import { formatDate } from "../../i18n/format";
import { localeNames } from "../../i18n/locales";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import type { WaitingInvitation } from "../list-invitations.server";

/** Invitations that were neither accepted nor withdrawn, each with what can be done about it. */
export function WaitingInvitations({
  invitations,
  timeZone,
}: {
  invitations: readonly WaitingInvitation[];
  timeZone: string;
}) {
  const t = useTranslate();
  if (invitations.length === 0) return <p>{t("societies:open.none")}</p>;
  return (
    <ul className="register">
      {invitations.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} timeZone={timeZone} />
      ))}
    </ul>
  );
}

function InvitationRow({ invitation, timeZone }: { invitation: WaitingInvitation; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { id, email, role, language, sentAt, expiresAt, isOver } = invitation;
  const date = (at: string) => formatDate(locale, at, timeZone);
  return (
    <li>
      <div>
        <p className="what">{email}</p>
        <p className="hint">
          {t(`societies:role.${role}`)}, <span lang={language}>{localeNames[language]}</span>.{" "}
          {isOver
            ? t("societies:open.over", { date: date(expiresAt) })
            : t("societies:open.until", { sent: date(sentAt), end: date(expiresAt) })}
        </p>
      </div>
      <div className="row">
        {(["resend", "revoke"] as const).map((intent) => (
          <form key={intent} method="post">
            <input type="hidden" name="invitation" value={id} />
            <Button look="line" small name="intent" value={intent} label={t(`societies:open.${intent}.of`, { email })}>
              {t(`societies:open.${intent}`)}
            </Button>
          </form>
        ))}
      </div>
    </li>
  );
}
