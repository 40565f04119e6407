import { statement } from "../platform/db.server";
import { queryTerms, termsOf } from "../search/fold";

/** A society as site admins see it. */
export interface ListedSociety {
  readonly id: string;
  readonly slug: string;
  readonly acronym: string;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly members: number;
  readonly admins: number;
  /** Invitations of an admin that wait. */
  readonly invitedAdmins: number;
}

type Row = Omit<ListedSociety, "isDemonstration"> & { isDemonstration: 0 | 1 };

const columns = `s.id, s.slug, s.acronym, s.name, s.isDemonstration,
  (SELECT count(*) FROM Membership m WHERE m.societyId = s.id) AS members,
  (SELECT count(*) FROM Membership m WHERE m.societyId = s.id AND m.role = 'admin') AS admins,
  (SELECT count(*) FROM SocietyInvitation i WHERE i.societyId = s.id AND i.role = 'admin'
      AND i.acceptedAt IS NULL AND i.revokedAt IS NULL) AS invitedAdmins`;
const namesOfAll = statement<[], { id: string; slug: string; acronym: string; name: string }>(
  "SELECT id, slug, acronym, name FROM Society ORDER BY name COLLATE NOCASE, id",
);
const factsOf = statement<[string], Row>(
  `SELECT ${columns} FROM json_each(?) j JOIN Society s ON s.id = j.value ORDER BY j.key`,
);
const oneBySlug = statement<[string], Row>(`SELECT ${columns} FROM Society s WHERE s.slug = ?`);

const perPage = 25;
const toSociety = (row: Row): ListedSociety => ({ ...row, isDemonstration: row.isDemonstration === 1 });

/** All societies by name, or those in whose name, acronym or address each typed word begins a word. */
export function listAllSocieties(input: { q: string; page: number }): {
  societies: ListedSociety[];
  count: number;
  page: number;
  pageCount: number;
} {
  const words = queryTerms(input.q);
  const found = namesOfAll.all().filter(({ slug, acronym, name }) => {
    const terms = termsOf(`${name} ${acronym} ${slug}`);
    return input.q === "" || (words.length > 0 && words.every((word) => terms.some((term) => term.startsWith(word))));
  });
  const pageCount = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(input.page, pageCount);
  const ids = found.slice((page - 1) * perPage, page * perPage).map(({ id }) => id);
  return { societies: factsOf.all(JSON.stringify(ids)).map(toSociety), count: found.length, page, pageCount };
}

/** One society by the word in its address, or null. */
export function findListedSociety(slug: string): ListedSociety | null {
  const row = oneBySlug.get(slug);
  return row === undefined ? null : toSociety(row);
}
