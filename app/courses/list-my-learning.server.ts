import { formatMinutes } from "../i18n/format";
import { statement } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";
import type { StillPage } from "../platform/still.server";
import { litSteps } from "../ui/step-wedge";
import { attemptsLeft } from "./attempts";
import { type EditionOffer, findEditionOffer } from "./edition-offer.server";
import { getText } from "./edition-store.server";
import { type Enrolment, listEnrolments } from "./find-enrolment.server";
import { lessonsOf } from "./manifest";
import { trackProgress } from "./progress";
import { lessonSubject } from "./subject";

/** One track on "My learning". */
export interface MyTrack {
  readonly trackSlug: string;
  readonly title: string;
  readonly language: string;
  readonly modality: string;
  readonly societyName: string;
  readonly isDemonstration: boolean;
  readonly steps: readonly { readonly id: string; readonly startsModule: boolean; readonly isHere: boolean }[];
  /** Which steps are lit (ui/step-wedge). */
  readonly lit: string;
  readonly doneCount: string;
  readonly lessonCount: number;
  /** "2 h 10 min" */
  readonly timeLeft: string;
  readonly isComplete: boolean;
  readonly isStarted: boolean;
  /** Where "go on" leads: the lesson last open, or the first that is not done. */
  readonly next: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly isWithdrawn: boolean;
  /** ISO moment at which the society ended the enrolment. */
  readonly endedAt: string | null;
  /** Of the next quiz with limited attempts that is not passed. */
  readonly attempts: { readonly title: string; readonly left: number } | null;
  /** ISO moment at which the certificate ends or ended, when that is near or past. */
  readonly expires: { readonly at: string; readonly isOver: boolean } | null;
  /** ISO date by which the society wanted to review the content, when that is near or past. */
  readonly reviewBy: string | null;
  readonly offer: EditionOffer | null;
}

/** What the rows of a person say beside their enrolments. */
interface PersonFacts {
  /** Subject of a lesson -> attempts begun. */
  readonly begun: ReadonlyMap<string, number>;
  /** Enrolment -> end of the certificate that counts. */
  readonly expires: ReadonlyMap<string, string>;
}

const listFacts = statement<
  [{ personId: string }],
  { kind: "begun"; ref: string; value: number } | { kind: "expires"; ref: string; value: string }
>(`
  SELECT 'begun' AS kind, subjectRef AS ref, count(*) AS value
    FROM Sitting WHERE personId = @personId AND subjectKind = 'lesson' GROUP BY subjectRef
  UNION ALL
  SELECT 'expires', enrolmentId, max(expiresAt) FROM Certificate
   WHERE personId = @personId AND expiresAt IS NOT NULL AND revokedAt IS NULL AND supersededById IS NULL
   GROUP BY enrolmentId`);

function readFacts(personId: string): PersonFacts {
  const begun = new Map<string, number>();
  const expires = new Map<string, string>();
  for (const fact of listFacts.all({ personId })) {
    if (fact.kind === "begun") begun.set(fact.ref, fact.value);
    else expires.set(fact.ref, fact.value);
  }
  return { begun, expires };
}

/** Everything on "My learning", the latest visited track first: two statements and memory. */
export function listMyLearning(input: { personId: string; search: string; now: Date }): MyTrack[] {
  const wanted = input.search.toLocaleLowerCase();
  const facts = readFacts(input.personId);
  return listEnrolments(input.personId)
    .map((enrolment) => toMyTrack(enrolment, facts, input.now))
    .filter((track) => wanted === "" || track.title.toLocaleLowerCase().includes(wanted));
}

/** What the shell of "My learning" is rendered from: no lit step, count or time of this learner. */
export type MyTrackShell = Omit<MyTrack, "lit" | "doneCount" | "timeLeft"> & { readonly place: number };

/**
 * "My learning" as a still page: learners at the same places of the same tracks share a shell; lit steps, counts and
 * times are marks, named by the track's place in the list.
 */
