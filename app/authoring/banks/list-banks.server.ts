import { statement } from "../../platform/db.server";

export interface ListedBank {
  readonly slug: string;
  readonly title: string;
  /** Questions in use. */
  readonly questions: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
}

const banksOf = statement<[string], { id: string; slug: string; title: string }>(
  "SELECT id, slug, title FROM Bank WHERE societyId = ? ORDER BY title, id",
);
const kindsOf = statement<[string], { bankId: string; kind: string; count: number }>(`
  SELECT q.bankId, json_extract(r.content, '$.kind') AS kind, count(*) AS count
    FROM Bank b JOIN Question q ON q.bankId = b.id
    JOIN QuestionRevision r ON r.questionId = q.id
     AND r.number = (SELECT max(l.number) FROM QuestionRevision l WHERE l.questionId = q.id)
   WHERE b.societyId = ? AND q.retiredAt IS NULL
   GROUP BY q.bankId, kind ORDER BY count DESC, kind`);

/** The banks of one society with how many questions of each kind are in use. The society's id comes from a guard. */
export function listBanks(societyId: string): ListedBank[] {
  const kinds = kindsOf.all(societyId);
  return banksOf.all(societyId).map(({ id, slug, title }) => {
    const own = kinds.filter(({ bankId }) => bankId === id).map(({ kind, count }) => ({ kind, count }));
    return { slug, title, questions: own.reduce((sum, { count }) => sum + count, 0), kinds: own };
  });
}
