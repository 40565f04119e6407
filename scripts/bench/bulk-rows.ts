import type Database from "better-sqlite3";
import { lessonSubject } from "../../app/courses/subject";
import { lessonsOf, type Manifest } from "../../app/courses/manifest";
import { dbTime } from "../../app/platform/db.server";
import { newId, randomText, sha256 } from "../../app/platform/ids.server";
import { learnerName } from "./bench-data";

/** Rows of the benchmark's learners, by plain SQL: thousands of them in a second. */
export interface Rows {
  readonly database: Database.Database;
  readonly now: Date;
}

export interface Learner {
  readonly personId: string;
  readonly name: string;
  readonly cookie: string;
}

export interface SeededTrack {
  readonly id: string;
  readonly slug: string;
  readonly editionId: string;
  readonly textId: string;
  readonly manifest: Manifest;
}

/** Argon2id at the lowest cost, of a password that nobody uses: the benchmark signs in by session. */
const passwordHash = "$argon2id$v=19$m=8,t=1,p=1$8ATE3vFAov4lZCmayr0zJg$CwUwYA4Ot+LjDi847YVMzNeJ4w4k4B2qSt/7NXMnCiI";
const day = 86_400_000;

/** Inserts a row from an object whose keys are columns. */
function insert(
  database: Database.Database,
  table: string,
  row: Readonly<Record<string, string | number | null>>,
): void {
  const names = Object.keys(row);
  database
    .prepare(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map((name) => `@${name}`).join(", ")})`)
    .run(row);
}

/** A verified learner with an open session. */
export function addLearner({ database, now }: Rows, index: number): Learner {
  const personId = newId();
  const name = learnerName(index);
  const at = dbTime(now);
  insert(database, "Person", {
    id: personId,
    email: `bench-${String(index)}@example.org`,
    emailVerifiedAt: at,
    passwordHash,
    certificateName: name,
    profession: "radiographer",
    country: "AT",
    locale: "en",
    termsAcceptedAt: at,
    createdAt: at,
  });
  const secret = randomText(40);
  insert(database, "Session", {
    idHash: sha256(secret),
    personId,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: dbTime(new Date(now.getTime() + 30 * day)),
    device: "Benchmark",
  });
  return { personId, name, cookie: `session=${secret}` };
}

/** Enrols a learner who has ended the reading lessons `done`. @returns the enrolment's id */
export function enrol(rows: Rows, input: { learner: Learner; track: SeededTrack; done: readonly string[] }): string {
  const { database } = rows;
  const { learner, track } = input;
  const enrolmentId = newId();
  const at = dbTime(rows.now);
  insert(database, "Enrolment", {
    id: enrolmentId,
    personId: learner.personId,
    trackId: track.id,
    editionId: track.editionId,
    language: "en",
    enrolledAt: at,
    lastSeenAt: at,
    lastLessonId: input.done.at(-1) ?? null,
  });
  for (const lessonId of input.done) {
    insert(database, "LessonDone", { enrolmentId, lessonId, editionTextId: track.textId, at });
    insert(database, "LessonState", { enrolmentId, lessonId, fraction: 10_000, done: 1 });
  }
  return enrolmentId;
}

/** A learner who has done everything in a track and has no certificate yet. @returns the enrolment's id */
export function completeTrack(rows: Rows, input: { learner: Learner; track: SeededTrack; quizLesson: string }): string {
  const { database } = rows;
  const { learner, track } = input;
  const at = dbTime(rows.now);
  const lessons = lessonsOf(track.manifest);
  const readings = lessons.flatMap((lesson) => (lesson.kind === "reading" ? [lesson.id] : []));
  const enrolmentId = enrol(rows, { learner, track, done: readings });
  for (const lesson of lessons) {
    if (lesson.kind === "reading") continue;
    insert(database, "LessonState", { enrolmentId, lessonId: lesson.id, fraction: 10_000, done: 1 });
    const { ref } = lessonSubject(enrolmentId, lesson.id);
    if (lesson.kind === "evaluation") insert(database, "EvaluationGiven", { enrolmentId, lessonId: lesson.id, at });
    if (lesson.kind === "webinar") {
      const { durationMs } = lesson;
      insert(database, "WatchedSpan", { subjectRef: ref, fromMs: 0, toMs: durationMs, at });
      insert(database, "WatchState", {
        subjectRef: ref,
        spans: JSON.stringify([[0, durationMs]]),
        coveredMs: durationMs,
        resumeMs: 0,
        allowanceMs: 0,
        lastReportAt: at,
      });
    }
    if (lesson.kind === "quiz")
      passQuiz(rows, {
        ref,
        personId: learner.personId,
        textId: track.textId,
        blueprint: JSON.stringify(lesson.blueprint),
      });
  }
  database.prepare("UPDATE Enrolment SET completedAt = ?, identityConfirmed = ? WHERE id = ?").run(at, at, enrolmentId);
  return enrolmentId;
}

function passQuiz(
  { database, now }: Rows,
  sitting: { ref: string; personId: string; textId: string; blueprint: string },
): void {
  const at = dbTime(now);
  insert(database, "Sitting", {
    id: newId(),
    subjectKind: "lesson",
    subjectRef: sitting.ref,
    personId: sitting.personId,
    number: 1,
    language: "en",
    editionTextId: sitting.textId,
    blueprint: sitting.blueprint,
    paper: JSON.stringify({ items: [] }),
    seed: "bench",
    startedAt: at,
    endedAt: at,
    endReason: "handed-in",
    scoreHundredths: 900,
    maxHundredths: 1000,
    passed: 1,
  });
}

/**
 * What years leave behind in a society: former editions of a track, and tracks that are only being written. No page of a
 * learner reads them; they show that their number costs nothing.
 */
export function addHistory(
  { database, now }: Rows,
  { track, editions, drafts }: { track: SeededTrack; editions: number; drafts: number },
): void {
  const at = dbTime(now);
  const manifest = JSON.stringify(track.manifest);
  for (let i = 0; i < editions; i++)
    insert(database, "Edition", {
      // Before the current edition's id, as an older one's is.
      id: `0${newId().slice(1)}`,
      trackId: track.id,
      number: 1_000_000 + i,
      hash: sha256(`former edition ${String(i)}`),
      manifest,
      publishedAt: at,
    });
  for (let i = 0; i < drafts; i++) {
    const trackId = newId();
    const { societyId } = database.prepare("SELECT societyId FROM Track WHERE id = ?").get(track.id) as {
      societyId: string;
    };
    insert(database, "Track", { id: trackId, slug: `draft-${String(i)}`, societyId, availability: "open" });
    for (const [part, language] of [
      ["structure", ""],
      ["words", "en"],
    ] as const)
      insert(database, "DraftText", { id: newId(), trackId, part, language, version: 1, content: manifest, at });
  }
}
