import type { Lesson } from "../../app/courses/manifest";
import { transact } from "../../app/platform/db.server";
import { newId } from "../../app/platform/ids.server";
import type { Given } from "./given";

type Learner = Awaited<ReturnType<Given["enrolled"]>>;

/**
 * For tests: somebody who has done everything, with the evidence that this leaves: two sittings (60 % and 84 %), 285 of
 * 300 seconds watched, the evaluation given.
 */
export async function givenCompleted(
  given: Given,
  now: Date,
  wish: Parameters<Given["enrolled"]>[0] = {},
): Promise<Learner> {
  const learner = await given.enrolled(wish);
  const { enrolment, edition, person } = learner;
  const ref = (lessonId: string) => `${enrolment.id}:${lessonId}`;
  const sitting = (number: number, scoreHundredths: number, passed: boolean) => ({
    id: newId(),
    subjectKind: "lesson",
    subjectRef: ref("quiz"),
    personId: person.id,
    number,
    language: "en",
    editionTextId: edition.textIds["en"] ?? "",
    blueprint: "{}",
    paper: '{"items":[]}',
    seed: "seed",
    startedAt: now,
    endedAt: now,
    endReason: "handed-in",
    scoreHundredths,
    maxHundredths: 1000,
    passed,
  });
  const lessons: readonly Lesson[] = edition.manifest.modules.flatMap((module) => module.lessons);
  const spans: [number, number][] = [
    [0, 200_000],
    [215_000, 300_000],
  ];
  await transact(async (tx) => {
    await tx.sitting.createMany({ data: [sitting(1, 600, false), sitting(2, 849, true)] });
    await tx.lessonDone.create({
      data: { enrolmentId: enrolment.id, lessonId: "reading", editionTextId: edition.textIds["en"] ?? "", at: now },
    });
    await tx.evaluationGiven.create({ data: { enrolmentId: enrolment.id, lessonId: "evaluation", at: now } });
    await tx.watchedSpan.createMany({
      data: spans.map(([fromMs, toMs]) => ({ subjectRef: ref("webinar"), fromMs, toMs, at: now })),
    });
    await tx.watchState.create({
      data: {
        subjectRef: ref("webinar"),
        spans: JSON.stringify(spans),
        coveredMs: 285_000,
        resumeMs: 0,
        allowanceMs: 0,
        lastReportAt: now,
      },
    });
    await tx.lessonState.createMany({
      data: lessons.map((lesson) => ({ enrolmentId: enrolment.id, lessonId: lesson.id, fraction: 10_000, done: true })),
    });
    await tx.enrolment.update({ where: { id: enrolment.id }, data: { completedAt: now } });
  });
  return learner;
}
