import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { givenCompleted } from "../../tests/support/given-completed";
import { newId } from "../platform/ids.server";
import { findMyLearning } from "./list-my-learning.server";

const day = 86_400_000;

dbTest(
  "a learner sees how many attempts are left at the next limited quiz, granted ones among them",
  async (context) => {
    const { given, now, transact } = context;
    const { person, enrolment } = await given.enrolled({ quiz: { attempts: 2 } });
    const list = () => findMyLearning({ personId: person.id, search: "", now }).tracks;
    expect(list()).toMatchObject([{ attempts: { title: "Lesson quiz", left: 2 }, expires: null, offer: null }]);
    await transact(async (tx) => {
      await tx.sitting.create({
        data: {
          id: newId(),
          subjectKind: "lesson",
          subjectRef: `${enrolment.id}:quiz`,
          personId: person.id,
          number: 1,
          language: "en",
          editionTextId: "",
          blueprint: "{}",
          paper: "{}",
          seed: "",
          startedAt: now,
        },
      });
      const facts = { id: newId(), enrolmentId: enrolment.id, lessonId: "quiz", byPersonId: person.id, reason: "A." };
      await tx.sittingGrant.create({ data: { ...facts, at: now } });
    });
    expect(list()).toMatchObject([{ attempts: { left: 2 } }]);
  },
);

dbTest("a newer edition is offered to learners and told to who has completed; nobody else", async (context) => {
  const { given, now } = context;
  const learner = await given.enrolled();
  const done = await givenCompleted(given, now, { edition: learner.edition });
  const list = (personId: string) => findMyLearning({ personId, search: "", now }).tracks;
  expect(list(learner.person.id)).toMatchObject([{ offer: null }]);
  await given.edition({ track: learner.edition.track, isCorrection: true });
  for (const { person } of [learner, done])
    expect(list(person.id)).toMatchObject([
      { offer: { yours: 1, number: 2, notes: [{ number: 2, isCorrection: true, text: "" }] } },
    ]);
  const { person } = await given.enrolledIn(learner.edition.track.slug);
  expect(list(person.id)).toMatchObject([{ offer: null }]);
});

dbTest(
  "a certificate that ends within 90 days and a review that is due are told, later ones are not",
  async (context) => {
    const { given, now, transact } = context;
    const { person, enrolment } = await givenCompleted(given, now, { manifest: { reviewBy: "2026-05-01" } });
    const list = (at: Date) => findMyLearning({ personId: person.id, search: "", now: at }).tracks;
    const expiresAt = new Date(now.getTime() + 100 * day);
    const names = { number: "N", trackSlug: "t", facts: "{}", commitment: "c", previousHash: "p", hash: "h" };
    await transact((tx) =>
      tx.certificate.create({
        data: {
          ...names,
          id: newId(),
          enrolmentId: enrolment.id,
          personId: person.id,
          issuedAt: now,
          expiresAt,
          isDemonstration: true,
          sequence: 1,
        },
      }),
    );
    expect(list(now)).toMatchObject([{ expires: null, reviewBy: "2026-05-01", isComplete: true }]);
    expect(list(new Date(now.getTime() + 11 * day))).toMatchObject([{ expires: { isOver: false } }]);
    expect(list(new Date(now.getTime() + 101 * day))).toMatchObject([{ expires: { isOver: true } }]);
    expect(list(new Date(now.getTime() - 60 * day))).toMatchObject([{ reviewBy: null }]);
  },
);

dbTest("an ended enrolment offers nothing to go on with", async ({ given, now, transact }) => {
  const { person, enrolment } = await given.enrolled();
  await transact((tx) => tx.enrolment.update({ where: { id: enrolment.id }, data: { endedAt: now } }));
  expect(findMyLearning({ personId: person.id, search: "", now }).tracks).toMatchObject([
    { endedAt: "2026-03-02T09:00:00.000+00:00", attempts: null, offer: null },
  ]);
});

dbTest("my learning says how many questions the refresher asks today: no more than a day's set", async (context) => {
  const { given, now, transact } = context;
  const { person, edition, enrolment } = await given.enrolled();
  const refresher = (at = now) => findMyLearning({ personId: person.id, search: "", now: at }).refresher;
  expect(refresher()).toBeNull();
  const card = (i: number, dueAt: Date) => ({
    personId: person.id,
    trackId: edition.track.id,
    questionId: `q${String(i)}`,
    revisionId: "r",
    card: "{}",
    dueAt,
  });
  await transact((tx) => tx.practiceCard.create({ data: card(0, new Date(now.getTime() + day)) }));
  expect(refresher()).toEqual({ due: 0 });
  expect(refresher(new Date(now.getTime() + day))).toEqual({ due: 1 });
  const more = Array.from({ length: 10 }, (_, i) => card(i + 1, now));
  await transact((tx) => tx.practiceCard.createMany({ data: more }));
  expect(refresher()).toEqual({ due: 8 });
  const answer = { personId: person.id, trackId: edition.track.id, questionId: "q1", revisionId: "r" };
  await transact((tx) => tx.practiceAnswer.create({ data: { ...answer, response: "null", awarded: 0, at: now } }));
  expect(refresher()).toEqual({ due: 7 });
  await transact((tx) => tx.enrolment.update({ where: { id: enrolment.id }, data: { endedAt: now } }));
  expect(refresher()).toBeNull();
});
