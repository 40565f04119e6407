import type { Question } from "../../../quizzes/engine/model";
import { getQuestion } from "../../assessments/question-store.server";
import { type ListedRuling, listRulings } from "../../courses/list-rulings.server";
import { db } from "../../platform/db.server";

export interface ListedRevision {
  readonly number: number;
  readonly at: string;
  /** Null when a file of the product brought it. */
  readonly by: string | null;
}

/** A question of a bank as its page shows it. */
export interface FoundQuestion {
  readonly key: string;
  readonly retiredAt: string | null;
  /** The revision that is looked at, and the one before it for a comparison. */
  readonly shown: { readonly id: string; readonly number: number; readonly question: Question };
  readonly before: { readonly number: number; readonly question: Question } | null;
  readonly latest: number;
  /** The latest first. */
  readonly revisions: readonly ListedRevision[];
  /** On every revision, the earliest first. */
  readonly rulings: readonly ListedRuling[];
}

/**
 * One question of a society's bank, or null.
 * @param number the revision to look at; null = the latest
 */
export async function findQuestion(input: {
  societyId: string;
  bankSlug: string;
  key: string;
  number: number | null;
}): Promise<FoundQuestion | null> {
  const row = await db.question.findFirst({
    where: { key: input.key, bank: { slug: input.bankSlug, societyId: input.societyId } },
    select: {
      retiredAt: true,
      revisions: {
        orderBy: { number: "desc" },
        select: {
          id: true,
          number: true,
          createdAt: true,
          byPersonId: true,
        },
      },
    },
  });
  const latest = row?.revisions[0];
  if (row === null || latest === undefined) return null;
  const at = input.number === null ? 0 : row.revisions.findIndex(({ number }) => number === input.number);
  const shown = row.revisions[at];
  if (shown === undefined) return null;
  const before = row.revisions[at + 1];
  const names = await namesOf(row.revisions.flatMap(({ byPersonId }) => byPersonId ?? []));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    key: input.key,
    retiredAt: row.retiredAt?.toISOString() ?? null,
    shown: { id: shown.id, number: shown.number, question: getQuestion(shown.id) },
    before: before === undefined ? null : { number: before.number, question: getQuestion(before.id) },
    latest: latest.number,
    revisions: row.revisions.map(({ number, createdAt, byPersonId }) => ({
      number,
      at: createdAt.toISOString(),
      by: nameOf(byPersonId),
    })),
    rulings: listRulings(
      input.societyId,
      row.revisions.map(({ id }) => id),
    ),
  };
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, certificateName: true },
  });
  return new Map(people.map((person) => [person.id, person.certificateName]));
}
