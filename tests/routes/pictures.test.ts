import { expect } from "vitest";
import { png } from "../../app/media/picture.fixture";
import { prepareQuestionPicture, storeQuestionPicture } from "../../app/media/question-pictures.server";
import { keepReading, keepUpload } from "../../app/authoring/banks/upload-store.server";
import { now } from "../../app/platform/clock.server";
import { loader } from "../../app/routes/pictures";
import { ask } from "../support/ask";
import { type DbTestContext, dbTest } from "../support/db-test";

async function givenPicture({ transact, now }: DbTestContext): Promise<string> {
  const prepared = prepareQuestionPicture(png(3, 2));
  if (!prepared.ok) throw new Error(prepared.reason);
  await transact((tx) => storeQuestionPicture(tx, prepared.picture, now));
  return prepared.picture.name;
}

const asked = (name: string, headers: Record<string, string> = {}) =>
  ask(loader, { path: `/pictures/${name}`, params: { name }, headers });

dbTest("a picture is answered with its own type, for a year and unguessed", async (context) => {
  const name = await givenPicture(context);
  const answer = await asked(name);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "content-length": String(png(3, 2).length),
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    etag: `"${name}"`,
  });
});

dbTest("a browser that has the picture gets no second copy", async (context) => {
  const name = await givenPicture(context);
  for (const tag of [`"${name}"`, `"other", W/"${name}"`]) {
    expect(await asked(name, { "If-None-Match": tag })).toMatchObject({ status: 304, data: "" });
  }
  expect(await asked(name, { "If-None-Match": '"other"' })).toMatchObject({ status: 200 });
});

dbTest("an unknown name is not there", async (context) => {
  const name = await givenPicture(context);
  for (const other of ["", "nothing.png", name.replace("png", "jpg"), name.toUpperCase(), "../stepwedge.db"]) {
    expect(await asked(other)).toMatchObject({ status: 404 });
  }
});

dbTest("a picture of a file that waits is there for who brought the file, and for nobody else", async ({ given }) => {
  const prepared = prepareQuestionPicture(png(3, 2));
  if (!prepared.ok) throw new Error(prepared.reason);
  const { picture } = prepared;
  const [me, you] = [await given.person(), await given.person()];
  const facts = { personId: me.id, bankId: "a-bank", fileName: "x.xml", format: "moodle" };
  keepReading(keepUpload(facts, new Uint8Array([65]), now()), { questions: [], losses: [], refused: null }, [picture]);
  const cookie = await given.signedIn(me);
  const path = { path: `/pictures/${picture.name}`, params: { name: picture.name } };
  const answer = await ask(loader, { ...path, cookie });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "cache-control": "private, no-store",
  });
  expect(await asked(picture.name)).toMatchObject({ status: 404 });
  expect(await ask(loader, { ...path, cookie: await given.signedIn(you) })).toMatchObject({ status: 404 });
});
