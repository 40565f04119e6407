import { getQuestion } from "../assessments/question-store.server";
import { wasExplained } from "../assessments/shows-result";
import type { SittingRow } from "../assessments/sitting";
import { hasRunningSitting, listSittings } from "../assessments/sitting-store.server";
import { dbTime, statement } from "../platform/db.server";
import { type Enrolment, findEnrolment } from "./find-enrolment.server";
import type { PracticeQuestion } from "./list-practice.server";
import { findLesson, type Lesson } from "./manifest";
import { type PracticeState, practiceState } from "./practice-policy";
import { startOfDay } from "./practice-sql";
import { isOpen } from "./progress";
import { lessonSubject } from "./subject";

/** Practice of one quiz, for one learner, now. */
export interface QuizPractice {
  readonly state: PracticeState;
  readonly enrolment: Enrolment;
  readonly lesson: Lesson;
  /** What is left for today: each question until it was answered right. Empty unless the state is `open`. */
  readonly questions: readonly PracticeQuestion[];
  /** How many questions there are to practise, those that are done among them. */
  readonly count: number;
}

const practised = statement<
  [{ personId: string; trackId: string; today: string }],
  { questionId: string; at: string; isDone: 0 | 1 }
>(`
  SELECT questionId, max(at) AS at, max(awarded >= 100 AND at >= @today) AS isDone
    FROM PracticeAnswer WHERE personId = @personId AND trackId = @trackId GROUP BY questionId`);

/**
 * What may be practised of a quiz: the questions of the learner's attempts that are over and explained, except those
 * that only a person can mark. Null when there is no such quiz for this learner, or it isn't open to them yet.
 */
export function listQuizPractice(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  now: Date;
}): QuizPractice | null {
  const { personId, now } = input;
  const enrolment = findEnrolment(input);
  const lesson = enrolment && findLesson(enrolment.edition.manifest, input.lessonId);
  if (enrolment === null || lesson?.kind !== "quiz") return null;
  if (!isOpen(enrolment.edition.manifest, enrolment.states, lesson.id)) return null;
  const shown = listSittings({ personId, subject: lessonSubject(enrolment.id, lesson.id) }).filter(wasExplained);
  const state = practiceState(enrolment, {
    feedback: lesson.blueprint.feedback ?? "sitting",
    hasRunning: hasRunningSitting(personId, now),
    hasShown: shown.length > 0,
  });
  if (state !== "open") return { state, enrolment, lesson, questions: [], count: 0 };
  const all = questionsOf(shown, enrolment);
  return { state, enrolment, lesson, questions: leftToday(all, personId, now), count: all.length };
}

/** Each question once, as it was asked last, those of the latest sitting first. */
function questionsOf(sittings: readonly SittingRow[], enrolment: Enrolment): PracticeQuestion[] {
  const found = new Map<string, PracticeQuestion>();
  for (const { paper } of [...sittings].reverse())
    for (const { questionId, revisionId } of paper.items)
      if (!found.has(questionId)) found.set(questionId, { enrolment, questionId, revisionId });
  return [...found.values()].filter(({ revisionId }) => {
    const { kind } = getQuestion(revisionId);
    return kind !== "essay" && kind !== "likert";
  });
}

/** Without what was answered right today, the longest not practised first. */
function leftToday(all: readonly PracticeQuestion[], personId: string, now: Date): PracticeQuestion[] {
  const [first] = all;
  if (first === undefined) return [];
  const { trackId } = first.enrolment.edition;
  const rows = practised.all({ personId, trackId, today: dbTime(startOfDay(now)) });
  const known = new Map(rows.map((row) => [row.questionId, row]));
  const at = ({ questionId }: PracticeQuestion) => known.get(questionId)?.at ?? "";
  return all
    .filter(({ questionId }) => known.get(questionId)?.isDone !== 1)
    .sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}
