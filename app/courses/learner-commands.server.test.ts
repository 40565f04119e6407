import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { releaseEvaluations } from "../evaluations/store-evaluation.server";
import { finishReading } from "./finish-reading.server";
import { giveEvaluation } from "./give-evaluation.server";
import { rebuildProgress } from "./rebuild-progress.server";
import { reportMistake } from "./report-mistake.server";

const answers = { relevance: "5", bias: "none", practice: "yes", text: "The figures helped." } as const;

async function givenLearner({ given, now }: DbTestContext, order: "free" | "sequential" = "free") {
  const learner = await given.enrolled({ order });
  const where = { personId: learner.person.id, trackSlug: learner.edition.track.slug, now };
  return { ...learner, where };
}

const differences = async (now: Date) => (await rebuildProgress({ write: false, now })).differences;

// ---------- readings ----------

dbTest("ending a reading is evidence with its text revision, and names the lesson after it", async (context) => {
  const { where, enrolment, edition } = await givenLearner(context);
  expect(await finishReading({ ...where, lessonId: "reading" })).toEqual({ ok: true, nextLessonId: "webinar" });
  expect(await context.db.lessonDone.findMany()).toEqual([
    { enrolmentId: enrolment.id, lessonId: "reading", editionTextId: edition.textIds["en"], at: context.now },
  ]);
  expect(await context.db.lessonState.findMany()).toMatchObject([
    { lessonId: "reading", fraction: 10_000, done: true },
  ]);
  expect(await differences(context.now)).toEqual([]);
});

dbTest("ending a reading twice keeps the first moment", async (context) => {
  const { where } = await givenLearner(context);
  const later = new Date(context.now.getTime() + 60_000);
  await finishReading({ ...where, lessonId: "reading" });
  expect(await finishReading({ ...where, lessonId: "reading", now: later })).toMatchObject({ ok: true });
  expect(await context.db.lessonDone.findMany()).toMatchObject([{ at: context.now }]);
});

dbTest("in sequence a reading behind an open lesson can't be ended", async (context) => {
  const { given, db, now } = context;
  const reading = (id: string) => ({ kind: "reading" as const, id, minutes: 5, outcomes: [] });
  const { person, edition } = await given.enrolled({
    order: "sequential",
    lessons: [reading("one"), reading("two")],
  });
  const where = { personId: person.id, trackSlug: edition.track.slug, now };
  expect(await finishReading({ ...where, lessonId: "two" })).toEqual({ ok: false, reason: "locked" });
  expect(await db.lessonDone.count()).toBe(0);
  await finishReading({ ...where, lessonId: "one" });
  expect(await finishReading({ ...where, lessonId: "two" })).toEqual({ ok: true, nextLessonId: null });
});

dbTest("only readings are ended by saying so, and only by who is enrolled", async (context) => {
  const { where } = await givenLearner(context);
  for (const lessonId of ["webinar", "quiz", "evaluation", "no-such-lesson"]) {
    expect(await finishReading({ ...where, lessonId })).toEqual({ ok: false, reason: "no-such-lesson" });
  }
  const stranger = await context.given.person();
  expect(await finishReading({ ...where, personId: stranger.id, lessonId: "reading" })).toEqual({
    ok: false,
    reason: "not-enrolled",
  });
  expect(await context.db.lessonState.count()).toBe(0);
});

// ---------- evaluations ----------

dbTest(
  "an evaluation is evidence of its giving; what it says is kept without person, enrolment or time",
  async (context) => {
    const { where, enrolment, edition, person } = await givenLearner(context);
    expect(await giveEvaluation({ ...where, lessonId: "evaluation", confirmsIdentity: false, answers })).toEqual({
      ok: true,
      already: false,
    });
    expect(await context.db.evaluationGiven.findMany()).toEqual([
      { enrolmentId: enrolment.id, lessonId: "evaluation", at: context.now },
    ]);
    const [kept, ...others] = await context.db.evaluationInbox.findMany();
    expect(others).toEqual([]);
    expect(Object.keys(kept ?? {}).sort()).toEqual(["answers", "editionId", "id"]);
    expect(kept).toMatchObject({ editionId: edition.id, answers: JSON.stringify(answers) });
    const written = JSON.stringify(kept);
    expect(written).not.toContain(person.id);
    expect(written).not.toContain(enrolment.id);
    // Ids of other rows begin with the time; this one must not, or it could be laid beside the moment of the evidence.
    expect(kept?.id.slice(0, 7)).not.toBe(enrolment.id.slice(0, 7));
    expect(await differences(context.now)).toEqual([]);
  },
);

