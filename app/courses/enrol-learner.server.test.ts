import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { countAttempt } from "../accounts/limits.server";
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

const code = "7K3QZ4M8XA";

/** A track by invitation, and somebody who tries codes. */
async function givenInvited({ given, now }: Pick<DbTestContext, "given" | "now">) {
  const { track } = await given.edition({ availability: "invited", accessCode: code });
  const person = await given.person();
  const bring = (typed: string, more: { personId?: string; at?: Date; address?: string } = {}) =>
    enrolLearner({
      personId: more.personId ?? person.id,
      trackSlug: track.slug,
      language: "en",
      invitation: { code: typed, address: more.address ?? "192.0.2.1" },
      now: more.at ?? now,
    });
  return { track, person, bring };
}

dbTest("a track by invitation takes who brings its code, and nobody else", async (context) => {
  const { db, now } = context;
  const { bring, track, person } = await givenInvited(context);
  const bare = { personId: person.id, trackSlug: track.slug, language: "en", now };
  expect(await enrolLearner(bare)).toEqual({ ok: false, reason: "code-missing" });
  expect(await bring(" - ")).toEqual({ ok: false, reason: "code-missing" });
  for (const wrong of ["7K3QZ4M8XB", "7K3QZ4M8X", "7K3QZ4M8XAA"])
    expect(await bring(wrong), wrong).toEqual({ ok: false, reason: "code-wrong" });
  expect(await db.enrolment.count()).toBe(0);
  expect(await bring(code)).toMatchObject({ ok: true, already: false });
  expect(await bring("")).toMatchObject({ ok: true, already: true });
});

dbTest("a code may be typed as people type", async (context) => {
  const { track } = await context.given.edition({ availability: "invited", accessCode: "01XYZ10ABC" });
  for (const typed of ["01xyz 10abc", "OLXYZ-IOABC", "  o1xyz iOabc "]) {
    const personId = (await context.given.person()).id;
    const invitation = { code: typed, address: "192.0.2.1" };
    const wish = { personId, trackSlug: track.slug, language: "en", invitation, now: context.now };
    expect(await enrolLearner(wish), typed).toMatchObject({ ok: true });
  }
});

dbTest("guessing ends for the person after eight codes, until a quarter of an hour has passed", async (context) => {
  const { bring } = await givenInvited(context);
  for (let guess = 0; guess < 8; guess++)
    expect(await bring(`WRONG0000${String(guess)}`)).toEqual({ ok: false, reason: "code-wrong" });
  expect(await bring(code)).toEqual({ ok: false, reason: "too-many" });
  const other = await context.given.person();
  expect(await bring(code, { personId: other.id })).toMatchObject({ ok: true });
  expect(await bring(code, { at: new Date(context.now.getTime() + 901_000) })).toMatchObject({ ok: true });
});

dbTest("guessing ends for an address after sixty codes, whoever sends them", async (context) => {
  const { bring } = await givenInvited(context);
  const guess = { limit: "access-code", address: "192.0.2.1", now: context.now } as const;
  await Promise.all(Array.from({ length: 59 }, (_, n) => countAttempt({ ...guess, account: `person ${String(n)}` })));
  const another = await context.given.person();
  expect(await bring("WRONG00000", { personId: another.id })).toEqual({ ok: false, reason: "code-wrong" });
  expect(await bring(code)).toEqual({ ok: false, reason: "too-many" });
  expect(await bring(code, { address: "192.0.2.2" })).toMatchObject({ ok: true });
});

dbTest("a code that no track asks for is no guess", async ({ given, now, db }) => {
  const { track } = await given.edition();
  const invitation = { code: "WRONG00000", address: "192.0.2.1" };
  const personId = (await given.person()).id;
  const enrolled = await enrolLearner({ personId, trackSlug: track.slug, language: "en", invitation, now });
  expect(enrolled.ok).toBe(true);
  expect(await db.rateLimit.count()).toBe(0);
});

dbTest(
  "a track that opens later takes nobody before its moment and everybody from then on, whatever the job does",
  async (context) => {
    const { given, db, now } = context;
    for (const availability of ["open", "unlisted", "invited"] as const) {
      const { track } = await given.edition({ availability, accessCode: code, opensAt: now });
      const { id: personId } = await given.person();
      const invitation = { code, address: "192.0.2.1" };
      const enrol = (ms: number) =>
        enrolLearner({
          ...{ personId, trackSlug: track.slug, language: "en", invitation },
          now: new Date(now.getTime() + ms),
        });
      expect(await enrol(-1), availability).toEqual({ ok: false, reason: "not-yet" });
      expect(await enrol(0), availability).toMatchObject({ ok: true, already: false });
      // The job has not run: the row still says when.
      expect(await db.track.findUnique({ where: { id: track.id } })).toMatchObject({ opensAt: now });
    }
  },
);

dbTest("who is enrolled goes on when the track closes again", async ({ given, now, transact }) => {
  const { person, edition, enrolment } = await given.enrolled();
  const later = new Date(now.getTime() + 1000);
  const shut = { availability: "invited", accessCode: code, opensAt: later };
  await transact((tx) => tx.track.update({ where: { id: edition.track.id }, data: shut }));
  const again = { personId: person.id, trackSlug: edition.track.slug, language: "en", now };
  expect(await enrolLearner(again)).toEqual({ ok: true, enrolmentId: enrolment.id, already: true });
});
