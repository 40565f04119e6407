import { beforeAll, expect } from "vitest";
import { keepUpload } from "../../app/authoring/banks/upload-store.server";
import { uploadPlace } from "../../app/authoring/translations/import-translation.server";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { action as change, loader as matrix } from "../../app/routes/society.translations";
import { loader as file } from "../../app/routes/society.translations.file";
import { action as upload, loader as importPage } from "../../app/routes/society.translations.import";
import { action as commit, loader as preview } from "../../app/routes/society.translations.import-preview";
import { action as save, loader as sides } from "../../app/routes/society.translations.language";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenDraft } from "../support/given-draft";

beforeAll(registerAllMessages);

type Role = "admin" | "editor" | "author" | "reviewer";

async function givenPages({ given }: DbTestContext) {
  const { society, slug } = await givenDraft(given);
  const params = { societySlug: society.slug, trackSlug: slug, language: "de", uploadId: "0".repeat(32) };
  const path = `/society/${society.slug}/tracks/${slug}/translations`;
  const member = (role: Role, where: { id: string } = society) => given.member({ society: where, role });
  const as = async (role: Role, where: { id: string } = society) => given.signedIn(await member(role, where));
  const to = (place: string, cookie: string, form?: Record<string, string>) => ({
    path: `${path}${place}`,
    params,
    cookie,
    ...(form === undefined ? {} : { form }),
  });
  return { society, slug, params, path, as, member, to };
}

dbTest(
  "everybody looks, reviewers approve, authors translate, and to other societies there is nothing",
  async (context) => {
    const { as, to } = await givenPages(context);
    const statuses = async (cookie: string) =>
      Promise.all(
        [
          ask(matrix, to("", cookie)),
          ask(sides, to("/de?group=track", cookie)),
          ask(file, to("/de/file?format=csv", cookie)),
          ask(change, to("", cookie, { change: "stop", language: "de" })),
          ask(save, to("/de", cookie, { intent: "save", group: "track", base: "1", source: "1", fingerprint: "" })),
          ask(save, to("/de", cookie, { intent: "review", group: "track", base: "1", source: "1", fingerprint: "" })),
          ask(importPage, to("/de/import", cookie)),
          ask(upload, to("/de/import", cookie, {})),
          ask(preview, to("/de/import/x", cookie)),
          ask(commit, to("/de/import/x", cookie, { fingerprint: "0".repeat(64) })),
        ].map(async (answer) => (await answer).status),
      );
    expect(await statuses(await as("editor"))).toEqual([200, 200, 200, 303, 303, 409, 200, 400, 404, 404]);
    expect(await statuses(await as("author"))).toEqual([200, 200, 200, 303, 303, 403, 200, 400, 404, 404]);
    expect(await statuses(await as("reviewer"))).toEqual([200, 200, 200, 403, 403, 409, 403, 403, 403, 403]);
    expect(await statuses(await as("admin", await context.given.society()))).toEqual(Array(10).fill(404));
  },
);

dbTest("a file that was translated elsewhere is previewed and imported as a whole, and once", async (context) => {
  const { params, member, to } = await givenPages(context);
  const person = await member("author");
  const cookie = await context.given.signedIn(person);
  const exported = String((await ask(file, to("/de/file?format=xliff", cookie))).data);
  const translated = exported
    .replace("<target>de: A small track</target>", "<target>Ein &lt;kleiner&gt; Kurs</target>")
    .replace("<source>Audience</source>", "<source>Another audience</source>")
    .replace('id="words:needs"', 'id="words:wishes"');
  const facts = { personId: person.id, bankId: uploadPlace(params.trackSlug, "de"), fileName: "de.xlf", format: "t" };
  const uploadId = keepUpload(facts, new TextEncoder().encode(translated), new Date());
  const place = { ...to(`/de/import/${uploadId}`, cookie), params: { ...params, uploadId } };
  const shown = (await ask(preview, place)).data as { preview: { fingerprint: string; counts: unknown } };
  expect(shown.preview.counts).toMatchObject({ new: 0, changed: 1, moved: 1, unknown: 1, unreadable: 0 });
  const { fingerprint } = shown.preview;
  expect((await ask(commit, { ...place, form: { fingerprint: "0".repeat(64) } })).status).toBe(409);
  const done = await ask(commit, { ...place, form: { fingerprint } });
  expect(done.location).toContain("?saved=1");
  expect((await ask(commit, { ...place, form: { fingerprint } })).status).toBe(404);
  const page = JSON.stringify((await ask(sides, to("/de?group=track", cookie))).data);
  expect(page).toContain('"target":"Ein <kleiner> Kurs"');
});

dbTest("a file that can't be read says why and changes nothing", async (context) => {
  const { params, member, to } = await givenPages(context);
  const person = await member("author");
  const cookie = await context.given.signedIn(person);
  const facts = { personId: person.id, bankId: uploadPlace(params.trackSlug, "de"), fileName: "x.xlf", format: "t" };
  const uploadId = keepUpload(facts, new TextEncoder().encode("<!DOCTYPE a><xliff/>"), new Date());
  const place = { ...to(`/de/import/${uploadId}`, cookie), params: { ...params, uploadId } };
  expect(JSON.stringify((await ask(preview, place)).data)).toContain("document type");
  expect((await ask(commit, { ...place, form: { fingerprint: "0".repeat(64) } })).status).toBe(404);
});
