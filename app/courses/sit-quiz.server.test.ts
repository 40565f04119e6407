import { expect } from "vitest";
import { saveProfile } from "../accounts/save-profile.server";
import { flagQuestion } from "../assessments/flag-question.server";
import { saveAnswer } from "../assessments/save-answer.server";
import { registerAllMessages } from "../i18n/all-messages.server";
import { translator } from "../i18n/translate";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import type { EditionWish } from "../../tests/support/given-edition";
import { rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { findEnrolment } from "./find-enrolment.server";
import { findQuizIntro, findResultPage, findSittingPage } from "./find-quiz.server";
import { giveEvaluation } from "./give-evaluation.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { rebuildProgress } from "./rebuild-progress.server";
import { settleAllOverdue, settleOverdue, settleOverdueSittings } from "./settle-overdue.server";
import { startQuiz } from "./start-quiz.server";

async function givenLearner({ given, db, now }: DbTestContext, wish: Partial<EditionWish> = {}) {
  const learner = await given.enrolled(wish);
  const { person, edition } = learner;
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  const start = (at = now, confirmsIdentity = true) => startQuiz({ ...where, confirmsIdentity, now: at });
  const end = (at = now, number = 1) => handInQuiz({ ...where, number, now: at });
  const answerAllRight = async (number = 1) => {
    const { id: sittingId } = await db.sitting.findFirstOrThrow({ where: { personId: person.id, number } });
    for (const [i, [questionId, response]] of Object.entries(rightAnswers).entries()) {
      await saveAnswer({
        personId: person.id,
        sittingId,
        questionId,
        device: "device-one",
        sequence: i,
        response,
        now,
      });
    }
  };
  const intro = (at: Date) => {
    const enrolment = findEnrolment(where);
    const lesson = edition.manifest.modules[0]?.lessons.find(({ id }) => id === "quiz");
    if (enrolment === null || lesson?.kind !== "quiz") throw new Error("The learner is enrolled and the quiz is there");
    return findQuizIntro(enrolment, lesson, at);
  };
  return { ...learner, where, start, end, answerAllRight, intro };
}

const differences = async (now: Date) => (await rebuildProgress({ write: false, now })).differences;
registerAllMessages();
const t = translator("en");

// ---------- starting ----------

dbTest(
  "the first sitting of a quiz with limited attempts wants the learner's word for who they are, once",
  async (context) => {
    const learner = await givenLearner(context);
    expect(await learner.start(context.now, false)).toEqual({ ok: false, reason: "identity-unconfirmed" });
    expect(await context.db.sitting.count()).toBe(0);
    expect(await learner.start()).toMatchObject({ ok: true, number: 1 });
    expect(await context.db.enrolment.findFirstOrThrow()).toMatchObject({ identityConfirmed: context.now });
    await learner.end();
    expect(await learner.start(secondsAfter(context.now, 60), false)).toMatchObject({ ok: true, number: 2 });
    expect(await context.db.enrolment.findFirstOrThrow()).toMatchObject({ identityConfirmed: context.now });
  },
);

dbTest("a quiz with as many attempts as one likes asks nobody who they are", async (context) => {
  const learner = await givenLearner(context, { quiz: { attempts: null } });
  expect(await learner.start(context.now, false)).toMatchObject({ ok: true, number: 1 });
  expect(await context.db.enrolment.findFirstOrThrow()).toMatchObject({ identityConfirmed: null });
});

dbTest("a double click on start opens one sitting", async (context) => {
  const learner = await givenLearner(context);
  const started = await Promise.all([learner.start(), learner.start()]);
  expect(started).toMatchObject([
    { ok: true, number: 1 },
    { ok: true, number: 1 },
  ]);
  expect(await context.db.sitting.count()).toBe(1);
});

dbTest("a refused start notes no identity", async (context) => {
  const learner = await givenLearner(context, { order: "sequential" });
  expect(await learner.start()).toEqual({ ok: false, reason: "locked" });
  expect(await startQuiz({ ...learner.where, lessonId: "reading", confirmsIdentity: true, now: context.now })).toEqual({
    ok: false,
    reason: "no-such-lesson",
  });
  const stranger = await context.given.person();
  expect(
    await startQuiz({ ...learner.where, personId: stranger.id, confirmsIdentity: true, now: context.now }),
  ).toEqual({
    ok: false,
    reason: "not-enrolled",
  });
  expect(await context.db.enrolment.findFirstOrThrow()).toMatchObject({ identityConfirmed: null });
});

dbTest("a sitting keeps the edition, the language and the text revision in which it was started", async (context) => {
  const edition = await context.given.edition({ languages: ["de"] });
  const { person } = await context.given.enrolled({ edition, language: "de" });
  await startQuiz({
    personId: person.id,
    trackSlug: edition.track.slug,
    lessonId: "quiz",
    confirmsIdentity: true,
    now: context.now,
  });
  await context.given.edition({ track: edition.track, languages: ["de"] });
  const found = findSittingPage({
    personId: person.id,
    trackSlug: edition.track.slug,
    lessonId: "quiz",
    number: 1,
    now: context.now,
    t,
  });
  expect(found).toMatchObject({ state: "running", page: { language: "de", lessonTitle: "de: Lesson quiz" } });
  expect(await context.db.sitting.findFirstOrThrow()).toMatchObject({ editionTextId: edition.textIds["de"] });
});

dbTest("who is enrolled may sit when the track is withdrawn", async (context) => {
  const learner = await givenLearner(context);
  await context.transact((tx) => tx.track.updateMany({ data: { availability: "withdrawn" } }));
  expect(await learner.start()).toMatchObject({ ok: true, number: 1 });
  await learner.answerAllRight();
  expect(await learner.end()).toEqual({ ok: true, passed: true });
});

// ---------- handing in ----------

dbTest("passing is progress, in the same transaction, and stays when a later sitting fails", async (context) => {
  const learner = await givenLearner(context);
  await learner.start();
  await learner.answerAllRight();
  expect(await learner.end()).toEqual({ ok: true, passed: true });
  expect(await context.db.lessonState.findMany()).toMatchObject([{ lessonId: "quiz", fraction: 10_000, done: true }]);
  expect(await learner.start()).toMatchObject({ ok: true, number: 2 });
  expect(await learner.end(context.now, 2)).toEqual({ ok: true, passed: false });
  expect(await context.db.lessonState.findMany()).toMatchObject([{ lessonId: "quiz", fraction: 10_000, done: true }]);
  expect(await differences(context.now)).toEqual([]);
});

dbTest("failing is no progress", async (context) => {
  const learner = await givenLearner(context);
  await learner.start();
  expect(await learner.end()).toEqual({ ok: true, passed: false });
  expect(await context.db.lessonState.count()).toBe(0);
  expect(await differences(context.now)).toEqual([]);
});

dbTest("when the progress can't be written, the sitting is not ended either", async (context) => {
  const learner = await givenLearner(context);
  await learner.start();
  await learner.answerAllRight();
  await context.transact(
    (tx) =>
      tx.$executeRaw`CREATE TRIGGER full BEFORE INSERT ON LessonState BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
  );
  await expect(learner.end()).rejects.toThrow();
  expect(await context.db.sitting.findFirstOrThrow()).toMatchObject({ endedAt: null, passed: null });
  await context.transact((tx) => tx.$executeRaw`DROP TRIGGER full`);
  expect(await learner.end()).toEqual({ ok: true, passed: true });
});

dbTest("a hand-in of somebody else, of another lesson or of no sitting is refused", async (context) => {
  const learner = await givenLearner(context);
  const stranger = await context.given.person();
  const at = { ...learner.where, number: 1, now: context.now };
  expect(await handInQuiz(at)).toEqual({ ok: false, reason: "no-such-sitting" });
  expect(await handInQuiz({ ...at, lessonId: "reading" })).toEqual({ ok: false, reason: "no-such-lesson" });
  expect(await handInQuiz({ ...at, personId: stranger.id })).toEqual({ ok: false, reason: "not-enrolled" });
});

// ---------- time ----------

const limited = { quiz: { timeLimitMinutes: 10 } };

dbTest("a sitting whose time ran out is ended by the minute's work with what it earned", async (context) => {
  const learner = await givenLearner(context, limited);
  await learner.start();
  await learner.answerAllRight();
  expect(await settleAllOverdue(secondsAfter(context.now, 640))).toBe(0);
  const later = secondsAfter(context.now, 700);
  expect(await settleAllOverdue(later)).toBe(1);
  expect(await settleAllOverdue(later)).toBe(0);
  expect(await context.db.sitting.findFirstOrThrow()).toMatchObject({ endReason: "time", passed: true });
  expect(await context.db.lessonState.findMany()).toMatchObject([{ lessonId: "quiz", done: true }]);
  expect(await differences(context.now)).toEqual([]);
});

dbTest("the result page ends a sitting whose time ran out, and leaves a running one alone", async (context) => {
  const learner = await givenLearner(context, limited);
  await learner.start();
  await learner.answerAllRight();
  const at = (seconds: number) => ({ ...learner.where, number: 1, now: secondsAfter(context.now, seconds) });
  await settleOverdue(at(629));
  expect(findResultPage({ ...at(629), t })).toBe("running");
  await settleOverdue(at(631));
  expect(findResultPage({ ...at(631), t })).toMatchObject({ endReason: "time", passed: true });
  expect(await differences(context.now)).toEqual([]);
});

dbTest("what an overdue sitting earned is not lost when the next one is started first", async (context) => {
  const learner = await givenLearner(context, limited);
  await learner.start();
  await learner.answerAllRight();
  expect(await learner.start(secondsAfter(context.now, 700))).toMatchObject({ ok: true, number: 2 });
  expect(await context.db.lessonState.findMany()).toMatchObject([{ lessonId: "quiz", done: true }]);
  expect(await differences(context.now)).toEqual([]);
});

// ---------- pages ----------

dbTest("the page of a quiz tells what was sat, what runs and what is left", async (context) => {
  const learner = await givenLearner(context, limited);
  expect(learner.intro(context.now)).toMatchObject({
    questionCount: 6,
    attemptsLeft: 3,
    sittings: [],
    mustConfirmIdentity: true,
    openAt: null,
  });
  await learner.start();
  expect(learner.intro(context.now)).toMatchObject({
    sittings: [{ number: 1, state: "running" }],
    mustConfirmIdentity: false,
  });
  await learner.answerAllRight();
  await learner.end();
  expect(learner.intro(context.now)).toMatchObject({
    attemptsLeft: 2,
    sittings: [{ number: 1, state: "passed", score: { scoreHundredths: 600, maxHundredths: 600 } }],
  });
});

dbTest("the page of a quiz tells the result of a sitting whose time ran out unseen", async (context) => {
  const learner = await givenLearner(context, limited);
  await learner.start();
  await learner.answerAllRight();
  const later = secondsAfter(context.now, 700);
  await settleOverdueSittings({ ...learner.where, now: later });
  expect(learner.intro(later)).toMatchObject({
    sittings: [{ number: 1, state: "passed", score: { scoreHundredths: 600 } }],
  });
  expect(await differences(context.now)).toEqual([]);
});

dbTest("the waiting time is told on the page of the quiz", async (context) => {
  const learner = await givenLearner(context, { quiz: { waitMinutes: 60 } });
  await learner.start();
  await learner.end();
  const openAt = secondsAfter(context.now, 3600);
  expect(learner.intro(secondsAfter(context.now, 60))).toMatchObject({ openAt: openAt.toISOString() });
  expect(await learner.start(secondsAfter(context.now, 60))).toEqual({ ok: false, reason: "too-soon", openAt });
  expect(learner.intro(openAt)).toMatchObject({ openAt: null });
});

dbTest("a running sitting has no result, and one that is over is not shown as running", async (context) => {
  const learner = await givenLearner(context);
  await learner.start();
  const at = { ...learner.where, number: 1, now: context.now };
  expect(findSittingPage({ ...at, t })).toMatchObject({ state: "running", page: { flags: [] } });
  const { id: sittingId } = await context.db.sitting.findFirstOrThrow();
  await flagQuestion({
    personId: learner.person.id,
    sittingId,
    questionId: "a-number",
    flagged: true,
    now: context.now,
  });
  expect(findSittingPage({ ...at, t })).toMatchObject({ state: "running", page: { flags: ["a-number"] } });
  expect(findResultPage({ ...at, t })).toBe("running");
  await learner.end();
  expect(findSittingPage({ ...at, t })).toEqual({ state: "over" });
  expect(findResultPage({ ...at, t })).toMatchObject({
    number: 1,
    attemptsLeft: 2,
    score: { scoreHundredths: 0 },
  });
});

for (const [feedback, answersRight] of [
  ["never", true],
  ["never", false],
  ["passing", false],
] as const) {
  dbTest(
    `with feedback "${feedback}", a sitting that was ${answersRight ? "passed" : "failed"} gives no score, key or explanation away`,
    async (context) => {
      const learner = await givenLearner(context, { quiz: { feedback } });
      await learner.start();
      if (answersRight) await learner.answerAllRight();
      await learner.end();
      const result = findResultPage({ ...learner.where, number: 1, now: context.now, t });
      expect(result).toMatchObject({
        passed: answersRight,
        isExplained: false,
        score: null,
        questions: [],
        outcomes: [],
      });
      expect(JSON.stringify(result)).not.toMatch(/Explanation of|Why |Hundredths/);
      expect(learner.intro(context.now).sittings).toMatchObject([{ score: null }]);
    },
  );
}

dbTest('with feedback "passing", a sitting that was passed is explained', async (context) => {
  const learner = await givenLearner(context, { quiz: { feedback: "passing" } });
  await learner.start();
  await learner.answerAllRight();
  await learner.end();
  expect(findResultPage({ ...learner.where, number: 1, now: context.now, t })).toMatchObject({
    isExplained: true,
    score: { scoreHundredths: 600 },
  });
});

dbTest("nobody sees somebody else's sitting or result", async (context) => {
  const learner = await givenLearner(context);
  await learner.start();
  const other = await context.given.enrolled({ edition: learner.edition });
  const at = { ...learner.where, personId: other.person.id, number: 1, now: context.now };
  expect(findSittingPage({ ...at, t })).toBeNull();
  await learner.end();
  expect(findResultPage({ ...at, t })).toBeNull();
});

dbTest("a sitting goes on at the question that was answered last on any device", async (context) => {
  const learner = await givenLearner(context);
  await learner.start();
  const { id: sittingId } = await context.db.sitting.findFirstOrThrow();
  const answer = (questionId: keyof typeof rightAnswers, device: string) =>
    saveAnswer({
      personId: learner.person.id,
      sittingId,
      questionId,
      device,
      sequence: 1,
      response: rightAnswers[questionId],
      now: context.now,
    });
  await answer("three-pairs", "device-one");
  await answer("a-statement", "device-two");
  expect(findSittingPage({ ...learner.where, number: 1, now: context.now, t })).toMatchObject({
    page: { startAt: 2 },
  });
});

dbTest("the result leads from each question to the lesson that covers it, and adds up by outcome", async (context) => {
  const learner = await givenLearner(context);
  await learner.start();
  await learner.answerAllRight();
  await learner.end();
  const page = findResultPage({ ...learner.where, number: 1, now: context.now, t });
  expect(page).toMatchObject({
    next: { id: "evaluation", number: 4 },
    outcomes: [{ code: "T-K1", text: "Outcome T-K1", score: 600, max: 600 }],
    others: [],
  });
  expect(page === null || page === "running" ? [] : page.questions.map(({ coveredIn }) => coveredIn?.number)).toEqual([
    1, 1, 1, 1, 1, 1,
  ]);
});

// ---------- the name ----------

dbTest("a name that is changed after the quiz is confirmed anew before the evaluation counts", async (context) => {
  const learner = await givenLearner(context);
  const { person, where } = learner;
  await learner.start();
  await learner.answerAllRight();
  await learner.end();
  const profile = { name: person.certificateName, profession: "radiographer", country: "AT", language: "en" } as const;
  const save = (name: string) =>
    saveProfile({
      personId: person.id,
      form: { ...profile, name, timeZone: "Europe/Vienna", registrationNumber: "", theme: "dark" },
      now: context.now,
    });
  await save(person.certificateName);
  expect(await context.db.enrolment.findFirstOrThrow()).toMatchObject({ identityConfirmed: context.now });
  expect(await context.db.auditEvent.count()).toBe(0);
  await save("Somebody Else");
  expect(await context.db.auditEvent.findMany()).toMatchObject([{ action: "account.rename", actorId: person.id }]);
  const answers = { relevance: "5", bias: "none", practice: "yes", text: "" } as const;
  const give = (confirmsIdentity: boolean) =>
    giveEvaluation({ ...where, lessonId: "evaluation", answers, confirmsIdentity, now: context.now });
  expect(await give(false)).toEqual({ ok: false, reason: "identity-unconfirmed" });
  expect(await context.db.evaluationGiven.count()).toBe(0);
  expect(await give(true)).toEqual({ ok: true, already: false });
  expect(await context.db.enrolment.findFirstOrThrow()).toMatchObject({ identityConfirmed: context.now });
});

dbTest("a name that is changed between two graded attempts is confirmed at the next one", async (context) => {
  const learner = await givenLearner(context);
  await learner.start();
  await learner.end();
  await context.transact((tx) => tx.enrolment.updateMany({ data: { identityConfirmed: null } }));
  const answers = { relevance: "5", bias: "none", practice: "yes", text: "" } as const;
  expect(
    await giveEvaluation({
      ...learner.where,
      lessonId: "evaluation",
      answers,
      confirmsIdentity: false,
      now: context.now,
    }),
  ).toMatchObject({ ok: true });
  expect(await learner.start(secondsAfter(context.now, 60), false)).toEqual({
    ok: false,
    reason: "identity-unconfirmed",
  });
});
