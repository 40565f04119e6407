import { expect } from "vitest";
import { markPaper } from "../assessments/end-sitting.server";
import { saveAnswer } from "../assessments/save-answer.server";
import { markBefore, markChanged } from "../assessments/regrade-before.server";
import type { RulingOn } from "../assessments/regrade-sittings.server";
import { listSittings, readAnswers } from "../assessments/sitting-store.server";
import { registerAllMessages } from "../i18n/all-messages.server";
import { translator } from "../i18n/translate";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { rightAnswers } from "../../tests/support/given-sitting";
import { sixQuestions } from "../../tests/support/questions";
import type { Response } from "../../quizzes/engine/model";
import { findResultPage } from "./find-quiz.server";
import { findRuling, findRulingPage, previewRegrade } from "./find-regrade.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { rebuildProgress } from "./rebuild-progress.server";
import { recordProgress } from "./record-progress.server";
import { ruleOnQuestion } from "./rule-on-question.server";
import { startQuiz } from "./start-quiz.server";
import { lessonSubject } from "./subject";

registerAllMessages();

type Answers = Readonly<Partial<Record<keyof typeof rightAnswers, Response>>>;

/** A society with one edition, its editor, and learners who hand in what the test says. Five of six right pass. */
async function givenSociety(context: DbTestContext) {
  const { given, now } = context;
  const society = await given.society();
  const edition = await given.edition({ societyId: society.id, quiz: { passPercent: 80 } });
  const editor = await given.member({ society, role: "editor" });
  const revisionId = edition.revisionIds["one-of-three"] ?? "";
  const learner = async (answers: Answers, name = "Zoë Müller") => {
    const { person, enrolment } = await given.enrolled({
      edition,
      person: await given.person({ certificateName: name }),
    });
    const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
    const started = await startQuiz({ ...where, confirmsIdentity: true, now });
    if (!started.ok) throw new Error(started.reason);
    const subject = lessonSubject(enrolment.id, "quiz");
    const sittingId = listSittings({ personId: person.id, subject }).at(-1)?.id ?? "";
    const answer = (questionId: string, response: Response, sequence: number) =>
      saveAnswer({ personId: person.id, sittingId, questionId, device: "device-one", sequence, response, now });
    for (const [i, [id, response]] of Object.entries(answers).entries()) await answer(id, response, i);
    await handInQuiz({ ...where, number: started.number, now });
    return {
      person,
      enrolment,
      sittingId,
      where,
      sitting: () => listSittings({ personId: person.id, subject }).at(-1),
    };
  };
  const rule = (ruling: RulingOn["ruling"], wish: Partial<Parameters<typeof ruleOnQuestion>[0]> = {}) =>
    ruleOnQuestion({
      societyId: society.id,
      actorId: editor.id,
      rulingId: "ruling-one",
      after: null,
      proposed: { revisionId, ruling },
      reason: "Two answers are right",
      now,
      ...wish,
    });
  const preview = (ruling: RulingOn["ruling"], societyId = society.id) =>
    previewRegrade({ societyId, proposed: { revisionId, ruling }, page: 1 });
  return { society, edition, editor, revisionId, learner, rule, preview };
}

const without = (...left: string[]): Answers =>
  Object.fromEntries(Object.entries(rightAnswers).filter(([id]) => !left.includes(id)));
const fiveRight = without("one-of-three");
const wrongOne = { "one-of-three": { kind: "single", option: "b" } } as const satisfies Answers;
const fourRight = without("a-statement", "a-number");
const differences = async (now: Date) => (await rebuildProgress({ write: false, now })).differences;

const correctedKey = () => {
  const question = sixQuestions[0];
  if (question?.kind !== "single") throw new Error("The first question is a single choice");
  return { kind: "corrected-key", question: { ...question, key: "b" } } as const;
};

