import { beforeAll, expect } from "vitest";
import { saveAnswer } from "../assessments/save-answer.server";
import { listSittings } from "../assessments/sitting-store.server";
import { registerAllMessages } from "../i18n/all-messages.server";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { givenEssayQuestion } from "../../tests/support/given-essay";
import { rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { sixQuestions } from "../../tests/support/questions";
import { markEssay } from "./assess-essay.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { findEssayPage, listEssaysToMark } from "./list-essays-to-mark.server";
import { listMarkedEssays } from "./list-marked-essays.server";
import { rebuildProgress } from "./rebuild-progress.server";
import { ruleOnQuestion } from "./rule-on-question.server";
import { startQuiz } from "./start-quiz.server";
import { lessonSubject } from "./subject";

beforeAll(registerAllMessages);

/** A quiz of one single choice and two essays, of which everything must be right, and a learner who hands it in. */
async function givenEssays(context: DbTestContext, texts = { "essay-one": "The first text", "essay-two": "Another" }) {
  const { given, now } = context;
  const society = await given.society();
  const single = sixQuestions.slice(0, 1);
  const edition = await given.edition({
    societyId: society.id,
    questions: [...single, givenEssayQuestion("essay-one"), givenEssayQuestion("essay-two")],
    quiz: { fixed: ["one-of-three", "essay-one", "essay-two"], passPercent: 100 },
  });
  const editor = await given.member({ society, role: "editor" });
  const person = await given.person({ certificateName: "Ada Example", locale: "de" });
  const { enrolment } = await given.enrolled({ edition, person });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  await startQuiz({ ...where, confirmsIdentity: true, now });
  const subject = lessonSubject(enrolment.id, "quiz");
  const sitting = () => listSittings({ personId: person.id, subject })[0];
  const sittingId = sitting()?.id ?? "";
  const answers = [
    ["one-of-three", rightAnswers["one-of-three"]] as const,
    ...Object.entries(texts).map(([id, text]) => [id, { kind: "essay", text } as const] as const),
  ];
  for (const [sequence, [questionId, response]] of answers.entries())
    await saveAnswer({ personId: person.id, sittingId, questionId, device: "device-one", sequence, response, now });
  await handInQuiz({ ...where, number: 1, now });
  const list = (wish = {}) => listEssaysToMark({ societyId: society.id, track: "", page: 1, locale: "en", ...wish });
  const find = (questionId = "essay-one", societyId = society.id) =>
    findEssayPage({ societyId, sittingId, questionId, locale: "en" });
  const assess = (questionId: string, level: string, wish: Partial<Parameters<typeof markEssay>[0]> = {}) =>
    markEssay({
      societyId: society.id,
      actorId: editor.id,
      sittingId,
      questionId,
      assessmentId: `assessment-${questionId}`,
      levels: { reasons: level },
      comment: "Well argued",
      now,
      ...wish,
    });
  return { society, edition, editor, person, sittingId, sitting, list, find, assess };
}

const done = { ok: true, already: false };

dbTest("marked essays are listed with who wrote, who marked and the points of the last assessment", async (context) => {
  const { society, editor, assess } = await givenEssays(context);
  const list = (wish = {}) =>
    listMarkedEssays({ societyId: society.id, track: "", q: "", page: 1, locale: "en", ...wish });
  expect(list()).toMatchObject({ count: 0, essays: [] });
  await assess("essay-one", "all");
  await assess("essay-one", "none", { assessmentId: "again", now: secondsAfter(context.now, 60) });
  const { certificateName: marker } = await context.db.person.findUniqueOrThrow({ where: { id: editor.id } });
  expect(list()).toMatchObject({
    count: 1,
    essays: [{ questionId: "essay-one", learner: "Ada Example", marker, points: 0, possible: 2, times: 2 }],
  });
  expect([list({ q: "ada" }).count, list({ q: "essay-two" }).count, list({ track: "no-such" }).count]).toEqual([
    1, 0, 0,
  ]);
  expect(list({ societyId: (await context.given.society()).id }).count).toBe(0);
});

dbTest("a sitting with essays has no result until the last of them is marked", async (context) => {
  const { sitting, list, assess } = await givenEssays(context);
  expect(sitting()).toMatchObject({ passed: null, scoreHundredths: 100, maxHundredths: 300 });
  expect(list()).toMatchObject({ count: 2, essays: [{ questionId: "essay-one" }, { questionId: "essay-two" }] });
  expect(await assess("essay-one", "all")).toEqual(done);
  expect(sitting()).toMatchObject({ passed: null, scoreHundredths: 200 });
  expect(await context.given.inbox()).toEqual([]);
  expect(list().essays.map(({ questionId }) => questionId)).toEqual(["essay-two"]);
  expect(await assess("essay-two", "all")).toEqual(done);
  expect(sitting()).toMatchObject({ passed: true, scoreHundredths: 300 });
  expect(list().count).toBe(0);
  expect(await context.db.lessonState.findMany()).toMatchObject([{ lessonId: "quiz", done: true }]);
  expect((await rebuildProgress({ write: false, now: context.now })).differences).toEqual([]);
});

dbTest("with the result comes one mail in the learner's language, and who marked is on record", async (context) => {
  const { assess, person, editor, edition } = await givenEssays(context);
  await assess("essay-one", "none");
  await assess("essay-two", "all");
  await assess("essay-two", "none", { assessmentId: "assessment-again", now: secondsAfter(context.now, 60) });
  const letters = await context.given.inbox();
  expect(letters).toHaveLength(1);
  expect(letters[0]).toMatchObject({ to: person.email, subject: "Ihr Aufsatz in Lesson quiz ist bewertet" });
  expect(letters[0]?.text).toContain(`/learn/${edition.track.slug}/quiz/result/1`);
  expect(await context.db.auditEvent.findMany()).toMatchObject([
    { actorId: editor.id, action: "essay.assess" },
    { action: "essay.assess" },
    { action: "essay.assess" },
  ]);
  expect(JSON.stringify(await context.db.auditEvent.findMany())).not.toContain("Well argued");
});

dbTest("marking is blind: the name comes with the first assessment", async (context) => {
  const { find, list, assess } = await givenEssays(context);
  expect(find()).toMatchObject({ text: "The first text", words: 3, name: null, assessments: [] });
  expect(JSON.stringify([find(), list()])).not.toContain("Ada Example");
  await assess("essay-one", "all");
  expect(find()).toMatchObject({
    name: "Ada Example",
    assessments: [{ levels: { reasons: "all" }, comment: "Well argued" }],
  });
});

dbTest("a later assessment counts instead of the first, and takes no pass away", async (context) => {
  const { sitting, assess } = await givenEssays(context);
  await assess("essay-one", "none");
  await assess("essay-two", "all");
  expect(sitting()).toMatchObject({ passed: false, scoreHundredths: 200 });
  await assess("essay-one", "all", { assessmentId: "assessment-more", now: secondsAfter(context.now, 60) });
  expect(sitting()).toMatchObject({ passed: true, scoreHundredths: 300 });
  expect(await context.given.inbox()).toHaveLength(2);
  await assess("essay-one", "none", { assessmentId: "assessment-less", now: secondsAfter(context.now, 120) });
  expect(sitting()).toMatchObject({ passed: true, scoreHundredths: 200 });
  expect(await context.db.essayAssessment.count()).toBe(4);
  expect((await rebuildProgress({ write: false, now: context.now })).differences).toEqual([]);
});

dbTest("a double click saves one assessment; an incomplete or a forged one saves none", async (context) => {
  const { assess } = await givenEssays(context);
  expect(await Promise.all([assess("essay-one", "all"), assess("essay-one", "all")])).toEqual([
    done,
    { ok: true, already: true },
  ]);
  expect(await assess("essay-two", "no-such-level")).toEqual({ ok: false, reason: "incomplete" });
  expect(await assess("essay-two", "all", { levels: {} })).toEqual({ ok: false, reason: "incomplete" });
  expect(await assess("one-of-three", "all")).toEqual({ ok: false, reason: "not-there" });
  expect(await context.db.essayAssessment.count()).toBe(1);
});

dbTest("another society's essays are not there", async (context) => {
  const { find, list, assess } = await givenEssays(context);
  const { id: societyId } = await context.given.society();
  expect(find("essay-one", societyId)).toBeNull();
  expect(list({ societyId })).toMatchObject({ count: 0, tracks: [] });
  expect(await assess("essay-one", "all", { societyId })).toEqual({ ok: false, reason: "not-there" });
  expect(await context.db.essayAssessment.count()).toBe(0);
});

dbTest("an essay without a text waits for nobody", async (context) => {
  const { sitting, list } = await givenEssays(context, { "essay-one": "  ", "essay-two": "" });
  expect(sitting()).toMatchObject({ passed: false });
  expect(list().count).toBe(0);
});

dbTest("a ruling that voids the last waiting essay gives the sitting its result", async (context) => {
  const { sitting, list, assess, society, editor, edition } = await givenEssays(context);
  await assess("essay-one", "all");
  const ruled = await ruleOnQuestion({
    societyId: society.id,
    actorId: editor.id,
    rulingId: "ruling-one",
    after: null,
    proposed: { revisionId: edition.revisionIds["essay-two"] ?? "", ruling: { kind: "void" } },
    reason: "The question can be read in two ways",
    now: context.now,
  });
  expect(ruled).toEqual({ ok: true, already: false });
  expect(sitting()).toMatchObject({ passed: true, scoreHundredths: 200, maxHundredths: 200 });
  expect(list().count).toBe(0);
});
