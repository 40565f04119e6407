import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { sixQuestions } from "../../tests/support/questions";
import { PinnedPaper } from "../assessments/sitting";
import { preparedReads } from "../platform/db.server";
import { startQuiz } from "./start-quiz.server";

dbTest("of a large pool only the questions that are drawn are read", async ({ given, db, now }) => {
  const [question] = sixQuestions;
  if (question === undefined) throw new Error("There are six questions");
  const questions = Array.from({ length: 300 }, (_, i) => ({
    ...question,
    id: `question-${String(i)}`,
    topic: i % 100 === 0 ? "rare" : "common",
    difficulty: i % 200 === 0 ? (3 as const) : (1 as const),
    ...(i === 200 ? { professions: ["physicist"] } : {}),
  }));
  const draw = [
    { count: 1, topic: "rare", difficulty: 3 as const, profession: "radiographer" },
    { count: 2, topic: "common" },
  ];
  const { person, edition } = await given.enrolled({
    edition: await given.edition({ questions, quiz: { fixed: ["question-100"], draw } }),
  });
  const before = preparedReads();
  await startQuiz({
    personId: person.id,
    trackSlug: edition.track.slug,
    lessonId: "quiz",
    confirmsIdentity: true,
    now,
  });
  expect(preparedReads() - before).toBeLessThan(30);
  const { paper } = await db.sitting.findFirstOrThrow();
  const ids = PinnedPaper.parse(JSON.parse(paper)).items.map(({ questionId }) => questionId);
  expect(ids).toHaveLength(4);
  // Of the two that fit the first line one is for physicists alone.
  expect(ids).toEqual(expect.arrayContaining(["question-0", "question-100"]));
  for (const { questionId, revisionId } of PinnedPaper.parse(JSON.parse(paper)).items)
    expect(revisionId).toBe(edition.revisionIds[questionId]);
});
