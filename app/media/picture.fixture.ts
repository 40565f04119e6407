import { crc32 } from "node:zlib";

/** Pictures made in code for tests: right in every header, with hardly a pixel in them. */

const ascii = (text: string) => Buffer.from(text, "latin1");
const whole = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

function numbers(write: "writeUInt32BE" | "writeUInt32LE" | "writeUInt16BE" | "writeUInt16LE", ...values: number[]) {
  const size = write.includes("32") ? 4 : 2;
  const bytes = Buffer.alloc(size * values.length);
  values.forEach((value, i) => bytes[write](value, i * size));
  return bytes;
}

export function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const said = whole(ascii(name), data);
  return whole(numbers("writeUInt32BE", data.length), said, numbers("writeUInt32BE", crc32(said)));
}

export function png(width: number, height: number, chunks: readonly Uint8Array[] = []): Uint8Array<ArrayBuffer> {
  const header = whole(numbers("writeUInt32BE", width, height), Buffer.from([8, 0, 0, 0, 0]));
  return whole(
    ascii("\x89PNG\r\n\x1a\n"),
    pngChunk("IHDR", header),
    ...chunks,
    pngChunk("IDAT", new Uint8Array()),
    pngChunk("IEND", new Uint8Array()),
  );
}

/** A segment of a JPEG with its marker and its length. */
export function segment(marker: number, data: string | Uint8Array): Uint8Array {
  const bytes = typeof data === "string" ? ascii(data) : data;
  return whole(Buffer.from([0xff, marker]), numbers("writeUInt16BE", bytes.length + 2), bytes);
}

export function jpeg(
  width: number,
  height: number,
  segments: readonly Uint8Array[] = [],
  scan: readonly number[] = [1, 2, 3],
): Uint8Array<ArrayBuffer> {
  const frame = whole(Buffer.from([8]), numbers("writeUInt16BE", height, width), Buffer.from([1, 1, 0x11, 0]));
  return whole(
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, "JFIF\0"),
    ...segments,
    segment(0xc0, frame),
    segment(0xda, new Uint8Array([1, 1, 0, 0, 63, 0])),
    Buffer.from(scan),
    Buffer.from([0xff, 0xd9]),
  );
}

export function gif(width: number, height: number): Uint8Array<ArrayBuffer> {
  return whole(ascii("GIF89a"), numbers("writeUInt16LE", width, height), Buffer.from([0, 0, 0, 0x3b]));
}

/** A chunk of a WebP, filled up to an even length. */
export function webpChunk(name: string, data: string | Uint8Array): Uint8Array {
  const bytes = typeof data === "string" ? ascii(data) : data;
  return whole(ascii(name), numbers("writeUInt32LE", bytes.length), bytes, new Uint8Array(bytes.length % 2));
}

/** @param flags of VP8X: 0x10 transparency, 0x08 EXIF, 0x04 XMP. */
export function webp(
  kind: "VP8 " | "VP8L" | "VP8X",
  width: number,
  height: number,
  chunks: readonly Uint8Array[] = [],
  flags = 0,
): Uint8Array<ArrayBuffer> {
  const packed = (((height - 1) << 14) | (width - 1)) >>> 0;
  const data = {
    "VP8 ": whole(Buffer.from([0, 0, 0, 0x9d, 1, 0x2a]), numbers("writeUInt16LE", width, height)),
    VP8L: whole(Buffer.from([0x2f]), numbers("writeUInt32LE", packed)),
    VP8X: whole(
      Buffer.from([flags, 0, 0, 0]),
      numbers("writeUInt32LE", width - 1).subarray(0, 3),
      numbers("writeUInt32LE", height - 1).subarray(0, 3),
    ),
  }[kind];
  const body = whole(ascii("WEBP"), webpChunk(kind, data), ...chunks);
  return whole(ascii("RIFF"), numbers("writeUInt32LE", body.length), body);
}
