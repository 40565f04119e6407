import { afterAll, beforeAll, expect } from "vitest";
import { flaggedIds } from "../../app/assessments/flag-question.server";
import { startQuiz } from "../../app/courses/start-quiz.server";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { type Loopback, onLoopback } from "../../tests/support/loopback";
import { hotRoutes } from "./routes";

let site: Loopback;
beforeAll(async () => {
  site = await onLoopback(hotRoutes());
});
afterAll(() => site.close());

/** Sends JSON as the page's scripts do. */
async function post(path: string, body: unknown, cookie?: string, headers: Record<string, string> = {}) {
  const response = await site.ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(cookie === undefined ? {} : { Cookie: cookie }), ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    answer: (await response.json()) as unknown,
    cache: response.headers.get("cache-control"),
  };
}

async function learner({ given }: DbTestContext) {
  const { person, edition, enrolment } = await given.enrolled();
  return {
    person,
    edition,
    enrolment,
    cookie: await given.signedIn(person),
    stranger: await given.signedIn(await given.person()),
  };
}

const report = (trackSlug: string) => ({
  trackSlug,
  lessonId: "webinar",
  spans: [[0, 2000]],
  positionMs: 2000,
  seeked: false,
});

dbTest("a watch report is kept and answered with what is missing", async (context) => {
  const { edition, cookie } = await learner(context);
  const kept = await post("/hot/watch", report(edition.track.slug), cookie);
  expect(kept).toMatchObject({
    status: 200,
    cache: "no-store",
    answer: { ok: true, coveredMs: 2000, missing: [[2000, 300_000]], done: false },
  });
});

dbTest("watch reports are refused: signed out 401, not enrolled 404, no such lesson 404", async (context) => {
  const { edition, cookie, stranger } = await learner(context);
  const good = report(edition.track.slug);
  expect(await post("/hot/watch", good)).toMatchObject({ status: 401, answer: { ok: false, reason: "signed-out" } });
  expect(await post("/hot/watch", good, stranger)).toMatchObject({
    status: 404,
    answer: { ok: false, reason: "not-enrolled" },
  });
  expect(await post("/hot/watch", { ...good, trackSlug: "no-such-track" }, cookie)).toMatchObject({ status: 404 });
  expect(await post("/hot/watch", { ...good, lessonId: "quiz" }, cookie)).toMatchObject({
    status: 404,
    answer: { ok: false, reason: "no-such-lesson" },
  });
  expect(await context.db.watchState.count()).toBe(0);
});

dbTest("a report that is not as it should be is refused whole", async (context) => {
  const { edition, cookie } = await learner(context);
  const good = report(edition.track.slug);
  const bad = [
    {},
    { ...good, spans: [[0, "2000"]] },
    { ...good, spans: [[0.5, 2]] },
    { ...good, spans: [[-1, 2000]] },
    { ...good, positionMs: null },
    { ...good, extra: 1 },
    { ...good, lessonId: "../quiz" },
    { ...good, spans: Array.from({ length: 201 }, () => [0, 1]) },
  ];
  for (const body of bad)
    expect(await post("/hot/watch", body, cookie)).toMatchObject({
      status: 422,
      answer: { ok: false, reason: "invalid" },
    });
  expect(await post("/hot/watch", "{", cookie)).toMatchObject({
    status: 400,
    answer: { ok: false, reason: "broken-json" },
  });
  expect(await post("/hot/watch", `"${"x".repeat(40_000)}"`, cookie)).toMatchObject({
    status: 413,
    answer: { ok: false, reason: "too-large" },
  });
  expect(await post("/hot/watch", good, cookie, { "Content-Type": "text/plain" })).toMatchObject({
    status: 415,
    answer: { ok: false, reason: "not-json" },
  });
  expect(await context.db.watchState.count()).toBe(0);
});

/** A learner with an open sitting of the quiz lesson. */
async function sitting(context: DbTestContext) {
  const { person, edition, cookie, stranger } = await learner(context);
  await startQuiz({
    personId: person.id,
    trackSlug: edition.track.slug,
    lessonId: "quiz",
    confirmsIdentity: true,
    now: new Date(),
  });
  const { id } = await context.db.sitting.findFirstOrThrow();
  const answer = {
    sittingId: id,
    questionId: "one-of-three",
    device: "device-one",
    sequence: 1,
    response: { kind: "single", option: "a" },
  };
  return { cookie, stranger, answer, id };
}

dbTest("an answer is saved and acknowledged with the server's time", async (context) => {
  const { cookie, answer } = await sitting(context);
  const saved = await post("/hot/answers", answer, cookie);
  expect(saved).toMatchObject({
    status: 200,
    cache: "no-store",
    answer: { ok: true, late: false, replacedOtherDevice: false },
  });
  expect(await post("/hot/answers", { ...answer, sequence: 2, response: null }, cookie)).toMatchObject({ status: 200 });
  expect(await post("/hot/answers", { ...answer, device: "device-two" }, cookie)).toMatchObject({
    answer: { replacedOtherDevice: true },
  });
  expect(await context.db.answerEvent.count()).toBe(3);
});

