import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { enrolLearner } from "./enrol-learner.server";
import { findEnrolment } from "./find-enrolment.server";

dbTest("a learner is enrolled in the current edition, in their language", async ({ db, given, now }) => {
  const first = await given.edition({ languages: ["de"] });
  const second = await given.edition({ track: first.track, languages: ["de"] });
  const person = await given.person();
  const enrolled = await enrolLearner({ personId: person.id, trackSlug: first.track.slug, language: "de", now });
  expect(enrolled).toMatchObject({ ok: true, already: false });
  expect(await db.enrolment.findMany()).toMatchObject([
    {
      personId: person.id,
      editionId: second.id,
      language: "de",
      enrolledAt: now,
      completedAt: null,
      lastLessonId: null,
    },
  ]);
});

dbTest("a language that the edition lacks falls back to English", async ({ db, given, now }) => {
  const { track } = await given.edition({ languages: ["de"] });
  const person = await given.person();
  await enrolLearner({ personId: person.id, trackSlug: track.slug, language: "it", now });
  expect(await db.enrolment.findMany()).toMatchObject([{ language: "en" }]);
});

dbTest("a double click enrols once and gives both clicks the same enrolment", async ({ db, given, now }) => {
  const { track } = await given.edition();
  const person = await given.person();
  const click = () => enrolLearner({ personId: person.id, trackSlug: track.slug, language: "en", now });
  const [first, second] = await Promise.all([click(), click()]);
  const [row] = await db.enrolment.findMany();
  expect(await db.enrolment.count()).toBe(1);
  expect([first, second]).toEqual([
    { ok: true, enrolmentId: row?.id, already: false },
    { ok: true, enrolmentId: row?.id, already: true },
  ]);
});

dbTest("a newer edition doesn't move who is enrolled", async ({ given, now }) => {
  const { person, edition } = await given.enrolled();
  const newer = await given.edition({ track: edition.track });
  await enrolLearner({ personId: person.id, trackSlug: edition.track.slug, language: "en", now });
  const enrolment = findEnrolment({ personId: person.id, trackSlug: edition.track.slug });
  expect(enrolment?.edition.id).toBe(edition.id);
  expect(enrolment?.currentEditionId).toBe(newer.id);
});

dbTest("a withdrawn track takes nobody new, and keeps who is enrolled", async ({ db, given, now, transact }) => {
  const { person, edition, enrolment } = await given.enrolled();
  await transact((tx) => tx.track.update({ where: { id: edition.track.id }, data: { availability: "withdrawn" } }));
  const enrol = (personId: string) => enrolLearner({ personId, trackSlug: edition.track.slug, language: "en", now });
  expect(await enrol((await given.person()).id)).toEqual({ ok: false, reason: "not-open" });
  expect(await db.enrolment.count()).toBe(1);
  expect(await enrol(person.id)).toEqual({ ok: true, enrolmentId: enrolment.id, already: true });
});

dbTest("an unlisted track takes who knows its address", async ({ given, now }) => {
  const { track } = await given.edition({ availability: "unlisted" });
  const person = await given.person();
  const enrolled = await enrolLearner({ personId: person.id, trackSlug: track.slug, language: "en", now });
  expect(enrolled.ok).toBe(true);
});

dbTest("no such track, or one without an edition, is not open", async ({ given, now, transact }) => {
  const person = await given.person();
  const society = await given.society();
  await transact((tx) =>
    tx.track.create({ data: { id: "bare", slug: "bare", societyId: society.id, availability: "open" } }),
  );
  for (const trackSlug of ["bare", "no-such-track"]) {
    expect(await enrolLearner({ personId: person.id, trackSlug, language: "en", now })).toEqual({
      ok: false,
      reason: "not-open",
    });
  }
});
