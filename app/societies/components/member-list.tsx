import { isProfession } from "../../accounts/professions";
import { societyRoles } from "../../auth/roles";
import { useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import type { Member } from "../list-members.server";

/** Members by name; admins change a role in place and go to the question before somebody is removed. */
export function MemberList({
  members,
  viewerId,
  mayManage,
}: {
  members: readonly Member[];
  viewerId: string;
  mayManage: boolean;
}) {
  const t = useTranslate();
  return (
    <ul className="register">
      {members.map((member) => (
        <li key={member.personId}>
          <MemberWords member={member} isViewer={member.personId === viewerId} />
          {mayManage ? (
            <MemberDeeds member={member} />
          ) : (
            <span className="badge">{t(`societies:role.${member.role}`)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function MemberWords({ member, isViewer }: { member: Member; isViewer: boolean }) {
  const t = useTranslate();
  const { name, email, profession } = member;
  return (
    <div>
      <p className="what">
        {name} {isViewer ? <span className="quiet">({t("societies:members.you")})</span> : null}
      </p>
      <p className="hint">
        {isProfession(profession) ? t(`common:profession.${profession}`) : profession}
        {email === null ? "" : `, ${email}`}
      </p>
    </div>
  );
}

function MemberDeeds({ member }: { member: Member }) {
  const t = useTranslate();
  const { personId, name, role } = member;
  return (
    <div className="member-role">
      <form method="post" className="member-role">
        <input type="hidden" name="intent" value="role" />
        <input type="hidden" name="person" value={personId} />
        <select className="input" name="role" defaultValue={role} aria-label={t("societies:members.role.of", { name })}>
          {societyRoles.map((one) => (
            <option key={one} value={one}>
              {t(`societies:role.${one}`)}
            </option>
          ))}
        </select>
        <Button look="line" small label={t("societies:members.change.of", { name })}>
          {t("societies:members.change")}
        </Button>
      </form>
      <a
        className="btn line sm"
        href={`?remove=${personId}#remove`}
        aria-label={t("societies:members.remove.of", { name })}
      >
        {t("societies:members.remove")}
      </a>
    </div>
  );
}
