import type { Standing } from "../assessments/regrade-sittings.server";
import { statement } from "../platform/db.server";
import { getTextFor } from "./edition-store.server";

/** What was decided about a learner's attempts after they ended. */

interface Where {
  readonly lessonTitle: string;
  readonly number: number;
}

/** A result that a ruling changed. */
export interface RegradeChange extends Where {
  readonly before: Standing;
  readonly after: Standing;
  readonly reason: string;
  readonly at: string;
}

/** An answer that reached the server after the time was over, and that no later one in time replaced. */
export interface LateAnswer extends Where {
  readonly id: number;
  readonly questionId: string;
  readonly at: string;
}

const ofEnrolment = `s.subjectKind = 'lesson' AND s.subjectRef > e.id || ':' AND s.subjectRef < e.id || ';'`;
const lessonId = "substr(s.subjectRef, length(e.id) + 2) AS lessonId";

interface ChangeRow {
  readonly lessonId: string;
  readonly editionId: string;
  readonly number: number;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly at: string;
}
const changesOf = statement<[string, string], ChangeRow>(`
  SELECT ${lessonId}, e.editionId, s.number, r.reason, r.at,
         json_array(c.scoreBeforeHundredths, c.maxBeforeHundredths, c.passedBefore) AS before,
         json_array(c.scoreAfterHundredths, c.maxAfterHundredths, c.passedAfter) AS after
    FROM Enrolment e JOIN Track t ON t.id = e.trackId JOIN Sitting s ON ${ofEnrolment}
    JOIN RegradeChange c ON c.sittingId = s.id JOIN QuestionRuling r ON r.id = c.rulingId
   WHERE e.id = ? AND t.societyId = ?
     AND (c.scoreBeforeHundredths <> c.scoreAfterHundredths OR c.maxBeforeHundredths <> c.maxAfterHundredths
          OR c.passedBefore <> c.passedAfter)
   ORDER BY r.at, r.id, s.id`);

interface Asked {
  readonly societyId: string;
  readonly enrolmentId: string;
  readonly locale: string;
}

/** The results of one participant that rulings changed, the earliest first; none for another society's. */
export function listRegradeChanges({ societyId, enrolmentId, locale }: Asked): RegradeChange[] {
  return changesOf.all(enrolmentId, societyId).map(({ before, after, reason, at, ...row }) => ({
    ...whereOf(row, locale),
    before: standingOf(before),
    after: standingOf(after),
    reason,
    at,
  }));
}

function standingOf(columns: string): Standing {
  // The statement itself builds this JSON.
  const [scoreHundredths, maxHundredths, passed] = JSON.parse(columns) as [number, number, 0 | 1];
  return { scoreHundredths, maxHundredths, passed: passed === 1 };
}

function whereOf(row: { lessonId: string; editionId: string; number: number }, locale: string): Where {
  const { text } = getTextFor(row.editionId, locale);
  return { lessonTitle: text.lessons[row.lessonId]?.title ?? row.lessonId, number: row.number };
}

interface LateRow {
  readonly id: number;
  readonly lessonId: string;
  readonly editionId: string;
  readonly number: number;
  readonly questionId: string;
  readonly at: string;
}
const lateOf = statement<[string, string], LateRow>(`
  SELECT max(a.id) AS id, ${lessonId}, e.editionId, s.number, a.questionId, a.at
    FROM Enrolment e JOIN Track t ON t.id = e.trackId JOIN Sitting s ON ${ofEnrolment}
    JOIN AnswerEvent a ON a.sittingId = s.id AND a.late = 1
   WHERE e.id = ? AND t.societyId = ? AND s.endedAt IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM AnswerEvent b
                      WHERE b.sittingId = s.id AND b.questionId = a.questionId AND b.late = 0 AND b.id > a.id)
   GROUP BY s.id, a.questionId ORDER BY s.number, a.at`);

/** Of each question of one participant's ended attempts the last late answer that does not count. */
export function listLateAnswers({ societyId, enrolmentId, locale }: Asked): LateAnswer[] {
  return lateOf.all(enrolmentId, societyId).map(({ id, questionId, at, ...row }) => ({
    ...whereOf(row, locale),
    id,
    questionId,
    at,
  }));
}
