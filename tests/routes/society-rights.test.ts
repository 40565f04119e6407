import { beforeAll, expect } from "vitest";
import routes from "../../app/routes";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { ruleOnQuestion } from "../../app/courses/rule-on-question.server";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenDraft } from "../support/given-draft";
import { givenEssay } from "../support/given-essay";

/**
 * Rights on every page of a society's workspace, in one written table. A route of the manifest without a line fails, so
 * that nobody adds a page without saying who may see it.
 *
 * Columns: nobody, learner, admin of another society, reviewer, author, editor, admin. 302 leads to the sign-in; 404 is
 * "not there" and "not yours".
 */
const pages: Readonly<Record<string, string>> = {
  "": "302 404 404 200 200 200 200",
  "/members": "302 404 404 200 200 200 200",
  "/settings": "302 404 404 403 403 403 200",
  "/mistakes": "302 404 404 200 200 200 200",
  "/participants": "302 404 404 403 403 200 200",
  "/participants.csv": "302 404 404 403 403 200 200",
  "/participants/:enrolmentId": "302 404 404 403 403 200 200",
  "/participants/:enrolmentId/late-answers": "302 404 404 403 403 200 200",
  "/banks": "302 404 404 200 200 200 200",
  "/banks/:bankSlug": "302 404 404 200 200 200 200",
  "/banks/:bankSlug/export": "302 404 404 200 200 200 200",
  "/banks/:bankSlug/export-file": "302 404 404 200 200 200 200",
  "/banks/:bankSlug/import": "302 404 404 403 200 200 200",
  // No file waits: who may import finds nothing.
  "/banks/:bankSlug/import/:uploadId": "302 404 404 403 404 404 404",
  "/banks/:bankSlug/new": "302 404 404 403 200 200 200",
  "/banks/:bankSlug/questions/:questionKey": "302 404 404 200 200 200 200",
  "/banks/:bankSlug/questions/:questionKey/edit": "302 404 404 403 200 200 200",
  "/tracks/:trackSlug/checks": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/review": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/publish": "302 404 404 403 403 200 200",
  "/tracks/:trackSlug/access": "302 404 404 403 403 200 200",
  "/tracks/:trackSlug/preview": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/preview/:lessonId": "302 404 404 200 200 200 200",
  "/tracks": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/settings": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/lessons/:lessonId": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/lessons/:lessonId/questions": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/lessons/:lessonId/recording": "302 404 404 403 200 200 200",
  "/tracks/:trackSlug/lessons/:lessonId/sample": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/lessons/:lessonId/text/:language": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/lessons/:lessonId/text/:language/history": "302 404 404 200 200 200 200",
  "/tracks/import": "302 404 404 403 200 200 200",
  "/tracks/import/:uploadId": "302 404 404 403 404 404 404",
  "/tracks/:trackSlug/export": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/export-file": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/translations": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/translations/:language": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/translations/:language/file": "302 404 404 200 200 200 200",
  "/tracks/:trackSlug/translations/:language/import": "302 404 404 403 200 200 200",
  "/tracks/:trackSlug/translations/:language/import/:uploadId": "302 404 404 403 404 404 404",
  "/statistics": "302 404 404 200 200 200 200",
  "/statistics/:trackSlug/:lessonId": "302 404 404 200 200 200 200",
  "/insights": "302 404 404 403 200 200 200",
  "/insights/:trackSlug": "302 404 404 403 200 200 200",
  "/questions/:revisionId/ruling": "302 404 404 403 403 200 200",
  "/rulings/:rulingId": "302 404 404 403 403 200 200",
  "/essays": "302 404 404 403 200 200 200",
  "/essays/:sittingId/:questionId": "302 404 404 403 200 200 200",
};

