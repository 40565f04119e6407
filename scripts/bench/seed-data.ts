import path from "node:path";
import Database from "better-sqlite3";
import { getEdition, getTextFor } from "../../app/courses/edition-store.server";
import { lessonsOf, type Manifest } from "../../app/courses/manifest";
import { startQuiz } from "../../app/courses/start-quiz.server";
import { closeDatabase, statement } from "../../app/platform/db.server";
import { env } from "../../app/platform/env.server";
import { invariant, present } from "../../app/platform/invariant";
import { keyResponse } from "../../quizzes/arbitrary-response";
import { readQuestions } from "./read-questions";
import { type BenchData, writeBenchData } from "./bench-data";
import { addHistory, addLearner, completeTrack, enrol, type Learner, type SeededTrack } from "./bulk-rows";

/**
 * Fills the seeded database of DATA_DIR with the benchmark's learners: rows by plain SQL where their number counts,
 * the product's own commands where its rules do.
 */
export const readerCount = 64;
const answeringCount = 512;
const candidateCount = 900;
const completeCount = 1000;
const editionCount = 10_000;
const draftCount = 1000;

const quizLesson = "final-assessment";

export async function seedBenchData(now: Date): Promise<void> {
  const reading = findTrack("ct-orientation-session");
  const finished = findTrack("image-guided-interventions");
  const database = new Database(path.join(env.DATA_DIR, "stepwedge.db"));
  database.pragma("busy_timeout = 5000");
  const rows = { database, now };
  const groups = database.transaction(() => {
    let index = 0;
    const people = (count: number) => Array.from({ length: count }, () => addLearner(rows, index++));
    const [readers, answering, candidates, complete] = [
      people(readerCount),
      people(answeringCount),
      people(candidateCount),
      people(completeCount),
    ];
    addHistory(rows, { track: reading, editions: editionCount, drafts: draftCount });
    const lessons = readingLessons(reading.manifest);
    readers.forEach((learner, i) =>
      enrol(rows, { learner, track: reading, done: lessons.slice(0, i % lessons.length) }),
    );
    for (const learner of [...answering, ...candidates]) enrol(rows, { learner, track: reading, done: lessons });
    return {
      readers,
      answering,
      candidates,
      certified: readers.map((learner) => completeTrack(rows, { learner, track: finished, quizLesson })),
      complete: complete.map((learner) => completeTrack(rows, { learner, track: reading, quizLesson })),
    };
  })();
  database.close();
  const answering: BenchData["answering"] = [];
  for (const learner of groups.answering)
    answering.push({ ...learner, ...(await startSitting(learner, reading, now)) });
  const { text } = getTextFor(reading.editionId, "en");
  const titled = (id: string) => ({ id, title: present(text.lessons[id], `text of lesson ${id}`).title });
  writeBenchData(env.DATA_DIR, {
    track: { slug: reading.slug, title: text.title },
    lessons: readingLessons(reading.manifest).slice(0, 10).map(titled),
    webinar: webinarOf(reading.manifest),
    quiz: { lessonId: quizLesson, title: titled(quizLesson).title },
    responses: Object.fromEntries(
      readQuestions(reading.manifest).map((question) => [question.id, keyResponse(question)]),
    ),
    readers: groups.readers,
    certified: groups.certified,
    answering,
    candidates: groups.candidates,
    complete: groups.complete,
  });
  await closeDatabase();
}

const findCurrent = statement<[string], { id: string; currentEditionId: string }>(
  "SELECT id, currentEditionId FROM Track WHERE slug = ?",
);

function findTrack(slug: string): SeededTrack {
  const row = present(findCurrent.get(slug), `track ${slug}`);
  const { manifest } = getEdition(row.currentEditionId);
  return {
    id: row.id,
    slug,
    editionId: row.currentEditionId,
    textId: getTextFor(row.currentEditionId, "en").id,
    manifest,
  };
}

function readingLessons(manifest: Manifest): string[] {
  return lessonsOf(manifest).flatMap((lesson) => (lesson.kind === "reading" ? [lesson.id] : []));
}

function webinarOf(manifest: Manifest): BenchData["webinar"] {
  const lesson = lessonsOf(manifest).find((entry) => entry.kind === "webinar");
  invariant(lesson?.kind === "webinar", "the track has a recorded webinar");
  return { lessonId: lesson.id, durationMs: lesson.durationMs };
}

const findOpenSitting = statement<[string], { id: string; paper: string }>(
  "SELECT id, paper FROM Sitting WHERE personId = ? AND endedAt IS NULL",
);

async function startSitting(
  learner: Learner,
  track: SeededTrack,
  now: Date,
): Promise<{ sittingId: string; questionIds: string[] }> {
  const started = await startQuiz({
    personId: learner.personId,
    trackSlug: track.slug,
    lessonId: quizLesson,
    confirmsIdentity: true,
    now,
  });
  invariant(started.ok, `a sitting for ${learner.name}`);
  const { id, paper } = present(findOpenSitting.get(learner.personId), `the sitting of ${learner.name}`);
  // The paper is JSON that the product has just written.
  const { items } = JSON.parse(paper) as { items: { questionId: string }[] };
  return { sittingId: id, questionIds: items.map((item) => item.questionId) };
}
