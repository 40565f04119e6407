import type { PictureHeader } from "./picture-header";

/**
 * A picture without what cameras, scanners and programs write beside it: names, places, dates, thumbnails. A
 * radiograph's file may name its patient there. The pixels stay as they are, byte for byte, and so do colour profiles.
 * Doing it twice changes nothing more. Null for a file whose parts don't fit together.
 */
export function withoutMetadata(bytes: Uint8Array, type: PictureHeader["type"]): Uint8Array<ArrayBuffer> | null {
  try {
    switch (type) {
      case "image/png":
        return joined(pngParts(bytes));
      case "image/jpeg":
        return joined(jpegParts(bytes));
      case "image/webp":
        return webpWithout(bytes);
      case "image/gif":
        return new Uint8Array(bytes);
    }
  } catch (error) {
    // A part that says it is longer than the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const at = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const nameAt = (bytes: Uint8Array, offset: number) => String.fromCharCode(...bytes.subarray(offset, offset + 4));

/** A part of the file, which must be there whole. */
function part(bytes: Uint8Array, from: number, to: number): Uint8Array {
  if (to > bytes.length || to < from) throw new RangeError("The file ends inside a part");
  return bytes.subarray(from, to);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const bytes of parts) {
    whole.set(bytes, offset);
    offset += bytes.length;
  }
  return whole;
}

const pngTexts = new Set(["eXIf", "tEXt", "iTXt", "zTXt"]);

/** The chunks of a PNG up to its end; what hangs on behind IEND is no part of it. */
function pngParts(bytes: Uint8Array): Uint8Array[] {
  const parts = [part(bytes, 0, 8)];
  for (let offset = 8; ; ) {
    const end = offset + 12 + at(bytes).getUint32(offset);
    const chunk = part(bytes, offset, end);
    const name = nameAt(bytes, offset + 4);
    if (!pngTexts.has(name)) parts.push(chunk);
    if (name === "IEND") return parts;
    offset = end;
  }
}

/** APP1 holds EXIF and XMP, APP13 what Photoshop writes, COM a comment. */
const jpegTexts = new Set([0xe1, 0xed, 0xfe]);
const startOfScan = 0xda;
const endOfImage = 0xd9;

/** The segments of a JPEG up to its end; telephones hang second pictures on behind it. */
function jpegParts(bytes: Uint8Array): Uint8Array[] {
  const parts = [part(bytes, 0, 2)];
  for (let offset = 2; ; ) {
    if (at(bytes).getUint8(offset) !== 0xff) throw new RangeError("A segment begins without its marker");
    const marker = at(bytes).getUint8(offset + 1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === endOfImage) return [...parts, part(bytes, offset, offset + 2)];
    let end = offset + 2 + at(bytes).getUint16(offset + 2);
    if (marker === startOfScan) end = endOfScan(bytes, end);
    const segment = part(bytes, offset, end);
    if (!jpegTexts.has(marker)) parts.push(segment);
    offset = end;
  }
}

/** Where the data of a scan ends: at the next marker. FF 00 is a data byte FF, D0 to D7 only restart the decoder. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let offset = from; ; offset += 1) {
    offset = bytes.indexOf(0xff, offset);
    if (offset === -1) throw new RangeError("A scan without an end");
    const marker = at(bytes).getUint8(offset + 1);
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return offset;
  }
}

/** Bits of VP8X that announce the chunks EXIF and XMP. */
const webpTextBits = 0x0c;

function webpWithout(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = [part(bytes, 0, 12)];
  const end = part(bytes, 0, 8 + at(bytes).getUint32(4, true)).length;
  for (let offset = 12; offset < end; ) {
    const size = at(bytes).getUint32(offset + 4, true);
    const next = offset + 8 + size + (size % 2);
    // Some writers leave out the byte that makes the last chunk even.
    const chunk = part(bytes, offset, Math.min(next, Math.max(end, offset + 8 + size)));
    if (!["EXIF", "XMP "].includes(nameAt(bytes, offset))) parts.push(chunk);
    offset = next;
  }
  const whole = joined(parts);
  at(whole).setUint32(4, whole.length - 8, true);
  if (nameAt(whole, 12) === "VP8X") at(whole).setUint8(20, at(whole).getUint8(20) & ~webpTextBits);
  return whole;
}