/** The same for what a page takes, asked with an empty form: who may write gets past the guard, to a refusal of the form. */
const writes: Readonly<Record<string, string>> = {
  "/members": "302 404 404 403 403 403 400",
  "/settings": "302 404 404 403 403 403 400",
  "/mistakes": "302 404 404 403 400 400 400",
  "/participants/:enrolmentId": "302 404 404 403 403 400 400",
  "/participants/:enrolmentId/late-answers": "302 404 404 403 403 400 400",
  "/banks": "302 404 404 403 422 422 422",
  "/banks/:bankSlug/import": "302 404 404 403 400 400 400",
  "/banks/:bankSlug/import/:uploadId": "302 404 404 403 400 400 400",
  "/banks/:bankSlug/new": "302 404 404 403 400 400 400",
  // Whoever sees a question may try it; who may retire it is asked afterwards.
  "/banks/:bankSlug/questions/:questionKey": "302 404 404 400 400 400 400",
  "/banks/:bankSlug/questions/:questionKey/edit": "302 404 404 403 400 400 400",
  // Each step of a review has its own right, which review.test.ts asks for.
  "/tracks/:trackSlug/review": "302 404 404 422 422 422 422",
  // An edition may need no note, so the empty form is whole; what stops it is that nobody approved.
  "/tracks/:trackSlug/publish": "302 404 404 403 403 409 409",
  "/tracks/:trackSlug/access": "302 404 404 403 403 400 400",
  "/tracks": "302 404 404 403 422 422 422",
  "/tracks/:trackSlug": "302 404 404 403 400 400 400",
  "/tracks/:trackSlug/settings": "302 404 404 403 400 400 400",
  "/tracks/:trackSlug/lessons/:lessonId": "302 404 404 403 400 400 400",
  "/tracks/:trackSlug/lessons/:lessonId/questions": "302 404 404 403 400 400 400",
  "/tracks/:trackSlug/lessons/:lessonId/recording": "302 404 404 403 400 400 400",
  "/tracks/:trackSlug/pictures": "302 404 404 403 400 400 400",
  "/tracks/:trackSlug/lessons/:lessonId/text/:language": "302 404 404 403 400 400 400",
  "/tracks/:trackSlug/lessons/:lessonId/text/:language/live": "302 404 404 403 400 400 400",
  "/tracks/:trackSlug/lessons/:lessonId/text/:language/history": "302 404 404 403 400 400 400",
  "/tracks/import": "302 404 404 403 400 400 400",
  "/tracks/import/:uploadId": "302 404 404 403 404 404 404",
  "/tracks/:trackSlug/translations": "302 404 404 403 400 400 400",
  // Reviewers say that a translation is right; translations.test.ts asks for the acts one by one.
  "/tracks/:trackSlug/translations/:language": "302 404 404 400 400 400 400",
  "/tracks/:trackSlug/translations/:language/import": "302 404 404 403 400 400 400",
  "/tracks/:trackSlug/translations/:language/import/:uploadId": "302 404 404 403 400 400 400",
  "/questions/:revisionId/ruling": "302 404 404 403 403 400 400",
  "/essays/:sittingId/:questionId": "302 404 404 403 400 400 400",
};

/** What an address needs besides its path. */
const queries: Readonly<Record<string, string>> = {
  "/banks/:bankSlug/export-file": "?format=gift",
  "/tracks/:trackSlug/translations/:language/file": "?format=csv",
};

type Handler = Parameters<typeof ask>[0];
const modules = import.meta.glob<{ loader?: Handler; action?: Handler }>("../../app/routes/society.*.{ts,tsx}");
const start = "society/:societySlug";

/** Path behind the society's own -> what its file exports. */
async function workspaceRoutes() {
  const found = routes.filter(({ path }) => path === start || path?.startsWith(`${start}/`));
  return Promise.all(
    found.map(async ({ path = "", file }) => {
      const load = modules[`../../app/${file}`];
      if (load === undefined) throw new Error(`${file} is not named like a page of a society`);
      return { place: path.slice(start.length), ...(await load()) };
    }),
  );
}

beforeAll(async () => {
  registerAllMessages();
  // Half a hundred pages are read from their sources: that is no part of any test's time.
  await workspaceRoutes();
}, 120_000);

/** The lesson of the working copy that a page can be about. */
function lessonFor(place: string): string {
  if (place.includes("/text/")) return "reading";
  return place.endsWith("/recording") ? "webinar" : "quiz";
}