dbTest(
  "before and after are what the sitting keeps and what marking says, for each kind of ruling",
  async (context) => {
    const { learner, preview, rule } = await givenSociety(context);
    const { sittingId, sitting } = await learner({ ...fiveRight, ...wrongOne });
    const before = { scoreHundredths: 500, maxHundredths: 600, passed: true };
    const after = async (ruling: RulingOn["ruling"]) => (await preview(ruling)).rows;
    expect(await after({ kind: "void" })).toMatchObject([
      { before, after: { scoreHundredths: 500, maxHundredths: 500 } },
    ]);
    expect(await after({ kind: "full-marks" })).toMatchObject([{ before, after: { scoreHundredths: 600 } }]);
    expect(await after(correctedKey())).toMatchObject([
      { before, after: { scoreHundredths: 600, maxHundredths: 600 } },
    ]);
    expect(sitting()).toMatchObject(before);
    await rule({ kind: "void" });
    const kept = sitting();
    if (kept === undefined) throw new Error("The sitting is there");
    const { verdict } = markPaper(kept, readAnswers(sittingId).counted);
    expect(kept).toMatchObject({ scoreHundredths: verdict.scoreHundredths, maxHundredths: verdict.maxHundredths });
    expect(kept).toMatchObject({ scoreHundredths: 500, maxHundredths: 500, passed: true });
  },
);

dbTest("a preview writes nothing and names the learners of the own society only", async (context) => {
  const { learner, preview } = await givenSociety(context);
  await learner(fourRight, "Ada Example");
  expect(await preview({ kind: "full-marks" })).toMatchObject({
    counts: { all: 1, changed: 0, newlyPassed: 0, kept: 0 },
    rows: [{ name: "Ada Example", number: 1 }],
    page: 1,
    pageCount: 1,
  });
  expect((await preview({ kind: "full-marks" }, "another")).rows).toMatchObject([{ name: null }]);
  expect(await context.db.questionRuling.count()).toBe(0);
});

dbTest("who passes by a ruling has the lesson done and, with it, the certificate on its way", async (context) => {
  const { edition, learner, rule } = await givenSociety(context);
  const { enrolment, sitting, person } = await learner({ ...without("a-statement"), ...wrongOne });
  expect(sitting()).toMatchObject({ passed: false, scoreHundredths: 400 });
  for (const lessonId of ["reading", "webinar", "evaluation"])
    await context.transact((tx) =>
      recordProgress(tx, {
        enrolmentId: enrolment.id,
        manifest: edition.manifest,
        lessonId,
        state: { fraction: 10_000, done: true },
        now: context.now,
      }),
    );
  expect(await rule({ kind: "full-marks" })).toEqual({ ok: true, already: false });
  expect(sitting()).toMatchObject({ passed: true, scoreHundredths: 500 });
  const job = await context.db.job.findFirst({ where: { name: "certificate.issue" } });
  expect(JSON.parse(job?.payload ?? "{}")).toEqual({ enrolmentId: enrolment.id });
  expect((await differences(context.now)).filter(({ lessonId }) => lessonId === "quiz")).toEqual([]);
  const at = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", number: 1, now: context.now };
  expect(findResultPage({ ...at, t: translator("en") })).toMatchObject({
    passed: true,
    score: { scoreHundredths: 500 },
  });
});

dbTest("a pass stays when the new marking says otherwise, and the result page agrees", async (context) => {
  const { edition, learner, rule, preview } = await givenSociety(context);
  const { sitting, person } = await learner(without("a-statement"));
  expect(sitting()).toMatchObject({ passed: true, scoreHundredths: 500 });
  expect((await preview(correctedKey())).counts).toEqual({ all: 1, changed: 1, newlyPassed: 0, kept: 1 });
  await rule(correctedKey());
  expect(sitting()).toMatchObject({ passed: true, scoreHundredths: 400 });
  expect(await context.db.lessonState.findFirst({ where: { lessonId: "quiz" } })).toMatchObject({ done: true });
  expect(await differences(context.now)).toEqual([]);
  const at = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", number: 1, now: context.now };
  expect(findResultPage({ ...at, t: translator("en") })).toMatchObject({
    passed: true,
    score: { scoreHundredths: 400 },
  });
});

dbTest("the same ruling twice is one; a ruling that was overtaken is refused", async (context) => {
  const { learner, rule } = await givenSociety(context);
  await learner({ ...fiveRight, ...wrongOne });
  const both = await Promise.all([rule({ kind: "full-marks" }), rule({ kind: "full-marks" })]);
  expect(both).toEqual([
    { ok: true, already: false },
    { ok: true, already: true },
  ]);
  expect(await context.db.regradeChange.count()).toBe(1);
  expect(await context.db.auditEvent.findMany()).toMatchObject([{ action: "question.rule" }]);
  expect(await rule({ kind: "void" }, { rulingId: "ruling-two" })).toEqual({ ok: false, reason: "overtaken" });
  const later = new Date(context.now.getTime() + 1000);
  expect(await rule({ kind: "void" }, { rulingId: "ruling-two", after: "ruling-one", now: later })).toEqual({
    ok: true,
    already: false,
  });
});

