import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { jpeg, png, pngChunk, segment } from "./picture.fixture";
import { findQuestionPicture, prepareQuestionPicture, storeQuestionPicture } from "./question-pictures.server";

function prepared(bytes: Uint8Array) {
  const answer = prepareQuestionPicture(bytes);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.picture;
}

test("a picture is named by the hash of what is stored, and by its own kind", () => {
  const plain = png(3, 2);
  const hash = createHash("sha256").update(plain).digest("hex");
  expect(prepared(plain)).toMatchObject({ name: `${hash}.png`, type: "image/png", width: 3, height: 2 });
  expect(prepared(jpeg(3, 2)).name).toMatch(/^[0-9a-f]{64}\.jpg$/);
});

test("two files that differ only in metadata are one picture", () => {
  const told = png(3, 2, [pngChunk("tEXt", Buffer.from("Author\0A. Radiographer"))]);
  expect(prepared(told)).toEqual(prepared(png(3, 2)));
  expect(prepared(jpeg(3, 2, [segment(0xe1, "Exif")])).name).toBe(prepared(jpeg(3, 2)).name);
});

test("preparing a prepared picture changes nothing", () => {
  const once = prepared(jpeg(3, 2, [segment(0xed, "notes")]));
  expect(prepared(once.bytes)).toEqual(once);
});

test("what is no picture, too large, too wide or broken is refused with its reason", () => {
  const refused = (bytes: Uint8Array) => prepareQuestionPicture(bytes);
  expect(refused(Buffer.from("<svg/>"))).toEqual({ ok: false, reason: "not-a-picture" });
  expect(refused(Buffer.alloc(8 * 1_048_576 + 1))).toEqual({ ok: false, reason: "too-large" });
  expect(refused(png(8_001, 10))).toEqual({ ok: false, reason: "too-many-pixels" });
  expect(refused(png(10, 8_001))).toEqual({ ok: false, reason: "too-many-pixels" });
  expect(refused(png(3, 2).subarray(0, 40))).toEqual({ ok: false, reason: "unreadable" });
  expect(refused(png(8_000, 8_000)).ok).toBe(true);
});

dbTest("storing a picture twice is one row, with the day of the first time", async ({ db, transact, now }) => {
  const picture = prepared(png(3, 2));
  const later = new Date(now.getTime() + 86_400_000);
  await transact((tx) => storeQuestionPicture(tx, picture, now));
  await transact((tx) => storeQuestionPicture(tx, picture, later));
  const rows = await db.questionPicture.findMany();
  expect(rows.map((row) => [row.name, row.createdAt])).toEqual([[picture.name, now]]);
  expect(findQuestionPicture(picture.name)).toEqual({ type: "image/png", bytes: picture.bytes });
});

dbTest("a name that nothing was stored under is null", () => {
  expect(findQuestionPicture(prepared(png(9, 9)).name)).toBeNull();
});
