import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Done, FormRefusal } from "../../ui/form-summary";
import { publicPath } from "../../ui/public-path";
import type { ListedSociety } from "../list-all-societies.server";
import type { WaitingInvitation } from "../list-invitations.server";
import { faultWords, type SocietyAnswer } from "./fault-words";
import { InviteForm } from "./invite-form";
import { WaitingInvitations } from "./waiting-invitations";

/** What the address says was just done. */
export const appointmentsDone = ["create", "invite", "resend", "revoke"] as const;

interface SocietyAdminPage {
  readonly society: ListedSociety;
  readonly invitations: readonly WaitingInvitation[];
  readonly justDone: (typeof appointmentsDone)[number] | null;
  readonly timeZone: string;
}

/** One society for site admins: they appoint its admins, and leave everything else to those. */
export function AppointAdmins({ page, answer }: { page: SocietyAdminPage; answer: SocietyAnswer | null }) {
  const t = useTranslate();
  const locale = useLocale();
  const { society, invitations, justDone } = page;
  return (
    <main id="main" className="page page-top workspace-page">
      <p className="small">
        <a href="/admin/societies">{t("societies:admin.back")}</a>
      </p>
      <h1>{society.name}</h1>
      <p className="lead">
        {society.acronym}. {t("societies:admin.members", { count: society.members })},{" "}
        {t("societies:admin.admins", { count: society.admins })}.
      </p>
      <FormRefusal text={faultWords(t, answer, "resend", "form")} />
      {justDone === null || answer !== null ? null : <Done text={t(`societies:done.${justDone}`)} />}
      <section className="sheet" aria-labelledby="invite">
        <h2 id="invite">{t("societies:admin.appoint")}</h2>
        <p>{t("societies:invite.text")}</p>
        <InviteForm answer={answer} hasRole={false} />
      </section>
      <section aria-labelledby="open">
        <h2 id="open">{t("societies:open.title")}</h2>
        <WaitingInvitations invitations={invitations} timeZone={page.timeZone} />
      </section>
      <p>
        <a href={publicPath(locale, `/societies/${society.slug}`)}>{t("societies:overview.public")}</a>
      </p>
    </main>
  );
}
