/** What the first bytes of a picture say about it. Nothing is decoded: a header is read in microseconds. */
export interface PictureHeader {
  readonly type: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

type Size = Pick<PictureHeader, "width" | "height">;

const at = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function says(bytes: Uint8Array, offset: number, text: string): boolean {
  return Array.from(text).every((sign, i) => bytes[offset + i] === sign.charCodeAt(0));
}

/**
 * Kind and size of a picture by its own bytes, whatever its file was called. Null for anything but PNG, JPEG, GIF and
 * WebP, and for a file of these kinds whose header can't be read or names no size.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | null {
  try {
    const read = readKnown(bytes);
    return read !== null && read.width > 0 && read.height > 0 ? read : null;
  } catch (error) {
    // A header that ends too early.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readKnown(bytes: Uint8Array): PictureHeader | null {
  if (says(bytes, 0, "\x89PNG\r\n\x1a\n")) return withType("image/png", pngSize(bytes));
  if (says(bytes, 0, "\xff\xd8\xff")) return withType("image/jpeg", jpegSize(bytes));
  if (says(bytes, 0, "GIF87a") || says(bytes, 0, "GIF89a")) return withType("image/gif", gifSize(bytes));
  if (says(bytes, 0, "RIFF") && says(bytes, 8, "WEBP")) return withType("image/webp", webpSize(bytes));
  return null;
}

const withType = (type: PictureHeader["type"], size: Size | null): PictureHeader | null =>
  size === null ? null : { type, ...size };

function pngSize(bytes: Uint8Array): Size | null {
  if (!says(bytes, 12, "IHDR")) return null;
  return { width: at(bytes).getUint32(16), height: at(bytes).getUint32(20) };
}

function gifSize(bytes: Uint8Array): Size {
  return { width: at(bytes).getUint16(6, true), height: at(bytes).getUint16(8, true) };
}

/** Start-of-frame markers: C0 to CF without the tables C4, C8 and CC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Uint8Array): Size | null {
  const view = at(bytes);
  let offset = 2;
  while (view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    // A marker may be filled up with FF bytes.
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (isFrame(marker)) return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
    // The picture's data begins, or it ends, without a frame.
    if (marker === 0xda || marker === 0xd9) return null;
    offset += 2 + view.getUint16(offset + 2);
  }
  return null;
}

function webpSize(bytes: Uint8Array): Size | null {
  const view = at(bytes);
  if (says(bytes, 12, "VP8X")) {
    const of24 = (offset: number) => view.getUint16(offset, true) + (view.getUint8(offset + 2) << 16) + 1;
    return { width: of24(24), height: of24(27) };
  }
  if (says(bytes, 12, "VP8L") && view.getUint8(20) === 0x2f) {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (says(bytes, 12, "VP8 ") && says(bytes, 23, "\x9d\x01\x2a")) {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  return null;
}
