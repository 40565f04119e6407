import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { givenCompleted } from "../../tests/support/given-completed";
import { listParticipants } from "./list-participants.server";
import { ParticipantQuery } from "./participant-query";

const day = 86_400_000;

function lister({ now }: DbTestContext, societyId: string) {
  return (query: Partial<ParticipantQuery>, at = now) =>
    listParticipants({ societyId, query: { ...ParticipantQuery.parse({}), ...query }, locale: "en", now: at });
}

dbTest("the list says what learners were told and nothing else", async (context) => {
  const { edition, enrolment } = await givenCompleted(context.given, context.now);
  const { participants } = await lister(context, edition.track.societyId)({});
  expect(participants).toEqual([
    {
      enrolmentId: enrolment.id,
      name: "Zoë Müller",
      profession: "radiographer",
      track: { title: edition.text.title, language: "en" },
      doneCount: 4,
      lessonCount: 4,
      lastStepAt: "2026-03-02T09:00:00.000+00:00",
      best: { scoreHundredths: 849, maxHundredths: 1000, passed: true },
      hasCertificate: false,
    },
  ]);
});

dbTest("another society's participants are not there, nor through its track's slug", async (context) => {
  const { edition } = await context.given.enrolled();
  const { id: otherId } = await context.given.society();
  const list = lister(context, otherId);
  expect(await list({})).toMatchObject({ count: 0, participants: [], tracks: [] });
  expect(await list({ track: edition.track.slug })).toMatchObject({ count: 0, participants: [] });
  expect(await list({ q: "zoe" })).toMatchObject({ count: 0, participants: [] });
});

dbTest(
  "names are found by the beginnings of their words, accents or not; addresses only as a whole",
  async (context) => {
    const { given } = context;
    const edition = await given.edition();
    const person = await given.person({ email: "zoe@clinic.example" });
    await given.enrolled({ edition, person });
    await given.enrolled({ edition, person: await given.person({ certificateName: "Ana García-López" }) });
    const list = lister(context, edition.track.societyId);
    const names = async (q: string) => (await list({ q })).participants.map(({ name }) => name);
    for (const q of ["zoe", "Müll", "mueller", "MULLER zo"]) expect(await names(q)).toEqual(["Zoë Müller"]);
    expect(await names("lopez")).toEqual(["Ana García-López"]);
    expect(await names("zoe garcia")).toEqual([]);
    expect(await names("?")).toEqual([]);
    expect(await names("Zoe@Clinic.example")).toEqual(["Zoë Müller"]);
    expect(await names("zoe@clinic")).toEqual([]);
    expect(await names("@clinic.example")).toEqual([]);
  },
);

dbTest("the states part those who are complete, have done nothing, and have stopped", async (context) => {
  const { given, now, transact } = context;
  const edition = await given.edition();
  const named = async (certificateName: string) => ({ edition, person: await given.person({ certificateName }) });
  await givenCompleted(given, now, await named("Complete"));
  await given.enrolled(await named("Nothing"));
  const { enrolment } = await given.enrolled(await named("Begun"));
  await transact(async (tx) => {
    const editionTextId = edition.textIds["en"] ?? "";
    await tx.lessonDone.create({ data: { enrolmentId: enrolment.id, lessonId: "reading", editionTextId, at: now } });
    await tx.lessonState.create({
      data: { enrolmentId: enrolment.id, lessonId: "reading", fraction: 10_000, done: true },
    });
  });
  const list = lister(context, edition.track.societyId);
  const names = async (state: ParticipantQuery["state"], at = now) =>
    (await list({ state }, at)).participants.map(({ name }) => name);
  expect(await names("enrolled")).toEqual(["Begun", "Complete", "Nothing"]);
  expect(await names("complete")).toEqual(["Complete"]);
  expect(await names("not-started")).toEqual(["Nothing"]);
  expect(await names("stopped", new Date(now.getTime() + 90 * day))).toEqual([]);
  expect(await names("stopped", new Date(now.getTime() + 90 * day + 1))).toEqual(["Begun"]);
});

dbTest("an evaluation leaves no date that could lead to what was said", async (context) => {
  const { given, now, transact } = context;
  const { edition, enrolment } = await given.enrolled();
  await transact((tx) =>
    tx.evaluationGiven.create({ data: { enrolmentId: enrolment.id, lessonId: "evaluation", at: now } }),
  );
  const { participants } = await lister(context, edition.track.societyId)({});
  expect(participants).toMatchObject([{ lastStepAt: null }]);
});

dbTest("pages hold 25 by name, each person once, and one behind the last is the last", async (context) => {
  const { given } = context;
  const edition = await given.edition();
  const names = Array.from({ length: 27 }, (_, i) => `Learner ${String(i).padStart(2, "0")}`);
  for (const certificateName of [...names].reverse())
    await given.enrolled({ edition, person: await given.person({ certificateName }) });
  const list = lister(context, edition.track.societyId);
  for (const q of ["", "learner"]) {
    const [first, second, behind] = [await list({ q }), await list({ q, page: 2 }), await list({ q, page: 9 })];
    expect(first).toMatchObject({ count: 27, page: 1, pageCount: 2 });
    expect(behind).toMatchObject({ page: 2, participants: second.participants });
    expect([...first.participants, ...second.participants].map(({ name }) => name)).toEqual(names);
    expect(first.participants).toHaveLength(25);
  }
});

dbTest("a revoked or replaced certificate counts as none", async (context) => {
  const { given, now, transact } = context;
  const { edition, enrolment } = await givenCompleted(given, now);
  const row = {
    enrolmentId: enrolment.id,
    trackSlug: edition.track.slug,
    facts: "{}",
    commitment: "c",
    issuedAt: now,
    isDemonstration: true,
    previousHash: "p",
  };
  const list = lister(context, edition.track.societyId);
  await transact((tx) =>
    tx.certificate.create({ data: { ...row, id: "one", number: "1", issue: 1, sequence: 1, hash: "h1" } }),
  );
  expect((await list({})).participants).toMatchObject([{ hasCertificate: true }]);
  await transact(async (tx) => {
    const second = { id: "two", number: "2", issue: 2, sequence: 2, hash: "h2" };
    await tx.certificate.create({ data: { ...row, ...second, revokedAt: now } });
    await tx.certificate.update({ where: { id: "one" }, data: { supersededById: "two" } });
  });
  expect((await list({})).participants).toMatchObject([{ hasCertificate: false }]);
});
