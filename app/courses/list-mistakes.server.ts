import { db } from "../platform/db.server";
import { getEdition, getTextFor } from "./edition-store.server";
import { findOwnQuestions, type ListedRuling, listRulings } from "./list-rulings.server";

/** One report on a society's list. */
export interface ReportedMistake {
  readonly id: string;
  readonly trackTitle: string;
  readonly editionNumber: number;
  readonly lessonTitle: string;
  readonly questionId: string | null;
  /** The revision that the edition pins, where the report is about a question of the society's own banks. */
  readonly revisionId: string | null;
  /** What was decided about that revision, the earliest first. */
  readonly rulings: readonly ListedRuling[];
  readonly text: string;
  readonly reporter: string | null;
  readonly reportedAt: string;
  readonly resolvedAt: string | null;
}

const perPage = 25;

/** Reports on the tracks of one society, the latest first. The society's id comes from a guard. */
export async function listMistakes(input: {
  societyId: string;
  show: "open" | "resolved";
  page: number;
}): Promise<{ reports: ReportedMistake[]; pages: number; count: number }> {
  const editions = await db.edition.findMany({
    where: { track: { societyId: input.societyId } },
    select: { id: true, number: true },
  });
  const numbers = new Map(editions.map((edition) => [edition.id, edition.number]));
  const where = { editionId: { in: [...numbers.keys()] }, resolvedAt: input.show === "open" ? null : { not: null } };
  const [rows, count] = await Promise.all([
    db.mistakeReport.findMany({ where, orderBy: { at: "desc" }, skip: (input.page - 1) * perPage, take: perPage }),
    db.mistakeReport.count({ where }),
  ]);
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap((row) => (row.personId === null ? [] : [row.personId])) } },
    select: { id: true, certificateName: true },
  });
  const revisionOf = pinnedBy(rows);
  const own = findOwnQuestions(input.societyId, [...revisionOf.values()]);
  const rulings = listRulings(input.societyId, [...own.keys()]);
  const names = new Map(people.map((person) => [person.id, person.certificateName]));
  return {
    count,
    pages: Math.max(1, Math.ceil(count / perPage)),
    reports: rows.map((row) => {
      const { text } = getTextFor(row.editionId, "en");
      const revisionId = revisionOf.get(row.id) ?? "";
      return {
        id: row.id,
        trackTitle: text.title,
        editionNumber: numbers.get(row.editionId) ?? 0,
        lessonTitle: text.lessons[row.lessonId]?.title ?? row.lessonId,
        questionId: row.questionId,
        revisionId: own.has(revisionId) ? revisionId : null,
        rulings: rulings.filter((ruling) => ruling.revisionId === revisionId),
        text: row.text,
        reporter: row.personId === null ? null : (names.get(row.personId) ?? null),
        reportedAt: row.at.toISOString(),
        resolvedAt: row.resolvedAt?.toISOString() ?? null,
      };
    }),
  };
}

/** The revision of each report's question in the edition that the reader had before them, by report. */
function pinnedBy(
  rows: readonly { readonly id: string; readonly editionId: string; readonly questionId: string | null }[],
): Map<string, string> {
  return new Map(
    rows.flatMap(({ id, editionId, questionId }) => {
      const pinned = getEdition(editionId).manifest.pool.find(({ key }) => key === questionId);
      return pinned === undefined ? [] : [[id, pinned.revisionId] as const];
    }),
  );
}
