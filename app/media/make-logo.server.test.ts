import sharp from "sharp";
import { expect, it } from "vitest";
import { makeLogo } from "./make-logo.server";
import { png } from "./picture.fixture";

const ground = { r: 20, g: 86, b: 122, alpha: 0.5 };
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: ground } });

it("makes a WebP of a size that pages show, whatever of the three kinds came in", async () => {
  for (const bytes of [
    await picture(1000, 500).png().toBuffer(),
    await picture(1000, 500).jpeg().toBuffer(),
    await picture(1000, 500).webp().toBuffer(),
  ]) {
    const made = await makeLogo(bytes);
    expect(made).toMatchObject({ ok: true, logo: { width: 480, height: 240 } });
    const { format, width } = await sharp(made.ok ? made.logo.bytes : bytes).metadata();
    expect([format, width]).toEqual(["webp", 480]);
    expect(made.ok && made.logo.name).toMatch(/^[0-9a-f]{64}\.webp$/);
  }
});

it("keeps no place, no camera and no text of the file", async () => {
  const exif = { IFD0: { Copyright: "PATIENT^NAME", Model: "Camera" }, IFD3: { GPSLatitude: "48/1 12/1 0/1" } };
  const bytes = await picture(64, 64).jpeg().withExif(exif).toBuffer();
  expect(bytes.includes("PATIENT^NAME")).toBe(true);
  const made = await makeLogo(bytes);
  const kept = Buffer.from(made.ok ? made.logo.bytes : []);
  expect(kept.length).toBeGreaterThan(0);
  expect((await sharp(kept).metadata()).exif).toBeUndefined();
  expect(kept.includes("PATIENT^NAME")).toBe(false);
});

it("turns a picture that only says how it is to be turned", async () => {
  const bytes = await picture(100, 50).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect(await makeLogo(bytes)).toMatchObject({ ok: true, logo: { width: 50, height: 100 } });
});

it("refuses what is no such picture, too large, too small or broken", async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  expect(await makeLogo(svg)).toEqual({ ok: false, reason: "logo-type" });
  expect(await makeLogo(Buffer.from("GIF89a\x40\0\x40\0\0\0\0\x3b", "latin1"))).toEqual({
    ok: false,
    reason: "logo-type",
  });
  expect(await makeLogo(new Uint8Array())).toEqual({ ok: false, reason: "logo-type" });
  expect(await makeLogo(new Uint8Array(2_097_153))).toEqual({ ok: false, reason: "logo-large" });
  expect(await makeLogo(png(50_000, 50_000))).toEqual({ ok: false, reason: "logo-pixels" });
  expect(await makeLogo(png(31, 400))).toEqual({ ok: false, reason: "logo-small" });
  expect(await makeLogo(png(64, 64))).toEqual({ ok: false, reason: "logo-broken" });
});
