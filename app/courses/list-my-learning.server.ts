import { formatMinutes } from "../i18n/format";
import { dbTime, statement } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";
import type { StillPage } from "../platform/still.server";
import { litSteps } from "../ui/step-wedge";
import { attemptsLeft } from "./attempts";
import { type EditionOffer, findEditionOffer } from "./edition-offer.server";
import { getText } from "./edition-store.server";
import { type Enrolment, listEnrolments } from "./find-enrolment.server";
import { lessonsOf } from "./manifest";
import { canPractise } from "./practice-policy";
import { dailySet, isBeingSat, startOfDay } from "./practice-sql";
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
  /** Track -> questions that are due in the refresher, and those that wait there for another day. */
  readonly due: ReadonlyMap<string, number>;
  readonly waiting: ReadonlyMap<string, number>;
  readonly practisedToday: number;
  /** Subject of a lesson -> attempts begun. */
  readonly begun: ReadonlyMap<string, number>;
  /** Enrolment -> end of the certificate that counts. */
  readonly expires: ReadonlyMap<string, string>;
}

type Counted = "begun" | "due" | "waiting" | "practised";

const listFacts = statement<
  [{ personId: string; now: string; today: string }],
  { kind: Counted; ref: string; value: number } | { kind: "expires"; ref: string; value: string }
>(`
  SELECT 'begun' AS kind, subjectRef AS ref, count(*) AS value
    FROM Sitting WHERE personId = @personId AND subjectKind = 'lesson' GROUP BY subjectRef
  UNION ALL
  SELECT 'expires', enrolmentId, max(expiresAt) FROM Certificate
   WHERE personId = @personId AND expiresAt IS NOT NULL AND revokedAt IS NULL AND supersededById IS NULL
   GROUP BY enrolmentId
  UNION ALL
  SELECT CASE WHEN c.dueAt <= @now THEN 'due' ELSE 'waiting' END, c.trackId, count(*) FROM PracticeCard c
   WHERE c.personId = @personId AND NOT ${isBeingSat} GROUP BY 1, 2
  UNION ALL
  SELECT 'practised', '', count(*) FROM PracticeAnswer
   WHERE personId = @personId AND place = 'refresher' AND at >= @today`);

function readFacts(personId: string, now: Date): PersonFacts {
  const counts = {
    begun: new Map<string, number>(),
    due: new Map<string, number>(),
    waiting: new Map<string, number>(),
  };
  const expires = new Map<string, string>();
  let practisedToday = 0;
  for (const fact of listFacts.all({ personId, now: dbTime(now), today: dbTime(startOfDay(now)) })) {
    if (fact.kind === "expires") expires.set(fact.ref, fact.value);
    else if (fact.kind === "practised") practisedToday = fact.value;
    else counts[fact.kind].set(fact.ref, fact.value);
  }
  return { ...counts, expires, practisedToday };
}

/** The refresher in one line: how many questions it asks today; null for learners for whom nothing waits there. */
export type MyRefresher = { readonly due: number } | null;

function refresherOf(enrolments: readonly Enrolment[], facts: PersonFacts): MyRefresher {
  const tracks = enrolments.filter(canPractise).map(({ edition }) => edition.trackId);
  const sum = (counts: ReadonlyMap<string, number>) => tracks.reduce((all, track) => all + (counts.get(track) ?? 0), 0);
  const due = sum(facts.due);
  if (due + sum(facts.waiting) === 0) return null;
  return { due: Math.min(due, Math.max(0, dailySet - facts.practisedToday)) };
}

/** Everything on "My learning", the latest visited track first: two statements and memory. */
export function findMyLearning(input: { personId: string; search: string; now: Date }): {
  tracks: MyTrack[];
  refresher: MyRefresher;
} {
  const wanted = input.search.toLocaleLowerCase();
  const facts = readFacts(input.personId, input.now);
  const enrolments = listEnrolments(input.personId);
  const tracks = enrolments
    .map((enrolment) => toMyTrack(enrolment, facts, input.now))
    .filter((track) => wanted === "" || track.title.toLocaleLowerCase().includes(wanted));
  return { tracks, refresher: refresherOf(enrolments, facts) };
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
