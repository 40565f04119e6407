import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { dbTest } from "../../../tests/support/db-test";
import { givenBank } from "../../../tests/support/given-bank";
import { png } from "../../media/picture.fixture";
import { findQuestionPicture } from "../../media/question-pictures.server";
import { env } from "../../platform/env.server";
import { importQuestionsIntoBank } from "./import-questions-into-bank.server";
import { previewImport } from "./preview-import.server";
import { findKeptPicture, keepUpload } from "./upload-store.server";

const widePng = () => {
  const bytes = Uint8Array.from(png(3, 2));
  // The header says 9,000 pixels: more than a picture may have.
  new DataView(bytes.buffer).setUint32(16, 9_000);
  return bytes;
};

dbTest("a question whose picture can't be stored isn't chosen by itself, and says why", async ({ given, now }) => {
  const { society, bank } = await givenBank(given, []);
  const asked = (name: string, bytes: Uint8Array) =>
    `<question type="truefalse"><name><text>${name}</text></name><questiontext format="html"><text><![CDATA[<p>Is it? <img src="@@PLUGINFILE@@/a.png" alt="a"></p>]]></text><file name="a.png" encoding="base64">${Buffer.from(bytes).toString("base64")}</file></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`;
  const xml = `<quiz>${asked("good", png(3, 2))}${asked("wide", widePng())}</quiz>`;
  const facts = { personId: "me", bankId: bank.id, fileName: "some.xml", format: "moodle" };
  const uploadId = keepUpload(facts, new TextEncoder().encode(xml), now);
  const place = {
    societyId: society.id,
    bankSlug: bank.slug,
    uploadId,
    personId: "me",
    onClash: "beside",
    now,
  } as const;
  const preview = await previewImport({ ...place, page: 1 });
  expect(preview?.questions).toMatchObject([
    { key: "good", lacksPicture: false, losses: [] },
    { key: "wide", lacksPicture: true, losses: [{ why: "It has more than 8,000 pixels on a side." }] },
  ]);

  const name = JSON.stringify(preview?.questions[0]).match(/[0-9a-f]{64}\.png/)?.[0] ?? "";
  expect(findKeptPicture({ name, personId: "me", now })).toMatchObject({ type: "image/png", name });
  expect(findKeptPicture({ name, personId: "you", now })).toBeNull();
  expect(findKeptPicture({ name: `../${name}`, personId: "me", now })).toBeNull();

  // The file is read once: what stands beside it is shown from then on.
  writeFileSync(path.join(env.DATA_DIR, "imports", uploadId, "file"), "no XML any more");
  expect((await previewImport({ ...place, page: 1 }))?.questions).toHaveLength(2);
  expect(await importQuestionsIntoBank({ ...place, chosen: [0] })).toEqual({ ok: true, written: 1 });
  expect(findQuestionPicture(name)).not.toBeNull();
  expect(findKeptPicture({ name, personId: "me", now })).toBeNull();
});
