/** Window of a greyscale picture, in stored values: what lies below it is black, what lies above it white. */
export interface GreyWindow {
  readonly center: number;
  readonly width: number;
}

/** A decoded greyscale picture: one stored value for each pixel, row by row. */
export interface GreyPixels {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array | Uint16Array;
}

/** The narrowest window: with a single value in it everything is black or white. */
export const narrowest = 2;

/**
 * Grey from 0 to 255 of a stored value: DICOM's linear function (PS3.3, C.11.2.1.2.1), where a window of the width w
 * around the centre c is the values from c - w/2 to c + w/2 - 1.
 */
export function greyOf(value: number, { center, width }: GreyWindow): number {
  const span = Math.max(narrowest, width) - 1;
  const middle = center - 0.5;
  if (value <= middle - span / 2) return 0;
  if (value > middle + span / 2) return 255;
  return Math.round(((value - middle) / span + 0.5) * 255);
}

/** The picture through a window as RGBA bytes, for a canvas. */
export function windowed({ width, height, values }: GreyPixels, window: GreyWindow): Uint8ClampedArray<ArrayBuffer> {
  const count = width * height;
  const greys = new Uint8Array(values.BYTES_PER_ELEMENT === 1 ? 256 : 65_536);
  for (let value = 0; value < greys.length; value += 1) greys[value] = greyOf(value, window);
  const rgba = new Uint8ClampedArray(count * 4).fill(255);
  for (let pixel = 0; pixel < count; pixel += 1) {
    const grey = greys[values[pixel] ?? 0] ?? 0;
    rgba[pixel * 4] = grey;
    rgba[pixel * 4 + 1] = grey;
    rgba[pixel * 4 + 2] = grey;
  }
  return rgba;
}

/** What a decoder gives: some channels for each pixel, of which the first is grey where there are one or two. */
interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array | Uint8ClampedArray | Uint16Array;
}

/** The grey values of a decoded picture; null for a picture in colour, which has no window. */
export function greyPixels({ width, height, channels, data }: Decoded): GreyPixels | null {
  const count = width * height;
  if (channels > 2 || data.length < count * channels) return null;
  const values = data instanceof Uint16Array ? new Uint16Array(count) : new Uint8Array(count);
  for (let pixel = 0; pixel < count; pixel += 1) values[pixel] = data[pixel * channels] ?? 0;
  return { width, height, values };
}

/** How far the two sliders reach: every stored value can be the centre, and the widest window holds all of them. */
export function windowReach({ values }: GreyPixels, opening: GreyWindow): { min: number; max: number; widest: number } {
  let [min, max] = [opening.center, opening.center];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return {
    min: Math.floor(min),
    max: Math.ceil(max),
    widest: Math.max(narrowest, Math.ceil(opening.width), Math.ceil(max - min) + 1),
  };
}
