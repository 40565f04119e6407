import { useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { Done, FormRefusal } from "../../ui/form-summary";
import type { WaitingInvitation } from "../list-invitations.server";
import type { MemberPage } from "../list-members.server";
import { faultWords, type SocietyAnswer } from "./fault-words";
import { InviteForm, RoleWords } from "./invite-form";
import { MemberList } from "./member-list";
import { PageLinks } from "./page-links";
import { WaitingInvitations } from "./waiting-invitations";

/** What the address says was just done. */
export const membersDone = ["invite", "resend", "revoke", "role", "remove"] as const;

interface MembersPageData extends MemberPage {
  readonly q: string;
  readonly society: { readonly acronym: string };
  readonly viewerId: string;
  readonly timeZone: string;
  readonly justDone: (typeof membersDone)[number] | null;
  /** Whom the page asks about before they are removed. */
  readonly removing: { readonly personId: string; readonly name: string } | null;
  /** Null for who only looks. */
  readonly invitations: readonly WaitingInvitation[] | null;
}

/** Who works for the society, and for its admins who is asked to. */
export function MembersPage({ page, answer }: { page: MembersPageData; answer: SocietyAnswer | null }) {
  const t = useTranslate();
  const { invitations, justDone, removing } = page;
  const society = page.society.acronym;
  const refused = ["role", "remove", "resend"].map((intent) => faultWords(t, answer, intent, "form"));
  return (
    <main id="main" className="page page-top workspace-page">
      <h1>{t("societies:members.title", { society })}</h1>
      <FormRefusal text={refused.find((text) => text !== undefined)} />
      {justDone === null || answer !== null ? null : <Done text={t(`societies:done.${justDone}`)} />}
      {removing === null ? null : <RemoveQuestion person={removing} society={society} />}
      <Members page={page} />
      {invitations === null ? null : (
        <>
          <section className="sheet" aria-labelledby="invite">
            <h2 id="invite">{t("societies:invite.title")}</h2>
            <p>{t("societies:invite.text")}</p>
            <InviteForm answer={answer} hasRole />
            <RoleWords />
          </section>
          <section aria-labelledby="open">
            <h2 id="open">{t("societies:open.title")}</h2>
            <WaitingInvitations invitations={invitations} timeZone={page.timeZone} />
          </section>
        </>
      )}
    </main>
  );
}

function Members({ page }: { page: MembersPageData }) {
  const t = useTranslate();
  const { q, count, members, invitations, viewerId } = page;
  const mayManage = invitations !== null;
  return (
    <section className="sheet" aria-labelledby="members">
      <h2 id="members">{t("societies:members.count", { count })}</h2>
      <form className="search-line" role="search" aria-label={t("societies:members.search")}>
        <TextField
          name="q"
          label={t("societies:members.search")}
          hint={mayManage ? t("societies:members.search.hint") : undefined}
          typed={q}
          input={{ type: "search", maxLength: 254, spellCheck: false }}
        />
        <Button look="line">{t("societies:search")}</Button>
      </form>
      {count === 0 ? (
        <p>{t("societies:members.none")}</p>
      ) : (
        <MemberList members={members} viewerId={viewerId} mayManage={mayManage} />
      )}
      <PageLinks
        page={page.page}
        pageCount={page.pageCount}
        hrefOf={(number) => `?${new URLSearchParams({ q, page: String(number) }).toString()}`}
      />
    </section>
  );
}

/** Nobody is removed by one press: this asks, and says what stays. */
function RemoveQuestion({ person, society }: { person: { personId: string; name: string }; society: string }) {
  const t = useTranslate();
  const { personId, name } = person;
  return (
    <section className="note mark" id="remove" aria-labelledby="remove-title">
      <h2 id="remove-title">{t("societies:members.remove.title", { name, society })}</h2>
      <p>{t("societies:members.remove.text", { name })}</p>
      <form method="post" action="?" className="row">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="person" value={personId} />
        <a className="btn line" href="?">
          {t("societies:members.remove.cancel")}
        </a>
        <Button look="danger">{t("societies:members.remove.of", { name })}</Button>
      </form>
    </section>
  );
}