dbTest("a ruling is on record with its reason and what it did to each sitting", async (context) => {
  const { society, learner, rule, revisionId } = await givenSociety(context);
  const { sittingId } = await learner({ ...fourRight, ...wrongOne }, "Ada Example");
  await rule({ kind: "full-marks" });
  const found = findRuling({ societyId: society.id, rulingId: "ruling-one", page: 1 });
  expect(found).toMatchObject({
    kind: "full-marks",
    reason: "Two answers are right",
    revisionId,
    table: {
      counts: { all: 1, changed: 1, newlyPassed: 0 },
      rows: [
        {
          sittingId,
          name: "Ada Example",
          before: { scoreHundredths: 300, maxHundredths: 600, passed: false },
          after: { scoreHundredths: 400, maxHundredths: 600, passed: false },
        },
      ],
    },
  });
  expect(findRulingPage({ societyId: society.id, revisionId })?.rulings).toMatchObject([{ id: "ruling-one" }]);
});

dbTest("another society's question is not there, and nothing changes", async (context) => {
  const { learner, rule, revisionId } = await givenSociety(context);
  await learner({ ...fiveRight, ...wrongOne });
  const { id: societyId } = await context.given.society();
  expect(await rule({ kind: "void" }, { societyId })).toEqual({ ok: false, reason: "not-there" });
  expect(findRulingPage({ societyId, revisionId })).toBeNull();
  expect(findRuling({ societyId, rulingId: "ruling-one", page: 1 })).toBeNull();
  expect(await context.db.questionRuling.count()).toBe(0);
});

dbTest("a sitting that still runs is left alone, and its hand-in obeys the ruling", async (context) => {
  const { edition, rule, preview } = await givenSociety(context);
  const { person } = await context.given.enrolled({ edition });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  await startQuiz({ ...where, confirmsIdentity: true, now: context.now });
  expect((await preview({ kind: "void" })).counts.all).toBe(0);
  await rule({ kind: "void" });
  await handInQuiz({ ...where, number: 1, now: context.now });
  expect(await context.db.sitting.findFirst()).toMatchObject({ maxHundredths: 500 });
});

dbTest("what was marked before the transaction is marked again only where something has changed", async (context) => {
  const { learner, revisionId } = await givenSociety(context);
  const [one, two] = [await learner({ ...fiveRight, ...wrongOne }), await learner({ ...fourRight, ...wrongOne })];
  const proposed = { ruling: { revisionId, ruling: { kind: "full-marks" } } } as const;
  const ids = [one.sittingId, two.sittingId];
  const before = await markBefore(ids, proposed);
  const three = await learner({ ...fiveRight, ...wrongOne });
  await context.transact((tx) =>
    tx.answerEvent.create({
      data: {
        sittingId: two.sittingId,
        questionId: "a-statement",
        device: "ruling-1",
        sequence: 1,
        response: JSON.stringify(rightAnswers["a-statement"]),
        at: context.now,
      },
    }),
  );
  const now = await markChanged([...ids, three.sittingId], proposed, before);
  expect(now.map(({ after }) => after.scoreHundredths)).toEqual([600, 500, 600]);
  expect(now[0]).toBe(before.regraded.get(one.sittingId));
});

dbTest("another ruling in between lets everyone be marked again", async (context) => {
  const { edition, society, editor, learner, revisionId } = await givenSociety(context);
  const { sittingId } = await learner({ ...without("a-statement"), ...wrongOne });
  const proposed = { ruling: { revisionId, ruling: { kind: "full-marks" } } } as const;
  const before = await markBefore([sittingId], proposed);
  await ruleOnQuestion({
    societyId: society.id,
    actorId: editor.id,
    rulingId: "ruling-two",
    after: null,
    proposed: { revisionId: edition.revisionIds["a-statement"] ?? "", ruling: { kind: "void" } },
    reason: "It can be read in two ways",
    now: context.now,
  });
  expect(before.regraded.get(sittingId)?.after).toMatchObject({ scoreHundredths: 500, maxHundredths: 600 });
  expect(await markChanged([sittingId], proposed, before)).toMatchObject([
    { after: { scoreHundredths: 500, maxHundredths: 500 } },
  ]);
});
