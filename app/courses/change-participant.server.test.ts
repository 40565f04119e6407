import { beforeAll, expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { registerAllMessages } from "../i18n/all-messages.server";
import { changeParticipant } from "./change-participant.server";
import { findEnrolment } from "./find-enrolment.server";
import { findLessonPage } from "./find-lesson-page.server";
import { findParticipant } from "./find-participant.server";
import { finishReading } from "./finish-reading.server";
import { giveEvaluation } from "./give-evaluation.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { mayWatch } from "./may-watch.server";
import type { ParticipantChange } from "./participant-change";
import { reportWatching } from "./report-watching.server";
import { startQuiz } from "./start-quiz.server";

beforeAll(registerAllMessages);

async function givenParticipant({ given, now }: DbTestContext, quiz: { attempts?: number; timeLimitMinutes?: number }) {
  const { person, edition, enrolment } = await given.enrolled({ quiz });
  const { id: actorId } = await given.person({ certificateName: "Edith Editor" });
  const { societyId } = edition.track;
  const deed = { societyId, actorId, enrolmentId: enrolment.id, now };
  const where = { personId: person.id, trackSlug: edition.track.slug, now };
  return {
    person,
    edition,
    enrolment,
    where,
    deed,
    change: (change: ParticipantChange, as = deed) => changeParticipant(as, change),
    start: () => startQuiz({ ...where, lessonId: "quiz", confirmsIdentity: true }),
    handIn: (number: number) => handInQuiz({ ...where, lessonId: "quiz", number }),
    detail: () => findParticipant({ societyId, enrolmentId: enrolment.id, locale: "en", now }),
  };
}

const grant = { intent: "grant", lessonId: "quiz", reason: "The power failed." } as const;

dbTest(
  "one more attempt is granted when none is left, once for a double click, and it can be taken",
  async (context) => {
    const { change, start, handIn, detail, deed } = await givenParticipant(context, { attempts: 1 });
    expect(await change(grant)).toEqual({ ok: false, reason: "attempts-left" });
    await start();
    await handIn(1);
    expect(await start()).toEqual({ ok: false, reason: "no-attempts-left" });
    expect(await change({ ...grant, reason: "Zoë asked" })).toEqual({ ok: false, reason: "reason-names-holder" });
    const both = await Promise.all([change(grant), change(grant)]);
    expect(both).toEqual([{ ok: true }, { ok: false, reason: "attempts-left" }]);
    expect(await detail()).toMatchObject({
      limited: [{ lessonId: "quiz", allowed: 2, left: 1 }],
      history: [{ deed: "grant", byName: "Edith Editor", lessonTitle: "Lesson quiz", reason: "The power failed." }],
    });
    expect(await context.db.sittingGrant.findMany()).toMatchObject([{ lessonId: "quiz", byPersonId: deed.actorId }]);
    expect(await start()).toMatchObject({ ok: true, number: 2 });
  },
);

dbTest("extra time counts from the next attempt on, and none takes the limit away", async (context) => {
  const { change, start, handIn, detail } = await givenParticipant(context, { attempts: 3, timeLimitMinutes: 20 });
  await change({ intent: "time", factor: "1.5" });
  await change({ intent: "time", factor: "1.5" });
  await start();
  await handIn(1);
  await change({ intent: "time", factor: "none" });
  await start();
  const sittings = await context.db.sitting.findMany({ orderBy: { number: "asc" } });
  expect(sittings.map(({ deadlineAt }) => deadlineAt && deadlineAt.getTime() - context.now.getTime())).toEqual([
    30 * 60_000,
    null,
  ]);
  expect(await detail()).toMatchObject({ timeFactor: "none", history: [{ factor: "none" }, { factor: "1.5" }] });
});

dbTest(
  "an ended enrolment takes no evidence and shows no lesson; what was done stays, and it can go on",
  async (context) => {
    const { change, start, where, edition, person, detail } = await givenParticipant(context, { attempts: 3 });
    await finishReading({ ...where, lessonId: "reading" });
    await start();
    expect(await change({ intent: "end", endReason: " " })).toEqual({ ok: false, reason: "reason-missing" });
    const end = { intent: "end", endReason: "Left the hospital." } as const;
    expect(await change(end)).toEqual({ ok: true });
    expect(await change(end)).toEqual({ ok: true });
    const ended = { ok: false, reason: "ended" };
    const answers = { relevance: "5", bias: "none", practice: "yes", text: "" } as const;
    expect(await finishReading({ ...where, lessonId: "reading" })).toEqual(ended);
    expect(await giveEvaluation({ ...where, lessonId: "evaluation", confirmsIdentity: false, answers })).toEqual(ended);
    expect(await start()).toEqual(ended);
    const report = { ...where, lessonId: "webinar", spans: [], positionMs: 0, seeked: false };
    expect(await reportWatching(report)).toEqual(ended);
    const asset = { id: edition.assetId, audience: "enrolled" } as const;
    expect(mayWatch(asset, person.id)).toBe(false);
    expect(await change(grant)).toEqual(ended);
    expect(await change({ intent: "time", factor: "2" })).toEqual(ended);
    expect(await change({ intent: "remind" })).toEqual(ended);
    // The attempt that was running is handed in: a later answer finds it closed.
    expect(await context.db.sitting.findMany()).toMatchObject([{ endReason: "handed-in", passed: false }]);
    expect(findLessonPage({ ...where, lessonId: "reading", locale: "en" })).toMatchObject({
      state: "ended",
      ended: { reason: "Left the hospital." },
    });
    expect(findEnrolment(where)?.states["reading"]?.done).toBe(true);
    expect(await detail()).toMatchObject({ ended: { reason: "Left the hospital." }, history: [{ deed: "end" }] });
    expect(await change({ intent: "resume" })).toEqual({ ok: true });
    expect(await change({ intent: "resume" })).toEqual({ ok: true });
    expect(await finishReading({ ...where, lessonId: "reading" })).toMatchObject({ ok: true });
    expect(mayWatch(asset, person.id)).toBe(true);
    expect((await detail())?.history.map(({ deed }) => deed)).toHaveLength(2);
  },
);

dbTest("another society's learner is not there for any of it", async (context) => {
  const { change, deed } = await givenParticipant(context, { attempts: 1 });
  const stranger = { ...deed, societyId: (await context.given.society()).id };
  const changes: ParticipantChange[] = [
    { intent: "remind" },
    grant,
    { intent: "time", factor: "2" },
    { intent: "end", endReason: "No reason." },
    { intent: "resume" },
  ];
  for (const one of changes) expect(await change(one, stranger)).toEqual({ ok: false, reason: "not-there" });
  expect(await context.db.auditEvent.count()).toBe(0);
});

dbTest("an enrolment ends together with its open attempts or not at all", async (context) => {
  const { change, start, handIn, where } = await givenParticipant(context, { attempts: 3 });
  await start();
  const sitting = await context.db.sitting.findFirstOrThrow();
  const withPaper = (paper: string) =>
    context.transact((tx) => tx.sitting.update({ where: { id: sitting.id }, data: { paper } }));
  await withPaper("broken");
  const end = { intent: "end", endReason: "Left the hospital." } as const;
  await expect(change(end)).rejects.toThrow();
  expect(findEnrolment(where)?.ended).toBeNull();
  expect(await context.db.auditEvent.count()).toBe(0);
  await withPaper(sitting.paper);
  expect(await change(end)).toEqual({ ok: true });
  expect(await context.db.sitting.count({ where: { endedAt: null } })).toBe(0);
  expect(await handIn(1)).toEqual({ ok: true, passed: false });
});

dbTest("an attempt at a quiz that the edition lacks is handed in with the enrolment's end", async (context) => {
  const { change, start, enrolment } = await givenParticipant(context, { attempts: 3 });
  await start();
  await context.transact((tx) =>
    tx.sitting.updateMany({ data: { subjectRef: `${enrolment.id}:quiz-of-an-earlier-edition` } }),
  );
  expect(await change({ intent: "end", endReason: "Left the hospital." })).toEqual({ ok: true });
  expect(await context.db.sitting.findMany()).toMatchObject([{ endReason: "handed-in" }]);
});
