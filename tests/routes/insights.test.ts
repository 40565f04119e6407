import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { loader as list } from "../../app/routes/society.insights";
import { loader as track } from "../../app/routes/society.insights.track";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenInsights } from "../support/given-insights";

beforeAll(registerAllMessages);

async function givenPages({ given, now }: DbTestContext, relevance?: readonly string[]) {
  const found = await givenInsights(given, now, relevance);
  const { society, edition } = found;
  const params = { societySlug: society.slug, trackSlug: edition.track.slug };
  const path = `/society/${society.slug}/insights/${edition.track.slug}`;
  const as = async (role: "admin" | "editor" | "author" | "reviewer", where = society) =>
    given.signedIn(await given.member({ society: where, role }));
  return { ...found, params, path, as };
}

dbTest("authors, editors and admins look, reviewers don't, and to others there is nothing", async (context) => {
  const { params, path, as } = await givenPages(context);
  const look = async (cookie: string) => [
    (await ask(list, { path: `/society/${params.societySlug}/insights`, params, cookie })).status,
    (await ask(track, { path, params, cookie })).status,
  ];
  for (const role of ["admin", "editor", "author"] as const) expect(await look(await as(role))).toEqual([200, 200]);
  expect(await look(await as("reviewer"))).toEqual([403, 403]);
  expect(await look(await as("admin", await context.given.society()))).toEqual([404, 404]);
});

dbTest("a track of another society is not there, even for an admin", async (context) => {
  const { as, params } = await givenPages(context);
  const other = await givenPages(context);
  const mixed = { ...params, trackSlug: other.params.trackSlug };
  expect((await ask(track, { path: "/x", params: mixed, cookie: await as("admin") })).status).toBe(404);
});

dbTest("the figures count learners, lessons, watching and evaluations of the track", async (context) => {
  const { params, path, as } = await givenPages(context);
  const answer = await ask(track, { path: `${path}?as=json`, params, cookie: await as("author") });
  const page: unknown = JSON.parse(String(answer.data));
  expect(page).toMatchObject({
    figures: { enrolled: 2, completed: 1, notStarted: 1, stopped: 0, days: { count: 1, median: 0 } },
    evaluations: { isShown: true, count: 5, meanRelevance: 3.2, texts: ["More on children"] },
    webinars: [{ lessonId: "webinar", viewers: 1 }],
  });
  expect(page).toHaveProperty("figures.lessons.0", { lessonId: "reading", done: 1, share: 0.5, stoppedHere: 0 });
  // 285 of 300 seconds were watched, 200 s to 215 s were not: one whole place and half of the next.
  expect(page).toHaveProperty("webinars.0.shares.19", 1);
  expect(page).toHaveProperty("webinars.0.shares.20", 0);
  expect(page).toHaveProperty("webinars.0.shares.21", 1);
});

dbTest("neither the page nor its files name a learner", async (context) => {
  const { params, path, as, learner } = await givenPages(context);
  const cookie = await as("author");
  for (const query of ["", "?as=csv", "?as=json"]) {
    const said = JSON.stringify((await ask(track, { path: `${path}${query}`, params, cookie })).data);
    expect(said).not.toContain(learner.person.certificateName);
    expect(said).not.toContain(learner.person.id);
    expect(said).not.toContain(learner.enrolment.id);
  }
});

dbTest("under five evaluations nothing of them leaves the server", async (context) => {
  const { params, path, as } = await givenPages(context, ["5", "4", "4", "2"]);
  const cookie = await as("author");
  for (const query of ["", "?as=csv", "?as=json"]) {
    const said = JSON.stringify((await ask(track, { path: `${path}${query}`, params, cookie })).data);
    expect(said).not.toContain("More on children");
    expect(said).not.toContain("meanRelevance");
  }
});

dbTest("the list is searched by words of the title", async (context) => {
  const { params, as, edition } = await givenPages(context);
  const cookie = await as("author");
  const found = async (q: string) =>
    (await ask(list, { path: `/society/${params.societySlug}/insights?q=${q}`, params, cookie })).data;
  expect(await found("tra")).toMatchObject({ tracks: [{ slug: edition.track.slug, enrolled: 2, completed: 1 }] });
  expect(await found("physics")).toMatchObject({ tracks: [] });
});