export function stillMyTracks(tracks: readonly MyTrack[]): {
  tracks: MyTrackShell[];
  slots: StillPage["slots"];
  key: string;
} {
  const slots: Record<string, string> = {};
  const shell = tracks.map(({ lit, doneCount, timeLeft, ...track }, place) => {
    slots[`lit.${String(place)}`] = lit;
    slots[`done.${String(place)}`] = doneCount;
    slots[`left.${String(place)}`] = timeLeft;
    return { ...track, place };
  });
  return { tracks: shell, slots, key: sha256(JSON.stringify(shell)) };
}

function toMyTrack(enrolment: Enrolment, facts: PersonFacts, now: Date): MyTrack {
  const { edition, states } = enrolment;
  const { text } = getText(enrolment.textId);
  const progress = trackProgress(edition.manifest, states);
  const lessons = lessonsOf(edition.manifest);
  const last = enrolment.lastLessonId;
  const nextId = last !== null && states[last]?.done !== true ? last : progress.nextLessonId;
  return {
    trackSlug: edition.trackSlug,
    title: text.title,
    language: text.language,
    modality: edition.manifest.modality,
    societyName: edition.society.name,
    isDemonstration: edition.society.isDemonstration,
    steps: edition.manifest.modules.flatMap((module) =>
      module.lessons.map((lesson, i) => ({
        id: lesson.id,
        startsModule: i === 0,
        isHere: lesson.id === nextId,
      })),
    ),
    lit: litSteps(lessons.map((lesson) => states[lesson.id]?.done === true)),
    doneCount: String(progress.doneCount),
    lessonCount: progress.lessonCount,
    timeLeft: formatMinutes(progress.minutesLeft),
    isComplete: progress.complete || enrolment.completedAt !== null,
    isStarted: progress.doneCount > 0 || last !== null,
    next:
      nextId === null
        ? null
        : {
            id: nextId,
            number: lessons.findIndex((l) => l.id === nextId) + 1,
            title: text.lessons[nextId]?.title ?? nextId,
          },
    isWithdrawn: enrolment.availability === "withdrawn",
    ...standing(enrolment, facts, now),
  };
}

type Standing = Pick<MyTrack, "endedAt" | "attempts" | "expires" | "reviewBy" | "offer">;

const nearMs = 90 * 86_400_000;

function standing(enrolment: Enrolment, facts: PersonFacts, now: Date): Standing {
  const { edition, ended } = enrolment;
  const near = new Date(now.getTime() + nearMs);
  const expiresAt = facts.expires.get(enrolment.id);
  const isNear = expiresAt !== undefined && new Date(expiresAt) <= near;
  const offer = findEditionOffer(edition.id, enrolment.currentEditionId, enrolment.language);
  return {
    endedAt: ended?.at ?? null,
    attempts: ended === null ? nextAttempts(enrolment, facts) : null,
    expires: isNear ? { at: expiresAt, isOver: new Date(expiresAt) <= now } : null,
    // Where a newer edition is offered, the review has happened.
    reviewBy: offer === null && new Date(edition.manifest.reviewBy) <= near ? edition.manifest.reviewBy : null,
    offer: ended === null ? offer : null,
  };
}

function nextAttempts(enrolment: Enrolment, { begun }: PersonFacts): MyTrack["attempts"] {
  for (const lesson of lessonsOf(enrolment.edition.manifest)) {
    if (lesson.kind !== "quiz" || enrolment.states[lesson.id]?.done === true) continue;
    const begunHere = begun.get(lessonSubject(enrolment.id, lesson.id).ref) ?? 0;
    const left = attemptsLeft(lesson.blueprint.attempts, enrolment.grants[lesson.id] ?? 0, begunHere);
    if (left === null) continue;
    return { title: getText(enrolment.textId).text.lessons[lesson.id]?.title ?? lesson.id, left };
  }
  return null;
}
