import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { loader as openCatalogue } from "../../app/routes/catalogue";
import { loader as openHome } from "../../app/routes/home";
import { loader as openRobots } from "../../app/routes/robots";
import { loader as openSitemap } from "../../app/routes/sitemap";
import { loader as openSocieties } from "../../app/routes/societies";
import { loader as openSociety } from "../../app/routes/society";
import { loader as openTrack } from "../../app/routes/track";
import { ask } from "../support/ask";
import { dbTest } from "../support/db-test";

beforeAll(registerAllMessages);

const openPage = (trackSlug: string, more: { params?: Record<string, string>; cookie?: string } = {}) =>
  ask(openTrack, {
    path: `/tracks/${trackSlug}`,
    ...(more.cookie === undefined ? {} : { cookie: more.cookie }),
    params: { ...more.params, trackSlug },
  });

dbTest("a track has a page for everybody, with its address in every language", async ({ given }) => {
  await given.edition({ slug: "a-track" });
  const page = await openPage("a-track", { params: { lang: "de" } });
  expect(page.status).toBe(200);
  expect(page.data).toMatchObject({ state: "published", standing: { place: "out" } });
  expect(JSON.stringify(page.data)).toContain("http://localhost:3000/de/tracks/a-track");
  expect(JSON.stringify(page.data)).not.toContain("noindex");
});

dbTest("a learner's page says that they are enrolled", async ({ given }) => {
  const { person } = await given.enrolled({ slug: "a-track" });
  const page = await openPage("a-track", { cookie: await given.signedIn(person) });
  expect(page.data).toMatchObject({ standing: { place: "enrolled", isEnded: false, offer: null } });
});

dbTest("a withdrawn track answers 410 and asks search engines to leave it out", async ({ given }) => {
  await given.edition({ slug: "gone", availability: "withdrawn" });
  const page = await openPage("gone");
  expect(page.status).toBe(410);
  expect(page.data).toMatchObject({ state: "withdrawn" });
  expect(JSON.stringify(page.data)).toContain("noindex");
});

dbTest("an unlisted track is open to who has the address, and asks to be left out", async ({ given }) => {
  await given.edition({ slug: "quiet", availability: "unlisted" });
  const page = await openPage("quiet");
  expect(page.status).toBe(200);
  expect(JSON.stringify(page.data)).toContain("noindex");
});

dbTest("what isn't there answers 404: track, society, language, malformed address", async () => {
  expect((await openPage("absent")).status).toBe(404);
  expect((await openPage("../etc")).status).toBe(404);
  expect((await ask(openSociety, { path: "/societies/absent", params: { societySlug: "absent" } })).status).toBe(404);
  expect((await ask(openHome, { path: "/xx", params: { lang: "xx" } })).status).toBe(404);
});

dbTest("a demonstration society is never named as the provider of a course", async ({ given }) => {
  const society = await given.society({ name: "A real society", isDemonstration: true });
  await given.edition({ slug: "shown", societyId: society.id });
  const page = JSON.stringify((await openPage("shown")).data);
  expect(page).toContain('"provider":{"@type":"Organization","name":"Stepwedge"');
});

dbTest("home, catalogue and societies answer with and without content", async ({ given }) => {
  for (const withContent of [false, true]) {
    if (withContent) await given.edition({ slug: "a-track" });
    const count = withContent ? 1 : 0;
    expect((await ask(openHome, { path: "/en" })).data).toMatchObject({ rows: { length: count }, introduction: null });
    expect((await ask(openCatalogue, { path: "/en/catalogue" })).data).toMatchObject({ page: { count } });
    expect((await ask(openSocieties, { path: "/en/societies" })).data).toMatchObject({ societies: { length: count } });
  }
});

dbTest("a mistyped filter still shows tracks; a search asks to be left out of search engines", async ({ given }) => {
  await given.edition({ slug: "a-track" });
  const mistyped = await ask(openCatalogue, { path: "/en/catalogue?duration=forever&page=minus" });
  expect(mistyped.data).toMatchObject({ page: { count: 1, chosen: [] } });
  expect(JSON.stringify(mistyped.data)).not.toContain("noindex");
  expect(JSON.stringify((await ask(openCatalogue, { path: "/en/catalogue?q=track" })).data)).toContain("noindex");
});

dbTest("robots.txt names the sitemap, which lists the public pages", async ({ given }) => {
  await given.edition({ slug: "a-track" });
  expect((await ask(openRobots, { path: "/robots.txt" })).data).toContain("Sitemap: http://localhost:3000/sitemap.xml");
  const sitemap = await ask(openSitemap, { path: "/sitemap.xml" });
  expect(sitemap.headers.get("Content-Type")).toContain("application/xml");
  expect(sitemap.data).toContain("<loc>http://localhost:3000/fr/tracks/a-track</loc>");
  expect(sitemap.data).toContain("<loc>http://localhost:3000/en/pages/imprint</loc>");
});