dbTest("a second evaluation, or a double click, changes nothing", async (context) => {
  const { where } = await givenLearner(context);
  const give = (text: string) =>
    giveEvaluation({ ...where, lessonId: "evaluation", confirmsIdentity: false, answers: { ...answers, text } });
  const given = await Promise.all([give("first"), give("second")]);
  expect(given).toEqual([
    { ok: true, already: false },
    { ok: true, already: true },
  ]);
  const kept = await context.db.evaluationInbox.findMany();
  expect(kept.map((row) => row.answers)).toEqual([JSON.stringify({ ...answers, text: "first" })]);
});

dbTest(
  "an evaluation is refused before its turn, from strangers and for other lessons, and leaves nothing",
  async (context) => {
    const { where } = await givenLearner(context, "sequential");
    const stranger = await context.given.person();
    expect(await giveEvaluation({ ...where, lessonId: "evaluation", confirmsIdentity: false, answers })).toEqual({
      ok: false,
      reason: "locked",
    });
    expect(await giveEvaluation({ ...where, lessonId: "reading", confirmsIdentity: false, answers })).toEqual({
      ok: false,
      reason: "no-such-lesson",
    });
    expect(
      await giveEvaluation({
        ...where,
        personId: stranger.id,
        lessonId: "evaluation",
        confirmsIdentity: false,
        answers,
      }),
    ).toEqual({
      ok: false,
      reason: "not-enrolled",
    });
    expect(await context.db.evaluationInbox.count()).toBe(0);
    expect(await context.db.evaluationGiven.count()).toBe(0);
  },
);

dbTest(
  "the daily release moves every answer once, under new ids, with a day and in an order of its own",
  async (context) => {
    const { given, db, now } = context;
    const edition = await given.edition();
    const texts = Array.from({ length: 12 }, (_, i) => `Answer ${i}`);
    for (const text of texts) {
      const { person } = await given.enrolled({ edition });
      const where = { personId: person.id, trackSlug: edition.track.slug, now };
      await giveEvaluation({
        ...where,
        lessonId: "evaluation",
        confirmsIdentity: false,
        answers: { ...answers, text },
      });
    }
    const inboxIds = (await db.evaluationInbox.findMany()).map((row) => row.id);
    expect(await releaseEvaluations("2026-03-02")).toBe(12);
    expect(await db.evaluationInbox.count()).toBe(0);
    const released = await db.$queryRaw<{ id: string; day: string; editionId: string; answers: string }[]>`
    SELECT id, day, editionId, answers FROM EvaluationAnswer ORDER BY rowid`;
    expect(new Set(released.map((row) => row.day))).toEqual(new Set(["2026-03-02"]));
    expect(released.map((row) => row.id).filter((id) => inboxIds.includes(id))).toEqual([]);
    const said = released.map((row) => (JSON.parse(row.answers) as { text: string }).text);
    expect([...said].sort()).toEqual([...texts].sort());
    // One order in 12! is the order of giving: this fails about once in 480 million runs.
    expect(said).not.toEqual(texts);
    expect(await releaseEvaluations("2026-03-03")).toBe(0);
  },
);

// ---------- reports of mistakes ----------

dbTest("a report of a mistake reaches the society's list with its place", async (context) => {
  const { where, edition, person } = await givenLearner(context);
  const report = { ...where, lessonId: "quiz", questionId: "a-number", text: "The unit is missing." };
  expect(await reportMistake(report)).toEqual({ ok: true });
  expect(await context.db.mistakeReport.findMany()).toMatchObject([
    {
      editionId: edition.id,
      lessonId: "quiz",
      questionId: "a-number",
      personId: person.id,
      text: "The unit is missing.",
      at: context.now,
      resolvedAt: null,
    },
  ]);
});

dbTest("a report from a stranger or about a lesson that isn't there is refused", async (context) => {
  const { where } = await givenLearner(context);
  const report = { ...where, lessonId: "reading", questionId: null, text: "Wrong" };
  const stranger = await context.given.person();
  expect(await reportMistake({ ...report, personId: stranger.id })).toEqual({ ok: false, reason: "not-enrolled" });
  expect(await reportMistake({ ...report, lessonId: "nowhere" })).toEqual({ ok: false, reason: "no-such-lesson" });
  expect(await context.db.mistakeReport.count()).toBe(0);
});

dbTest("a report sent twice is one report, and a day takes twenty of a person", async (context) => {
  const { where } = await givenLearner(context);
  const send = (text: string, at = context.now) =>
    reportMistake({ ...where, lessonId: "reading", questionId: null, text, now: at });
  expect(await Promise.all([send("Report 0"), send("Report 0")])).toEqual([{ ok: true }, { ok: true }]);
  expect(await context.db.mistakeReport.count()).toBe(1);
  for (let i = 1; i < 20; i++) expect(await send(`Report ${String(i)}`)).toEqual({ ok: true });
  expect(await send("One more")).toEqual({ ok: false, reason: "too-many" });
  expect(await send("One more", new Date(context.now.getTime() + 86_400_001))).toEqual({ ok: true });
});
