import { expect, test } from "vitest";
import sharp from "sharp";
import { dbTest } from "../../tests/support/db-test";
import {
  findLessonPicture,
  missingLessonPictures,
  prepareLessonPicture,
  storeLessonPicture,
} from "./lesson-pictures.server";
import { jpeg, png } from "./picture.fixture";

const grey = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 90, g: 90, b: 90 } } });

async function prepared(bytes: Uint8Array) {
  const answer = await prepareLessonPicture(bytes);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.picture;
}

const gps = {
  IFD0: { Copyright: "MUELLER^HANS 1951-03-02" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 12/1 0/1" },
};

test("a picture is written anew as WebP without its metadata, upright, with narrower copies", async () => {
  const source = await grey(1_200, 700).withExif(gps).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(source.includes("MUELLER^HANS")).toBe(true);
  const picture = await prepared(source);
  expect(picture.name).toMatch(/^[0-9a-f]{40}-700x1200\.webp$/);
  expect(picture.copies.map(({ width }) => width)).toEqual([700, 480]);
  for (const { width, bytes } of picture.copies) {
    const said = await sharp(bytes).metadata();
    expect(said).toMatchObject({ format: "webp", width });
    expect([said.exif, said.xmp, said.iptc, said.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(bytes).includes("MUELLER")).toBe(false);
  }
});

test("a picture wider than 2,400 pixels is made narrower", async () => {
  expect(await prepared(await grey(3_000, 300).png().toBuffer())).toMatchObject({ width: 2_400, height: 240 });
});

test("what hides behind the pixels doesn't arrive: a picture that is also a page, an archive or a script", async () => {
  const payload = Buffer.from("<html><script>alert(1)</script></html>PK\u0003\u0004");
  const picture = await prepared(Buffer.concat([await grey(40, 30).png().toBuffer(), payload]));
  for (const { bytes } of picture.copies) {
    expect(Buffer.from(bytes).includes("<script>")).toBe(false);
    expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe("RIFF");
  }
});

test.each([
  [
    "a drawing",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    "not-a-picture",
  ],
  ["a page that is called a picture", Buffer.from("<!doctype html><p>GIF89a"), "not-a-picture"],
  ["a PDF", Buffer.from("%PDF-1.7"), "not-a-picture"],
  ["nothing", Buffer.alloc(0), "not-a-picture"],
  ["more than 10 MB", Buffer.alloc(10 * 1_048_576 + 1), "too-large"],
  ["50,000 pixels in one line", png(50_000, 10), "too-many-pixels"],
  ["12,001 pixels in one column", png(10, 12_001), "too-many-pixels"],
  ["more than 50 megapixels", png(8_000, 7_000), "too-many-pixels"],
  ["a header without a picture", png(200, 100), "unreadable"],
  ["a JPEG whose data are none", jpeg(200, 100), "unreadable"],
])("%s is refused", async (_, bytes, reason) => {
  expect(await prepareLessonPicture(bytes)).toEqual({ ok: false, reason });
});

dbTest("a stored picture is found in each of its widths, and no other", async ({ transact, now }) => {
  const picture = await prepared(await grey(1_000, 500).png().toBuffer());
  await transact((tx) => storeLessonPicture(tx, picture, now));
  await transact((tx) => storeLessonPicture(tx, picture, now));
  expect(findLessonPicture(picture.name, 0)).toEqual(picture.copies[0]?.bytes);
  expect(findLessonPicture(picture.name, 480)).toEqual(picture.copies[1]?.bytes);
  expect(findLessonPicture(picture.name, 481)).toBeNull();
  expect(findLessonPicture("nobody", 0)).toBeNull();
  expect(missingLessonPictures([picture.name, "nobody", "nobody"])).toEqual(["nobody"]);
});
