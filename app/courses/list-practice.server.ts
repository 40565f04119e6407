import { dbTime, statement } from "../platform/db.server";
import { type Enrolment, listEnrolments } from "./find-enrolment.server";
import { canPractise } from "./practice-policy";
import { dailySet, isBeingSat, startOfDay } from "./practice-sql";

/** A question that is asked outside sittings. */
export interface PracticeQuestion {
  readonly enrolment: Enrolment;
  readonly questionId: string;
  readonly revisionId: string;
}

export interface PracticeSet {
  /** What is left for today, the most urgent one first. */
  readonly questions: readonly PracticeQuestion[];
  readonly doneToday: number;
  /** When there is something to ask again; null while there is, and when nothing waits. */
  readonly nextAt: Date | null;
}

interface CardRow {
  readonly trackId: string;
  readonly questionId: string;
  readonly revisionId: string;
  readonly dueAt: string;
  readonly isSat: 0 | 1;
}

const cardsOf = statement<[string], CardRow>(
  `SELECT c.trackId, c.questionId, c.revisionId, c.dueAt, ${isBeingSat} AS isSat
     FROM PracticeCard c WHERE c.personId = ? ORDER BY c.dueAt`,
);
const answersSince = statement<[string, string], { count: number }>(
  "SELECT COUNT(*) AS count FROM PracticeAnswer WHERE personId = ? AND place = 'refresher' AND at >= ?",
);

const dayMs = 86_400_000;

/**
 * Today's refresher: questions that are due, missed ones among them from the end of their attempt on. Which questions
 * may be asked is the rule of practice-policy.
 */
export function listPractice({ personId, now }: { personId: string; now: Date }): PracticeSet {
  const today = startOfDay(now);
  const doneToday = answersSince.get(personId, dbTime(today))?.count ?? 0;
  const enrolments = new Map(
    listEnrolments(personId)
      .filter(canPractise)
      .map((enrolment) => [enrolment.edition.trackId, enrolment]),
  );
  const cards = cardsOf.all(personId).flatMap(({ trackId, dueAt, isSat, questionId, revisionId }) => {
    const enrolment = enrolments.get(trackId);
    return enrolment === undefined || isSat ? [] : [{ enrolment, questionId, revisionId, dueAt: new Date(dueAt) }];
  });
  const due = cards.filter(({ dueAt }) => dueAt <= now);
  const questions = due.slice(0, Math.max(0, dailySet - doneToday));
  // Once today's set is done the next one begins tomorrow at the earliest.
  const earliest = new Date(doneToday >= dailySet ? today.getTime() + dayMs : 0);
  const first = cards[0]?.dueAt ?? null;
  const nextAt = first === null || questions.length > 0 ? null : first > earliest ? first : earliest;
  return { questions, doneToday, nextAt };
}