/** A society in which every page has something to show, and one of each kind of person. */
async function givenWorkspace({ given, db, now }: DbTestContext) {
  const { society, edition, revisionId, sittingId, enrolment } = await givenEssay(given, now);
  const bank = await db.bank.findUniqueOrThrow({ where: { id: edition.bankId } });
  const admin = await given.member({ society, role: "admin" });
  const proposed = { revisionId, ruling: { kind: "full-marks" } } as const;
  const record = { societyId: society.id, actorId: admin.id, rulingId: `ruling${society.id}`, after: null, proposed };
  await ruleOnQuestion({ ...record, reason: "Two answers are right", now });
  const params: Record<string, string> = {
    societySlug: society.slug,
    enrolmentId: enrolment.id,
    bankSlug: bank.slug,
    uploadId: "0".repeat(32),
    language: "de",
    questionKey: "one-of-three",
    trackSlug: edition.track.slug,
    lessonId: "quiz",
    revisionId,
    rulingId: record.rulingId,
    sittingId,
    questionId: "essay-one",
  };
  const draft = await givenDraft(given, {}, society);
  const other = await given.society();
  const people = [
    await given.person(),
    await given.member({ society: other, role: "admin" }),
    await given.member({ society, role: "reviewer" }),
    await given.member({ society, role: "author" }),
    await given.member({ society, role: "editor" }),
    admin,
  ];
  const cookies = [undefined, ...(await Promise.all(people.map((person) => given.signedIn(person))))];
  const askEach = async (handler: Handler, place: string, form?: Record<string, string>) => {
    // The society's statuses say nothing unless each address is one that somebody reaches.
    const here: Readonly<Record<string, string>> = place.startsWith("/tracks/")
      ? { ...params, trackSlug: params["draftSlug"] ?? draft.slug, lessonId: lessonFor(place) }
      : params;
    const path = `/${start}${place}${queries[place] ?? ""}`.replace(/:(\w+)/g, (_, name: string) => here[name] ?? "");
    const statuses: number[] = [];
    for (const cookie of cookies) {
      const question = { path, params: here, ...(cookie === undefined ? {} : { cookie }), ...(form ? { form } : {}) };
      statuses.push((await ask(handler, question)).status);
    }
    return statuses.join(" ");
  };
  return { society, people, params, draftSlug: draft.slug, askEach };
}

dbTest("each role sees of a society what the table says, and strangers find nothing", async (context) => {
  const { askEach } = await givenWorkspace(context);
  const seen: Record<string, string> = {};
  for (const { place, loader } of await workspaceRoutes())
    if (loader !== undefined) seen[place] = await askEach(loader, place);
  expect(seen).toEqual(pages);
});

dbTest("each role changes of a society what the table says, and a refusal changes nothing", async (context) => {
  const { askEach } = await givenWorkspace(context);
  const { db } = context;
  const state = async () => [
    await db.membership.findMany(),
    await db.society.findMany(),
    await db.bank.count(),
    await db.track.count(),
    await db.draftText.count(),
    await db.auditEvent.count(),
  ];
  const before = await state();
  const seen: Record<string, string> = {};
  for (const { place, action } of await workspaceRoutes())
    if (action !== undefined) seen[place] = await askEach(action, place, { nothing: "" });
  expect(seen).toEqual(writes);
  expect(await state()).toEqual(before);
});

dbTest("a society that isn't there answers as one that isn't yours", async (context) => {
  const { people, askEach, params } = await givenWorkspace(context);
  expect(people).toHaveLength(6);
  params["societySlug"] = "no-such-society";
  for (const { place, loader, action } of await workspaceRoutes()) {
    if (loader !== undefined) expect(await askEach(loader, place), place).toBe("302 404 404 404 404 404 404");
    if (action !== undefined)
      expect(await askEach(action, place, { nothing: "" }), place).toBe("302 404 404 404 404 404 404");
  }
});

dbTest("everything under a society of one's own that belongs to another society is not there", async (context) => {
  const { askEach, params, draftSlug } = await givenWorkspace(context);
  const mine = await givenWorkspace(context);
  // The people of the second society ask under its address for things of the first.
  const foreign = { ...params, draftSlug, societySlug: mine.society.slug };
  Object.assign(mine.params, foreign);
  expect(await askEach(() => new Response(null), "")).toBe("200 200 200 200 200 200 200");
  for (const { place, loader } of await workspaceRoutes()) {
    if (loader === undefined || !place.includes(":")) continue;
    const statuses = (await mine.askEach(loader, place)).split(" ");
    expect(
      statuses.filter((status) => status === "200"),
      place,
    ).toEqual([]);
  }
});
