import { beforeAll, expect } from "vitest";
import { saveDraftText } from "../../app/authoring/drafts/draft-store.server";
import { readDraftSource } from "../../app/authoring/drafts/draft-source.server";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { loader as checks } from "../../app/routes/society.tracks.checks";
import { action as publish, loader as publishPage } from "../../app/routes/society.tracks.publish";
import { action as step, loader as reviewPage } from "../../app/routes/society.tracks.review";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenDraft } from "../support/given-draft";

beforeAll(registerAllMessages);

async function givenPages({ given }: DbTestContext) {
  const { society, slug, trackId } = await givenDraft(given);
  const at = (cookie: string, form?: Record<string, string>) => ({
    path: `/society/${society.slug}/tracks/${slug}/page`,
    params: { societySlug: society.slug, trackSlug: slug },
    cookie,
    ...(form === undefined ? {} : { form }),
  });
  const as = async (role: "admin" | "editor" | "author" | "reviewer", where = society) =>
    given.signedIn(await given.member({ society: where, role }));
  const stamp = async () => {
    const draft = await readDraftSource(trackId);
    return draft.ok ? draft.stamp : "";
  };
  return { society, trackId, at, as, stamp };
}

dbTest("who may look, ask, comment, approve and publish; strangers find nothing", async (context) => {
  const { at, as, stamp } = await givenPages(context);
  const table: Record<string, number[]> = {};
  const tries = async (cookie: string) => {
    const answers = [
      await ask(checks, at(cookie)),
      await ask(reviewPage, at(cookie)),
      await ask(publishPage, at(cookie)),
      await ask(step, at(cookie, { intent: "take-back" })),
      await ask(step, at(cookie, { intent: "approve", stamp: await stamp() })),
      await ask(publish, at(cookie, {})),
    ];
    return answers.map(({ status }) => status);
  };
  for (const role of ["admin", "editor", "author", "reviewer"] as const) table[role] = await tries(await as(role));
  expect(table).toEqual({
    admin: [200, 200, 200, 303, 403, 409],
    editor: [200, 200, 200, 303, 409, 409],
    author: [200, 200, 403, 303, 403, 403],
    reviewer: [200, 200, 403, 403, 409, 403],
  });
  expect(await tries(await as("admin", await context.given.society()))).toEqual(Array(6).fill(404));
});

dbTest(
  "a commented, approved draft is published once, whoever clicks twice; a change voids the approval",
  async (context) => {
    const { at, as, stamp, trackId } = await givenPages(context);
    const [author, reviewer, editor, admin] = [
      await as("author"),
      await as("reviewer"),
      await as("editor"),
      await as("admin"),
    ];
    const does = async (cookie: string, form: Record<string, string>) => (await ask(step, at(cookie, form))).status;
    expect(await does(author, { intent: "ask", note: "Please look" })).toBe(303);
    const comment = { intent: "comment", id: "comment0001", place: "lesson:reading", quote: "", text: "Why?" };
    expect(await does(reviewer, comment)).toBe(303);
    expect(await does(reviewer, { intent: "approve", stamp: await stamp() })).toBe(303);
    expect((await ask(publish, at(editor, {}))).status).toBe(409);
    expect(await does(author, { intent: "settle", comment: "comment0001", resolved: "yes" })).toBe(303);
    const text = { trackId, part: "lesson:reading", language: "en", base: 1, byPersonId: null } as const;
    const content = "A new lead. :ref[icrp-135]";
    await context.transact((tx) => saveDraftText(tx, { ...text, content, now: context.now }));
    expect((await ask(publish, at(editor, {}))).status).toBe(409);
    expect(await does(reviewer, { intent: "approve", stamp: await stamp() })).toBe(303);
    const both = await Promise.all([ask(publish, at(editor, {})), ask(publish, at(admin, {}))]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await context.db.edition.count()).toBe(1);
    const subjects = (await context.given.inbox()).map(({ subject }) => subject.split(":")[0]);
    expect(new Set(subjects)).toEqual(
      new Set(["Review asked for", "New comments", "Approved", "Comment resolved", "Published"]),
    );
  },
);
