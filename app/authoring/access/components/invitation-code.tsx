import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import type { Access } from "../find-access.server";

interface InvitationProps {
  readonly invitation: NonNullable<Access["invitation"]>;
  readonly isRenewing: boolean;
}

/** The code and the link that carries it. Another code takes two steps: the second says what the old one loses. */
export function InvitationCode({ invitation, isRenewing }: InvitationProps) {
  const t = useTranslate();
  return (
    <section aria-labelledby="invitation" className="sheet tight stack access-invitation">
      <h2 id="invitation">{t("access:invitation")}</h2>
      <p>{t("access:invitation.text")}</p>
      <dl className="facts">
        <dt>{t("access:invitation.code")}</dt>
        <dd className="access-code">{invitation.code}</dd>
      </dl>
      <div className="field full">
        <label htmlFor="invitation-link">{t("access:invitation.link")}</label>
        <div className="secret">
          <input className="input" id="invitation-link" value={invitation.link} readOnly />
          <button
            type="button"
            className="btn line"
            hidden
            aria-controls="invitation-link"
            data-copied={t("access:invitation.copied")}
          >
            {t("access:invitation.copy")}
          </button>
        </div>
        <p className="small quiet" role="status" id="invitation-link-copied" />
      </div>
      {isRenewing ? (
        <form method="post" className="stack" aria-labelledby="renew">
          <h3 id="renew">{t("access:renew.title")}</h3>
          <p>{t("access:renew.text")}</p>
          <input type="hidden" name="intent" value="renew" />
          <p className="row">
            <a href="?">{t("access:renew.cancel")}</a>
            <Button look="danger">{t("access:renew.confirm")}</Button>
          </p>
        </form>
      ) : (
        <p>
          <a className="btn line sm" href="?step=renew#invitation">
            {t("access:renew.open")}
          </a>
        </p>
      )}
    </section>
  );
}
