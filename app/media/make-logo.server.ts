import { createHash } from "node:crypto";
import sharp, { type OutputInfo } from "sharp";
import { readPictureHeader } from "./picture-header";

/** A logo that may be stored: decoded and encoded anew, so that nothing but pixels came through. */
export interface Logo {
  /** `<sha256>.webp` */
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** WebP. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type LogoFault = "logo-type" | "logo-large" | "logo-small" | "logo-pixels" | "logo-broken";
export type MadeLogo = { readonly ok: true; readonly logo: Logo } | { readonly ok: false; readonly reason: LogoFault };

export const mostLogoBytes = 2 * 1_048_576;
/** Of each side. */
const mostPixels = 4_000;
const leastPixels = 32;
/** Twice of what any page shows. */
const keptPixels = 480;

/**
 * Makes a logo of a PNG, JPEG or WebP, whatever the file is called. The header is looked at before anything is
 * decoded; a picture that is moved, tagged or located loses all of that.
 */
export async function makeLogo(file: Uint8Array): Promise<MadeLogo> {
  if (file.length > mostLogoBytes) return { ok: false, reason: "logo-large" };
  const header = readPictureHeader(file);
  if (header === null || header.type === "image/gif") return { ok: false, reason: "logo-type" };
  const { width, height } = header;
  if (Math.max(width, height) > mostPixels) return { ok: false, reason: "logo-pixels" };
  if (Math.min(width, height) < leastPixels) return { ok: false, reason: "logo-small" };
  const encoded = await encode(file);
  if (encoded === null) return { ok: false, reason: "logo-broken" };
  const bytes = new Uint8Array(encoded.data);
  const name = `${createHash("sha256").update(bytes).digest("hex")}.webp`;
  return { ok: true, logo: { name, width: encoded.info.width, height: encoded.info.height, bytes } };
}

async function encode(file: Uint8Array): Promise<{ data: Buffer; info: OutputInfo } | null> {
  try {
    return await sharp(file, { limitInputPixels: mostPixels * mostPixels, failOn: "error", pages: 1 })
      .rotate()
      .resize({ width: keptPixels, height: keptPixels, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 90, alphaQuality: 100 })
      .toBuffer({ resolveWithObject: true });
  } catch {
    // Its header was right and its pixels are not: the sender's file, not our fault.
    return null;
  }
}
