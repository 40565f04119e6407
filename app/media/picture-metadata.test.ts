import { crc32 } from "node:zlib";
import fc from "fast-check";
import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { readPictureHeader } from "./picture-header";
import { withoutMetadata } from "./picture-metadata";
import { gif, jpeg, png, pngChunk, segment, webp, webpChunk } from "./picture.fixture";

const secret = "MUELLER^HANS 1951-03-02";
const holds = (bytes: Uint8Array | null, text: string) => Buffer.from(bytes ?? []).includes(text);

test("the header says kind and size of each kind of picture", () => {
  expect(readPictureHeader(png(640, 480))).toEqual({ type: "image/png", width: 640, height: 480 });
  expect(readPictureHeader(jpeg(640, 480))).toEqual({ type: "image/jpeg", width: 640, height: 480 });
  expect(readPictureHeader(gif(640, 480))).toEqual({ type: "image/gif", width: 640, height: 480 });
  for (const kind of ["VP8 ", "VP8L", "VP8X"] as const) {
    expect(readPictureHeader(webp(kind, 640, 480)), kind).toEqual({ type: "image/webp", width: 640, height: 480 });
  }
  expect(readPictureHeader(webp("VP8L", 16_384, 16_384))).toMatchObject({ width: 16_384, height: 16_384 });
});

test("a size that stands behind metadata and filling bytes is found", () => {
  const bytes = jpeg(20, 10, [segment(0xe1, secret), new Uint8Array([0xff, 0xff])]);
  expect(readPictureHeader(bytes)).toMatchObject({ width: 20, height: 10 });
});

test("anything else is no picture: texts, drawings, shortened headers, pictures without a size", () => {
  const texts = ["", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF????WEBP", "%PDF-1.7"];
  for (const text of texts) expect(readPictureHeader(Buffer.from(text, "latin1")), text).toBeNull();
  expect(readPictureHeader(png(0, 10))).toBeNull();
  expect(readPictureHeader(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBeNull();
});

test("no bytes whatever make the header reader or the cleaner throw", () => {
  const starts = [png(3, 2), jpeg(3, 2), gif(3, 2), webp("VP8X", 3, 2)];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.nat(80), fc.uint8Array({ maxLength: 60 }), (start, keep, rest) => {
      const bytes = Buffer.concat([start.subarray(0, keep), rest]);
      const header = readPictureHeader(bytes);
      if (header !== null) withoutMetadata(bytes, header.type);
    }),
  );
});

test("a PNG loses its texts and its EXIF and keeps its pixels and its colours", () => {
  const texts = ["eXIf", "tEXt", "iTXt", "zTXt"].map((name) => pngChunk(name, Buffer.from(secret)));
  const gamma = pngChunk("gAMA", Buffer.from([0, 0, 0xb1, 0x8f]));
  const drawn = new PNG({ width: 3, height: 2 });
  drawn.data.fill(90);
  const plain = PNG.sync.write(drawn);
  const told = Buffer.concat([plain.subarray(0, 33), gamma, ...texts, plain.subarray(33), Buffer.from(secret)]);
  const kept = withoutMetadata(told, "image/png");
  expect(holds(told, secret)).toBe(true);
  expect(holds(kept, secret)).toBe(false);
  expect(kept).toEqual(new Uint8Array(Buffer.concat([plain.subarray(0, 33), gamma, plain.subarray(33)])));
  expect(PNG.sync.read(Buffer.from(kept ?? [])).data).toEqual(drawn.data);
});

test("a JPEG loses EXIF, XMP, Photoshop's notes, comments and what hangs on behind its end", () => {
  const profile = segment(0xe2, "ICC_PROFILE");
  const told = jpeg(20, 10, [segment(0xe1, `Exif ${secret}`), profile, segment(0xed, secret), segment(0xfe, secret)]);
  const kept = withoutMetadata(Buffer.concat([told, Buffer.from(secret)]), "image/jpeg");
  expect(holds(kept, secret)).toBe(false);
  expect(kept).toEqual(jpeg(20, 10, [profile]));
});

test("bytes of a scan that look like markers stay", () => {
  const scan = [0xff, 0x00, 0xe1, 0xff, 0xd3, 0xff, 0xff, 0x00, 0x12];
  expect(withoutMetadata(jpeg(2, 2, [], scan), "image/jpeg")).toEqual(jpeg(2, 2, [], scan));
});

test("a WebP loses EXIF and XMP, and its flags and its length say so", () => {
  const told = webp("VP8X", 20, 10, [webpChunk("EXIF", secret), webpChunk("XMP ", secret)], 0x0c | 0x10);
  expect(withoutMetadata(told, "image/webp")).toEqual(webp("VP8X", 20, 10, [], 0x10));
});

test("a picture whose parts don't fit together is not cleaned, so that it can be refused", () => {
  for (const whole of [png(3, 2), jpeg(3, 2)]) {
    const type = readPictureHeader(whole)?.type ?? "image/gif";
    expect(withoutMetadata(whole, type), type).not.toBeNull();
    expect(withoutMetadata(whole.subarray(0, whole.length - 1), type), type).toBeNull();
  }
});

test("cleaning twice is cleaning once", () => {
  const told = [
    png(3, 2, [pngChunk("tEXt", Buffer.from(secret))]),
    jpeg(3, 2, [segment(0xe1, secret)]),
    webp("VP8X", 3, 2, [webpChunk("EXIF", `${secret}.`)], 0x08),
    gif(3, 2),
  ];
  for (const bytes of told) {
    const type = readPictureHeader(bytes)?.type ?? "image/gif";
    const once = withoutMetadata(bytes, type) ?? new Uint8Array();
    expect(withoutMetadata(once, type), type).toEqual(once);
  }
});

test("the test pictures are PNGs by their checksums", () => {
  const chunk = pngChunk("tEXt", Buffer.from("a"));
  expect(Buffer.from(chunk).readUInt32BE(9)).toBe(crc32("tEXta"));
});
