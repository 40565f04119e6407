import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { action as assess, loader as essay } from "../../app/routes/society.essays.essay";
import { loader as essays } from "../../app/routes/society.essays";
import { action as rule, loader as ruling } from "../../app/routes/society.regrade";
import { action as countLate, loader as late } from "../../app/routes/society.regrade.late";
import { loader as record } from "../../app/routes/society.regrade.record";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenEssay } from "../support/given-essay";

beforeAll(registerAllMessages);

const ready = { intent: "preview", rulingId: "ruling0000one", after: "", reason: "Two answers are right" };

async function givenPages({ given, now }: DbTestContext) {
  const found = await givenEssay(given, now);
  const { society, revisionId, sittingId, enrolment } = found;
  const params = {
    societySlug: society.slug,
    revisionId,
    sittingId,
    questionId: "essay-one",
    enrolmentId: enrolment.id,
    rulingId: ready.rulingId,
  };
  const as = async (role: "admin" | "editor" | "author" | "reviewer", where: { id: string } = society) =>
    given.signedIn(await given.member({ society: where, role }));
  const base = `/society/${society.slug}`;
  const rulingPath = `${base}/questions/${revisionId}/ruling`;
  const post = (cookie: string, form: Record<string, string | string[]>) =>
    ask(rule, { path: rulingPath, params, cookie, form: { ...ready, ...form } });
  const askAll = async (cookie: string | undefined) => {
    const who = cookie === undefined ? { params } : { params, cookie };
    const level = { assessmentId: "assessment0one", "level.reasons": "all", comment: "" };
    return [
      await ask(ruling, { path: rulingPath, ...who }),
      await ask(rule, { path: rulingPath, ...who, form: { ...ready, kind: "void", intent: "commit" } }),
      await ask(record, { path: `${base}/rulings/${ready.rulingId}`, ...who }),
      await ask(late, { path: `${base}/participants/${enrolment.id}/late-answers`, ...who }),
      await ask(countLate, {
        path: `${base}/participants/${enrolment.id}/late-answers`,
        ...who,
        form: { answer: "1" },
      }),
      await ask(essays, { path: `${base}/essays`, ...who }),
      await ask(essay, { path: `${base}/essays/${sittingId}/essay-one`, ...who }),
      await ask(assess, { path: `${base}/essays/${sittingId}/essay-one`, ...who, form: level }),
    ].map(({ status, location }) => location ?? status);
  };
  return { ...found, params, as, base, rulingPath, post, askAll };
}

dbTest("editors and admins rule, authors mark essays too, and strangers find nothing", async (context) => {
  const { as, askAll, base, sittingId } = await givenPages(context);
  const { given, db } = context;
  const nowhere = Array.from({ length: 8 }, () => 404);
  expect(await askAll(await as("reviewer"))).toEqual(Array.from({ length: 8 }, () => 403));
  expect(await askAll(await as("admin", await given.society()))).toEqual(nowhere);
  expect(await askAll(await given.signedIn(await given.person()))).toEqual(nowhere);
  for (const answer of await askAll(undefined)) expect(answer).toMatch(/^\/sign-in\?next=/);
  expect([await db.questionRuling.count(), await db.essayAssessment.count()]).toEqual([0, 0]);
  const marked = `${base}/essays/${sittingId}/essay-one?done=marked`;
  expect(await askAll(await as("author"))).toEqual([403, 403, 403, 403, 403, 200, 200, marked]);
  const ruled = `${base}/rulings/${ready.rulingId}?done=ruled`;
  expect(await askAll(await as("editor"))).toEqual([200, ruled, 200, 200, 404, 200, 200, marked]);
});

dbTest("an id of another society's question, attempt or participant finds nothing", async (context) => {
  const { params, as, rulingPath, base } = await givenPages(context);
  const other = await givenEssay(context.given, context.now);
  const cookie = await as("admin");
  const foreign = { ...params, revisionId: other.revisionId, sittingId: other.sittingId };
  expect((await ask(ruling, { path: rulingPath, params: foreign, cookie })).status).toBe(404);
  const form = { ...ready, kind: "void", intent: "commit" };
  expect((await ask(rule, { path: rulingPath, params: foreign, cookie, form })).status).toBe(404);
  expect((await ask(essay, { path: `${base}/essays`, params: foreign, cookie })).status).toBe(404);
  const where = { ...params, enrolmentId: other.enrolment.id };
  expect((await ask(late, { path: base, params: where, cookie })).status).toBe(404);
  expect(await context.db.questionRuling.count()).toBe(0);
});

dbTest(
  "a ruling without kind, reason or a change of the key is refused in words and keeps what was typed",
  async (c) => {
    const { as, post } = await givenPages(c);
    const cookie = await as("editor");
    expect(await post(cookie, {})).toMatchObject({ status: 422, data: { state: "form", refused: "kind" } });
    expect(await post(cookie, { kind: "void", reason: " " })).toMatchObject({
      status: 422,
      data: { refused: "reason-missing", draft: { kind: "void" } },
    });
    const explanation = "Explanation of one-of-three";
    const unchanged = await post(cookie, { kind: "corrected-key", key: "a", explanation });
    expect(unchanged).toMatchObject({ data: { refused: "changes-nothing", draft: { reason: ready.reason } } });
    expect(await post(cookie, { kind: "corrected-key", key: "z", explanation })).toMatchObject({
      data: { refused: "broken" },
    });
    expect(await post(cookie, { kind: "void", after: "another0ruling" })).toMatchObject({
      data: { refused: "overtaken" },
    });
    expect((await ask(rule, { path: "/", params: {}, cookie, form: ready })).status).toBe(404);
  },
);

dbTest("the preview carries the proposal, and what it carries can be committed or changed", async (context) => {
  const { as, post, base } = await givenPages(context);
  const cookie = await as("editor");
  const shown = await post(cookie, { kind: "corrected-key", key: "b", explanation: "Because" });
  expect(shown).toMatchObject({
    status: 200,
    data: { state: "preview", proposed: { kind: "corrected-key", table: { counts: { all: 1, changed: 0 } } } },
  });
  // What the page's hidden fields hold.
  const { corrected } = (shown.data as { proposed: { corrected: string } }).proposed;
  const again = { kind: "corrected-key", corrected };
  expect(await post(cookie, { ...again, intent: "edit" })).toMatchObject({
    data: { state: "form", refused: null, draft: { question: { explanation: "Because" } } },
  });
  const stem = corrected.replace("Stem of", "Another stem of");
  expect(await post(cookie, { ...again, corrected: stem })).toMatchObject({ data: { refused: "asks-something-else" } });
  const done = await post(cookie, { ...again, intent: "commit" });
  expect(done).toMatchObject({ status: 303, location: `${base}/rulings/${ready.rulingId}?done=ruled` });
  expect((await post(cookie, { ...again, intent: "commit" })).location).toBe(done.location);
  expect(await context.db.questionRuling.count()).toBe(1);
});

dbTest("an assessment without a level for each criterion is refused and keeps the comment", async (context) => {
  const { params, as, base } = await givenPages(context);
  const form = { assessmentId: "assessment0one", comment: "Well argued" };
  const answer = await ask(assess, { path: base, params, cookie: await as("author"), form });
  expect(answer).toMatchObject({ status: 422, data: { refused: "incomplete", comment: "Well argued" } });
});
