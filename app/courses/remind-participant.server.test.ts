import { beforeAll, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { givenCompleted } from "../../tests/support/given-completed";
import { registerAllMessages } from "../i18n/all-messages.server";
import { findParticipant } from "./find-participant.server";
import { remindParticipant } from "./remind-participant.server";

beforeAll(registerAllMessages);

const week = 7 * 86_400_000;

dbTest("a learner gets one reminder a week, whoever asks, and each is on record", async ({ db, given, now }) => {
  const { edition, enrolment, person } = await given.enrolled();
  const { societyId } = edition.track;
  const [admin, editor] = [await given.person(), await given.person()];
  const remind = (actorId: string, at: Date) =>
    remindParticipant({ societyId, actorId, enrolmentId: enrolment.id, now: at });
  const both = await Promise.all([remind(admin.id, now), remind(editor.id, now)]);
  expect(both).toEqual([{ ok: true }, { ok: false, reason: "too-soon" }]);
  expect(await remind(editor.id, new Date(now.getTime() + week - 1))).toEqual({ ok: false, reason: "too-soon" });
  const letters = await given.inbox();
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({ to: person.email });
  expect(letters[0]?.text).toContain("You have done 0 of 4 lessons.");
  expect(letters[0]?.text).toContain(`/learn/${edition.track.slug}`);
  expect(await remind(editor.id, new Date(now.getTime() + week))).toEqual({ ok: true });
  expect(await given.inbox()).toHaveLength(2);
  const events = await db.auditEvent.findMany({ orderBy: { at: "asc" } });
  expect(events).toMatchObject([
    { actorId: admin.id, action: "participant.remind", subject: `enrolment:${enrolment.id}` },
    { actorId: editor.id, action: "participant.remind", subject: `enrolment:${enrolment.id}` },
  ]);
  expect(JSON.stringify(events)).not.toContain(person.certificateName);
});

dbTest("the mail is in the learner's own language", async ({ given, now }) => {
  const person = await given.person({ locale: "de" });
  const { edition, enrolment } = await given.enrolled({ person });
  await remindParticipant({ ...edition.track, actorId: person.id, enrolmentId: enrolment.id, now });
  const [letter] = await given.inbox();
  expect(letter?.html).toContain('<html lang="de">');
});

dbTest("nobody is reminded of a complete track, and another society's learner is not there", async (context) => {
  const { db, given, now } = context;
  const { edition, enrolment, person } = await givenCompleted(given, now);
  const ask = { actorId: person.id, enrolmentId: enrolment.id, now };
  const { societyId } = edition.track;
  expect(await remindParticipant({ ...ask, societyId })).toEqual({ ok: false, reason: "complete" });
  const begun = await given.enrolled();
  const strange = { ...ask, societyId, enrolmentId: begun.enrolment.id };
  expect(await remindParticipant(strange)).toEqual({ ok: false, reason: "not-there" });
  expect(await remindParticipant({ ...ask, societyId, enrolmentId: "no-such" })).toEqual({
    ok: false,
    reason: "not-there",
  });
  expect(await given.inbox()).toEqual([]);
  expect(await db.auditEvent.count()).toBe(0);
});

dbTest("the detail shows lessons and sittings, and no answer", async ({ given, now, db, transact }) => {
  const { edition, enrolment } = await givenCompleted(given, now);
  const sitting = await db.sitting.findFirstOrThrow({ where: { number: 1 } });
  const answer = { questionId: "one-of-three", device: "d", sequence: 1, response: '{"option":"secret"}', at: now };
  await transact((tx) => tx.answerEvent.create({ data: { ...answer, sittingId: sitting.id } }));
  const where = { enrolmentId: enrolment.id, locale: "en", now };
  const found = await findParticipant({ ...where, societyId: edition.track.societyId });
  expect(found).toMatchObject({ isComplete: true, reminder: { lastSentAt: null, nextAt: null } });
  expect(found?.lessons.map(({ id, isDone }) => [id, isDone])).toEqual([
    ["reading", true],
    ["webinar", true],
    ["quiz", true],
    ["evaluation", true],
  ]);
  expect(found?.sittings).toEqual([
    {
      lessonNumber: 3,
      lessonTitle: "Lesson quiz",
      number: 1,
      startedAt: "2026-03-02T09:00:00.000+00:00",
      score: { scoreHundredths: 600, maxHundredths: 1000, passed: false },
    },
    {
      lessonNumber: 3,
      lessonTitle: "Lesson quiz",
      number: 2,
      startedAt: "2026-03-02T09:00:00.000+00:00",
      score: { scoreHundredths: 849, maxHundredths: 1000, passed: true },
    },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/secret|one-of-three|@/);
  expect(await findParticipant({ ...where, societyId: (await given.society()).id })).toBeNull();
});
