import { isSocietyRole, type SocietyRole } from "../auth/roles";
import { statement } from "../platform/db.server";
import { queryTerms, termsOf } from "../search/fold";

/** Somebody who works for a society. */
export interface Member {
  readonly personId: string;
  readonly name: string;
  readonly profession: string;
  /** For admins only; others get null. */
  readonly email: string | null;
  readonly role: SocietyRole;
}

export interface MemberPage {
  readonly members: readonly Member[];
  /** That fit the search. */
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
}

const membersOf = statement<
  [string],
  { personId: string; name: string; profession: string; email: string; role: string }
>(`SELECT p.id AS personId, p.certificateName AS name, p.profession, p.email, m.role
     FROM Membership m JOIN Person p ON p.id = m.personId
    WHERE m.societyId = ? ORDER BY p.certificateName COLLATE NOCASE, p.id`);

const perPage = 25;

/** Members of a society by name. SQLite can't fold accents, and a society has few members: they are searched here. */
export function listMembers(input: { societyId: string; q: string; page: number; showsEmail: boolean }): MemberPage {
  const { societyId, q, showsEmail } = input;
  const typed = q.toLowerCase();
  const words = queryTerms(q);
  const fits = (name: string, email: string) => {
    if (typed === "") return true;
    if (typed.includes("@")) return showsEmail && email === typed;
    const terms = termsOf(name);
    return words.length > 0 && words.every((word) => terms.some((term) => term.startsWith(word)));
  };
  const found = membersOf.all(societyId).filter(({ name, email }) => fits(name, email));
  const pageCount = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(input.page, pageCount);
  const members = found
    .slice((page - 1) * perPage, page * perPage)
    .flatMap(({ role, email, ...row }) =>
      isSocietyRole(role) ? [{ ...row, role, email: showsEmail ? email : null }] : [],
    );
  return { members, count: found.length, page, pageCount };
}

const memberOf = statement<[string, string], { name: string; role: string }>(
  `SELECT p.certificateName AS name, m.role FROM Membership m JOIN Person p ON p.id = m.personId
    WHERE m.societyId = ? AND m.personId = ?`,
);

/** One member, or null: the person that a question like "remove?" is about. */
export function findMember(societyId: string, personId: string): { personId: string; name: string } | null {
  const found = memberOf.get(societyId, personId);
  return found === undefined ? null : { personId, name: found.name };
}
