import { expect } from "vitest";
import { saveAnswer } from "../assessments/save-answer.server";
import { dbTest } from "../../tests/support/db-test";
import { rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { countLateAnswer } from "./count-late-answer.server";
import { listLateAnswers } from "./find-regrade-changes.server";
import { rebuildProgress } from "./rebuild-progress.server";
import { settleAllOverdue } from "./settle-overdue.server";
import { startQuiz } from "./start-quiz.server";

dbTest(
  "an editor counts an answer that came late, once, and the attempt is marked with it",
  async ({ given, now, db }) => {
    const society = await given.society();
    const edition = await given.edition({ societyId: society.id, quiz: { timeLimitMinutes: 10, passPercent: 100 } });
    const { person, enrolment } = await given.enrolled({ edition });
    await startQuiz({
      personId: person.id,
      trackSlug: edition.track.slug,
      lessonId: "quiz",
      confirmsIdentity: true,
      now,
    });
    const { id: sittingId } = await db.sitting.findFirstOrThrow();
    const editor = await given.member({ society, role: "editor" });
    const [last, ...inTime] = Object.entries(rightAnswers).toReversed();
    const save = (sequence: number, [questionId, response]: (typeof inTime)[number], at: Date) =>
      saveAnswer({ personId: person.id, sittingId, questionId, device: "device-one", sequence, response, now: at });
    for (const [i, entry] of inTime.entries()) await save(i, entry, now);
    await settleAllOverdue(secondsAfter(now, 700));
    if (last !== undefined) await save(99, last, secondsAfter(now, 701));
    expect(await db.sitting.findFirst()).toMatchObject({ passed: false, scoreHundredths: 500 });

    const where = { societyId: society.id, enrolmentId: enrolment.id };
    const list = () => listLateAnswers({ ...where, locale: "en" });
    expect(list()).toMatchObject([{ lessonTitle: "Lesson quiz", number: 1, questionId: "three-steps" }]);
    const count = { ...where, actorId: editor.id, answerId: list()[0]?.id ?? 0, now: secondsAfter(now, 900) };
    expect(await countLateAnswer({ ...count, societyId: (await given.society()).id })).toBe(false);
    expect(await Promise.all([countLateAnswer(count), countLateAnswer(count)])).toEqual([true, false]);
    expect(await db.sitting.findFirst()).toMatchObject({ passed: true, scoreHundredths: 600 });
    expect(list()).toEqual([]);
    expect(await db.answerEvent.count({ where: { late: true } })).toBe(1);
    expect(await db.auditEvent.findMany()).toMatchObject([
      { actorId: editor.id, action: "answer.count-late", subject: `sitting:${sittingId}` },
    ]);
    expect((await rebuildProgress({ write: false, now })).differences).toEqual([]);
  },
);
