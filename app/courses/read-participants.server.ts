import { statement } from "../platform/db.server";
import { type Edition, getEdition, getTextFor } from "./edition-store.server";
import { decidingQuiz } from "./find-completion-evidence.server";
import { lessonsOf } from "./manifest";
import { lastStep, lessonSittings } from "./participant-sql";
import { type LessonStates, trackProgress } from "./progress";
import { lessonSubject } from "./subject";

/**
 * What a society sees of a learner: exactly what the track's page says before enrolling ("What the society sees").
 * A fact more here is a change of that promise.
 */
export interface Participant {
  readonly enrolmentId: string;
  readonly name: string;
  readonly profession: string;
  readonly track: { readonly title: string; readonly language: string };
  readonly doneCount: number;
  readonly lessonCount: number;
  /** See `lastStep`; null when nothing was done yet. */
  readonly lastStepAt: string | null;
  /** The best ended sitting of the quiz that decides; null when there is none. */
  readonly best: Score | null;
  readonly hasCertificate: boolean;
}

export interface Score {
  readonly scoreHundredths: number;
  readonly maxHundredths: number;
  readonly passed: boolean;
}

export interface ParticipantSitting {
  readonly lessonId: string;
  readonly number: number;
  readonly startedAt: string;
  /** Null while the sitting runs. */
  readonly score: Score | null;
}

/** A participant with what the rows of a detail page are made of. */
export interface ParticipantRecord {
  readonly participant: Participant;
  readonly edition: Edition;
  readonly states: LessonStates;
  readonly sittings: readonly ParticipantSitting[];
}

interface Row {
  readonly id: string;
  readonly editionId: string;
  readonly name: string;
  readonly profession: string;
  readonly lastStepAt: string | null;
  readonly hasCertificate: 0 | 1;
  readonly states: string;
  readonly sittings: string;
}

type SittingTuple = readonly [string, number, string, string | null, number | null, number | null, 0 | 1 | null];

const byIds = statement<[string], Row>(`
  SELECT e.id, e.editionId, p.certificateName AS name, p.profession, ${lastStep} AS lastStepAt,
         EXISTS (SELECT 1 FROM Certificate c
                  WHERE c.enrolmentId = e.id AND c.revokedAt IS NULL AND c.supersededById IS NULL) AS hasCertificate,
         (SELECT json_group_array(json_array(s.lessonId, s.fraction, s.done))
            FROM LessonState s WHERE s.enrolmentId = e.id) AS states,
         (SELECT json_group_array(json_array(x.subjectRef, x.number, x.startedAt, x.endedAt, x.scoreHundredths,
                                             x.maxHundredths, x.passed)) ${lessonSittings}) AS sittings
    FROM json_each(?) j JOIN Enrolment e ON e.id = j.value JOIN Person p ON p.id = e.personId
   ORDER BY j.key`);

/**
 * The participants with these enrolments, in their order; one that has gone meanwhile is left out.
 * @param ids of enrolments in the caller's own society
 * @param locale the language of the tracks' titles, where the track speaks it
 */
export function readParticipants(ids: readonly string[], locale: string): ParticipantRecord[] {
  return byIds.all(JSON.stringify(ids)).map((row) => toRecord(row, locale));
}

function toRecord(row: Row, locale: string): ParticipantRecord {
  const edition = getEdition(row.editionId);
  const { text } = getTextFor(row.editionId, locale);
  // The statement itself builds both.
  const states = JSON.parse(row.states) as [string, number, 0 | 1][];
  const tuples = JSON.parse(row.sittings) as SittingTuple[];
  const byLesson = Object.fromEntries(states.map(([id, fraction, done]) => [id, { fraction, done: done === 1 }]));
  const { doneCount, lessonCount } = trackProgress(edition.manifest, byLesson);
  const sittings = tuples.map((tuple) => toSitting(row.id, tuple));
  return {
    edition,
    states: byLesson,
    sittings,
    participant: {
      enrolmentId: row.id,
      name: row.name,
      profession: row.profession,
      track: { title: text.title, language: text.language },
      doneCount,
      lessonCount,
      lastStepAt: row.lastStepAt,
      best: bestOf(edition, sittings),
      hasCertificate: row.hasCertificate === 1,
    },
  };
}

function toSitting(enrolmentId: string, tuple: SittingTuple): ParticipantSitting {
  const [ref, number, startedAt, endedAt, scoreHundredths, maxHundredths, passed] = tuple;
  const lessonId = ref.slice(lessonSubject(enrolmentId, "").ref.length);
  const isMarked = endedAt !== null && scoreHundredths !== null && maxHundredths !== null;
  return {
    lessonId,
    number,
    startedAt,
    score: isMarked ? { scoreHundredths, maxHundredths, passed: passed === 1 } : null,
  };
}

function bestOf(edition: Edition, sittings: readonly ParticipantSitting[]): Score | null {
  const quizId = decidingQuiz(lessonsOf(edition.manifest))?.id;
  const scores = sittings.flatMap(({ lessonId, score }) => (lessonId === quizId && score !== null ? [score] : []));
  const share = (score: Score) => score.scoreHundredths / Math.max(1, score.maxHundredths);
  return scores.sort((a, b) => share(b) - share(a))[0] ?? null;
}
