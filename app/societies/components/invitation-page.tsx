import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import type { ClosedReason, OpenInvitation } from "../find-invitation.server";

/** How an invitation stands for the person who looks at it. */
export type InvitationView =
  | { readonly state: "open"; readonly invitation: OpenInvitation; readonly path: string }
  | { readonly state: ClosedReason }
  /** The viewer works there already, by this invitation or without it. */
  | { readonly state: "accepted" | "already-member"; readonly societySlug: string };

interface Account {
  readonly name: string;
  readonly email: string;
}

/** An invitation as its link shows it. Opening it changes nothing; a button accepts. */
export function InvitationPage({ view, account }: { view: InvitationView; account: Account | null }) {
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          {view.state === "open" ? <Open {...view} account={account} /> : <Closed view={view} />}
        </div>
      </div>
    </main>
  );
}

function Open({ invitation, path, account }: { invitation: OpenInvitation; path: string; account: Account | null }) {
  const t = useTranslate();
  const locale = useLocale();
  const { society, role, email, expiresAt } = invitation;
  return (
    <>
      <h1>{t("societies:accept.title", { society: society.name })}</h1>
      <p className="lead">{t("societies:accept.role", { role: t(`societies:role.${role}`) })}</p>
      <p>{t(`societies:role.${role}.text`)}</p>
      <p className="quiet">{t("societies:accept.until", { email, date: formatDate(locale, expiresAt) })}</p>
      {account === null ? <SignInFirst path={path} /> : <Accept account={account} email={email} />}
    </>
  );
}

function SignInFirst({ path }: { path: string }) {
  const t = useTranslate();
  const next = `?next=${encodeURIComponent(path)}`;
  return (
    <>
      <p>{t("societies:accept.account")}</p>
      <p className="row">
        <a className="btn main" href={`/sign-up${next}`}>
          {t("societies:accept.signUp")}
        </a>
        <a className="btn line" href={`/sign-in${next}`}>
          {t("societies:accept.signIn")}
        </a>
      </p>
    </>
  );
}

function Accept({ account, email }: { account: Account; email: string }) {
  const t = useTranslate();
  return (
    <>
      <div className={account.email === email ? "note" : "note tint"}>
        <p className="title">{t("societies:accept.as", { name: account.name, email: account.email })}</p>
        {account.email === email ? null : <p>{t("societies:accept.other", { email })}</p>}
      </div>
      <form method="post" className="row">
        <Button>{t("societies:accept.send")}</Button>
        <a href="/my">{t("societies:accept.later")}</a>
      </form>
    </>
  );
}

function Closed({ view }: { view: Exclude<InvitationView, { state: "open" }> }) {
  const t = useTranslate();
  return (
    <>
      <h1>{t(`societies:closed.${view.state}.title`)}</h1>
      <p className="lead">{t(`societies:closed.${view.state}.text`)}</p>
      <p>
        {"societySlug" in view ? (
          <a className="btn main" href={`/society/${view.societySlug}`}>
            {t("societies:closed.workspace")}
          </a>
        ) : (
          <a className="btn main" href="/my">
            {t("societies:closed.my")}
          </a>
        )}
      </p>
    </>
  );
}
