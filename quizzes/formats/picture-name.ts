import { createHash } from "node:crypto";

export type PictureEnding = "png" | "jpg" | "gif" | "webp";

function says(bytes: Uint8Array, offset: number, text: string): boolean {
  return Array.from(text).every((sign, index) => bytes[offset + index] === sign.charCodeAt(0));
}

/** What a picture is by its first bytes, whatever its file was called; null for anything that isn't taken. */
function pictureEnding(bytes: Uint8Array): PictureEnding | null {
  if (says(bytes, 0, "\x89PNG\r\n\x1a\n")) return "png";
  if (says(bytes, 0, "\xff\xd8\xff")) return "jpg";
  if (says(bytes, 0, "GIF87a") || says(bytes, 0, "GIF89a")) return "gif";
  if (says(bytes, 0, "RIFF") && says(bytes, 8, "WEBP")) return "webp";
  return null;
}

/** `<sha256>.<ending>`, or null when the bytes are no picture that is taken (png, jpg, gif, webp). */
export function pictureName(bytes: Uint8Array): string | null {
  const ending = pictureEnding(bytes);
  return ending === null ? null : `${createHash("sha256").update(bytes).digest("hex")}.${ending}`;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels by the header; null when it can't be read or names no size. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  try {
    const size = sizeOf(bytes);
    return size !== null && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // A header that ends too early.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function sizeOf(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (pictureEnding(bytes)) {
    case "png":
      return { width: view.getUint32(16), height: view.getUint32(20) };
    case "gif":
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case "jpg":
      return jpegSize(view);
    case "webp":
      return webpSize(bytes, view);
    case null:
      return null;
  }
}

/** Walks over the segments to the start of the frame: markers C0 to CF without the tables C4, C8 and CC. */
function jpegSize(view: DataView): PictureSize | null {
  let offset = 2;
  while (view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
    }
    offset += 2 + view.getUint16(offset + 2);
  }
  return null;
}

function webpSize(bytes: Uint8Array, view: DataView): PictureSize | null {
  const little24 = (offset: number) => view.getUint16(offset, true) + view.getUint8(offset + 2) * 65_536;
  if (says(bytes, 12, "VP8X")) return { width: little24(24) + 1, height: little24(27) + 1 };
  if (says(bytes, 12, "VP8 ")) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (says(bytes, 12, "VP8L")) {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  return null;
}