dbTest("answers are refused: signed out 401, not yours 404, no such question 404, handed in 409", async (context) => {
  const { cookie, stranger, answer, id } = await sitting(context);
  expect(await post("/hot/answers", answer)).toMatchObject({
    status: 401,
    answer: { ok: false, reason: "signed-out" },
  });
  expect(await post("/hot/answers", answer, stranger)).toMatchObject({
    status: 404,
    answer: { ok: false, reason: "no-such-sitting" },
  });
  expect(await post("/hot/answers", { ...answer, questionId: "not-on-the-paper" }, cookie)).toMatchObject({
    status: 404,
    answer: { ok: false, reason: "no-such-question" },
  });
  await context.transact((tx) =>
    tx.sitting.update({ where: { id }, data: { endedAt: context.now, endReason: "handed-in" } }),
  );
  expect(await post("/hot/answers", answer, cookie)).toMatchObject({
    status: 409,
    answer: { ok: false, reason: "handed-in" },
  });
  expect(await context.db.answerEvent.count()).toBe(0);
});

dbTest("an answer that is not as it should be is refused whole", async (context) => {
  const { cookie, answer } = await sitting(context);
  const bad = [
    { ...answer, device: "short" },
    { ...answer, device: "Device One" },
    { ...answer, sequence: -1 },
    { ...answer, response: { kind: "essay" } },
    { ...answer, response: undefined },
    { ...answer, now: "1999" },
  ];
  for (const body of bad)
    expect(await post("/hot/answers", body, cookie)).toMatchObject({
      status: 422,
      answer: { ok: false, reason: "invalid" },
    });
  expect(await context.db.answerEvent.count()).toBe(0);
});

dbTest("the hot lane answers nothing but POST", async (context) => {
  const { cookie } = await learner(context);
  expect((await site.ask("/hot/watch", { headers: { Cookie: cookie } })).status).toBe(404);
});

dbTest(
  "an answer that can't be one to its question is refused with a sentence, and nothing is stored",
  async (context) => {
    const { cookie, answer } = await sitting(context);
    const forged = { ...answer, response: { kind: "single", option: "nowhere" } };
    expect(await post("/hot/answers", forged, cookie)).toMatchObject({
      status: 422,
      answer: { ok: false, reason: "not-an-answer", message: expect.stringContaining("Nothing was stored") as string },
    });
    expect(await context.db.answerEvent.count()).toBe(0);
  },
);

dbTest("an essay of the longest length is taken, a longer one refused", async (context) => {
  const { cookie, answer } = await sitting(context);
  const essay = (length: number) => ({ ...answer, response: { kind: "essay", text: "ä".repeat(length) } });
  // The question is no essay: a body that was read is told so.
  expect(await post("/hot/answers", essay(40_000), cookie)).toMatchObject({
    status: 422,
    answer: { reason: "not-an-answer" },
  });
  expect(await post("/hot/answers", essay(40_001), cookie)).toMatchObject({
    status: 422,
    answer: { reason: "invalid" },
  });
  expect(await post("/hot/answers", essay(200_000), cookie)).toMatchObject({
    status: 413,
    answer: { reason: "too-large" },
  });
});

dbTest("a flag is kept for every device, taken back, and refused where there is nothing to flag", async (context) => {
  const { cookie, stranger, answer, id } = await sitting(context);
  const { sittingId, questionId, device, sequence } = answer;
  const flag = { sittingId, questionId, device, sequence, flagged: true };
  const kept = () => flaggedIds(id);
  expect(await post("/hot/flags", flag, cookie)).toMatchObject({
    status: 200,
    cache: "no-store",
    answer: { ok: true },
  });
  expect(await post("/hot/flags", { ...flag, device: "device-two" }, cookie)).toMatchObject({ status: 200 });
  expect(kept()).toEqual(["one-of-three"]);
  expect(await post("/hot/flags", flag)).toMatchObject({ status: 401 });
  expect(await post("/hot/flags", { ...flag, flagged: false }, stranger)).toMatchObject({
    status: 404,
    answer: { reason: "no-such-sitting" },
  });
  expect(await post("/hot/flags", { ...flag, questionId: "not-on-the-paper" }, cookie)).toMatchObject({
    status: 404,
    answer: { reason: "no-such-question" },
  });
  expect(await post("/hot/flags", { ...flag, flagged: "yes" }, cookie)).toMatchObject({ status: 422 });
  expect(kept()).toEqual(["one-of-three"]);
  expect(await post("/hot/flags", { ...flag, flagged: false }, cookie)).toMatchObject({ status: 200 });
  expect(kept()).toEqual([]);
  await context.transact((tx) =>
    tx.sitting.update({ where: { id }, data: { endedAt: context.now, endReason: "handed-in" } }),
  );
  expect(await post("/hot/flags", flag, cookie)).toMatchObject({ status: 409, answer: { reason: "over" } });
  expect(kept()).toEqual([]);
});
