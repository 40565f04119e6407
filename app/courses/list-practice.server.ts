import { markPaper } from "../assessments/end-sitting.server";
import { getSittings, readAnswers } from "../assessments/sitting-store.server";
import type { SittingRow } from "../assessments/sitting";
import { dbTime, statement } from "../platform/db.server";
import { type Enrolment, listEnrolments } from "./find-enrolment.server";

/** A question that comes back to a learner. */
export interface PracticeQuestion {
  readonly enrolment: Enrolment;
  readonly questionId: string;
  readonly revisionId: string;
}

export interface PracticeSet {
  /** What is left for today, the most urgent one first. */
  readonly questions: readonly PracticeQuestion[];
  readonly doneToday: number;
}

/** About five minutes. */
export const dailySet = 8;

const cardsOf = statement<[string], { trackId: string; questionId: string; revisionId: string; dueAt: string }>(
  "SELECT trackId, questionId, revisionId, dueAt FROM PracticeCard WHERE personId = ? ORDER BY dueAt",
);
const answersSince = statement<[string, string], { count: number }>(
  "SELECT COUNT(*) AS count FROM PracticeAnswer WHERE personId = ? AND at >= ?",
);
const endedSittings = statement<[string], { id: string }>(
  `SELECT id FROM Sitting WHERE personId = ? AND subjectKind = 'lesson' AND endedAt IS NOT NULL
    ORDER BY endedAt DESC LIMIT 30`,
);

/**
 * Today's refresher: questions that are due again, then those that were missed in a quiz and never practised since.
 * Only questions whose answers the learner was shown are asked: practice must not open a bank.
 */
export function listPractice(input: { personId: string; now: Date }): PracticeSet {
  const midnight = new Date(input.now.toISOString().slice(0, 10));
  const doneToday = answersSince.get(input.personId, dbTime(midnight))?.count ?? 0;
  const left = dailySet - doneToday;
  if (left <= 0) return { questions: [], doneToday };
  const enrolments = listEnrolments(input.personId);
  const cards = cardsOf.all(input.personId);
  const due = cards.filter((card) => new Date(card.dueAt) <= input.now);
  const known = new Set(cards.map((card) => `${card.trackId} ${card.questionId}`));
  const questions = [...due.flatMap((card) => withEnrolment(enrolments, card)), ...missed(enrolments, known, input)];
  return { questions: questions.slice(0, left), doneToday };
}

function withEnrolment(
  enrolments: readonly Enrolment[],
  card: { trackId: string; questionId: string; revisionId: string },
): PracticeQuestion[] {
  const enrolment = enrolments.find(({ edition }) => edition.trackId === card.trackId);
  return enrolment === undefined ? [] : [{ enrolment, questionId: card.questionId, revisionId: card.revisionId }];
}

function missed(
  enrolments: readonly Enrolment[],
  known: ReadonlySet<string>,
  { personId }: { personId: string },
): PracticeQuestion[] {
  const found = new Map<string, PracticeQuestion>();
  for (const sitting of getSittings(endedSittings.all(personId).map(({ id }) => id)).filter(wasExplained)) {
    const enrolment = enrolments.find(({ id }) => sitting.subjectRef.startsWith(`${id}:`));
    if (enrolment === undefined) continue;
    for (const question of missedIn(sitting)) {
      const name = `${enrolment.edition.trackId} ${question.questionId}`;
      if (!known.has(name) && !found.has(name)) found.set(name, { enrolment, ...question });
    }
  }
  return [...found.values()];
}

/** Whether the learner has been shown the right answers. */
function wasExplained({ blueprint, passed }: SittingRow): boolean {
  return blueprint.feedback !== "never" && (blueprint.feedback !== "passing" || passed === true);
}

function missedIn(sitting: SittingRow): { questionId: string; revisionId: string }[] {
  const { marks } = markPaper(sitting, readAnswers(sitting.id).counted);
  return sitting.paper.items.filter((_, i) => {
    const mark = marks[i];
    return mark !== undefined && ["wrong", "partly", "open", "invalid"].includes(mark.outcome) && mark.possible > 0;
  });
}
