import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { action as create, loader as list } from "../../app/routes/society.banks";
import { loader as bankLoader } from "../../app/routes/society.banks.bank";
import { action as save, loader as edit } from "../../app/routes/society.banks.edit";
import { loader as exportPage } from "../../app/routes/society.banks.export";
import { loader as exportFile } from "../../app/routes/society.banks.export-file";
import { action as upload, loader as importPage } from "../../app/routes/society.banks.import";
import { action as commit, loader as preview } from "../../app/routes/society.banks.import-preview";
import { action as write, loader as newPage } from "../../app/routes/society.banks.new";
import { action as retire, loader as questionPage } from "../../app/routes/society.banks.question";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenBank } from "../support/given-bank";

beforeAll(registerAllMessages);

type Role = "admin" | "editor" | "author" | "reviewer";

async function givenPages({ given }: DbTestContext) {
  const { society, bank } = await givenBank(given);
  const uploadId = "0".repeat(32);
  const params = { societySlug: society.slug, bankSlug: bank.slug, questionKey: "one-of-three", uploadId };
  const base = `/society/${society.slug}/banks/${bank.slug}`;
  const as = async (role: Role, where = society) => given.signedIn(await given.member({ society: where, role }));
  const to = (place: string, cookie: string) => ({ path: `${base}${place}`, params, cookie });
  return { society, bank, params, base, as, to };
}
const statuses = (answers: readonly { status: number }[]) => answers.map(({ status }) => status);

dbTest("every member looks, authors write, only editors and admins retire, strangers find nothing", async (context) => {
  const { as, to } = await givenPages(context);
  const looks = async (cookie: string) =>
    statuses([
      await ask(list, to("", cookie)),
      await ask(bankLoader, to("", cookie)),
      await ask(exportPage, to("/export?format=gift", cookie)),
      await ask(exportFile, to("/export-file?format=gift", cookie)),
      await ask(questionPage, to("/questions/one-of-three", cookie)),
    ]);
  const writes = async (cookie: string) =>
    statuses([
      await ask(create, { ...to("", cookie), form: { title: "Another" } }),
      await ask(importPage, to("/import", cookie)),
      await ask(upload, { ...to("/import", cookie), form: {} }),
      await ask(preview, to("/import/x", cookie)),
      await ask(commit, { ...to("/import/x", cookie), form: { intent: "import" } }),
      await ask(newPage, to("/new?kind=single", cookie)),
      await ask(write, { ...to("/new?kind=single", cookie), form: {} }),
      await ask(edit, to("/questions/one-of-three/edit", cookie)),
      await ask(save, { ...to("/questions/one-of-three/edit", cookie), form: {} }),
    ]);
  const retires = async (cookie: string) =>
    (await ask(retire, { ...to("/questions/one-of-three", cookie), form: { retired: "yes" } })).status;

  const reviewer = await as("reviewer");
  expect(await looks(reviewer)).toEqual([200, 200, 200, 200, 200]);
  expect(await writes(reviewer)).toEqual(Array(9).fill(403));
  expect(await retires(reviewer)).toBe(403);
  const author = await as("author");
  expect(await writes(author)).toEqual([303, 200, 400, 404, 404, 200, 400, 200, 400]);
  expect(await retires(author)).toBe(403);
  expect(await retires(await as("editor"))).toBe(303);
  const foreign = await as("admin", await context.given.society());
  expect([...(await looks(foreign)), ...(await writes(foreign)), await retires(foreign)]).toEqual(Array(15).fill(404));
});

dbTest("a bank of another society is not there, whoever names it", async (context) => {
  const { society, as } = await givenPages(context);
  const other = await givenBank(context.given);
  const cookie = await as("admin");
  const params = { societySlug: society.slug, bankSlug: other.bank.slug, questionKey: "one-of-three" };
  const path = `/society/${society.slug}/banks/${other.bank.slug}`;
  for (const handler of [bankLoader, exportPage, importPage, newPage, questionPage, edit])
    expect((await ask(handler, { path, params, cookie })).status).toBe(404);
});
