import { saveAnswer } from "../../app/assessments/save-answer.server";
import { handInQuiz } from "../../app/courses/hand-in-quiz.server";
import { startQuiz } from "../../app/courses/start-quiz.server";
import type { Question } from "../../quizzes/engine/model";
import { db } from "../../app/platform/db.server";
import type { Given } from "./given";
import { sixQuestions } from "./questions";

/** An essay whose rubric has one criterion: no reasons, or all of them. */
export const givenEssayQuestion = (id: string): Question => ({
  kind: "essay",
  id,
  topic: "beam",
  outcomes: ["T-K1"],
  difficulty: 1,
  lesson: "reading",
  source: { cite: "A source", year: 2020, mark: "V" },
  stem: `Stem of ${id}`,
  explanation: `Explanation of ${id}`,
  rubric: [
    {
      id: "reasons",
      text: "Gives reasons",
      levels: [
        { id: "none", text: "None", points: 0 },
        { id: "all", text: "All", points: 2 },
      ],
    },
  ],
  minWords: 2,
  maxWords: 200,
  model: "A good answer",
});

/** A society, and an attempt of one single choice and one essay that was handed in and waits for its marker. */
export async function givenEssay(given: Given, now: Date) {
  const society = await given.society();
  const edition = await given.edition({
    societyId: society.id,
    questions: [...sixQuestions.slice(0, 1), givenEssayQuestion("essay-one")],
    quiz: { fixed: ["one-of-three", "essay-one"], passPercent: 100 },
  });
  const { person, enrolment } = await given.enrolled({ edition });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", now };
  await startQuiz({ ...where, confirmsIdentity: true });
  const { id: sittingId } = await db.sitting.findFirstOrThrow({ where: { personId: person.id } });
  const answer = { personId: person.id, sittingId, device: "device-one", now };
  const text = "The first text";
  await saveAnswer({ ...answer, questionId: "essay-one", sequence: 1, response: { kind: "essay", text } });
  await handInQuiz({ ...where, number: 1 });
  return { society, edition, person, enrolment, sittingId, revisionId: edition.revisionIds["one-of-three"] ?? "" };
}
