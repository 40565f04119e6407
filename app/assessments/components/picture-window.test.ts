import fc from "fast-check";
import { decode, encode } from "fast-png";
import { expect, test } from "vitest";
import { greyOf, greyPixels, narrowest, windowed, windowReach } from "./picture-window";

test("a window shows its lower end black, its upper end white and its middle grey", () => {
  // DICOM PS3.3, C.11.2.1.2.1: centre 2048, width 4096 maps 0 to black and 4095 to white.
  const window = { center: 2048, width: 4096 };
  expect([0, 4095, 5000].map((value) => greyOf(value, window))).toEqual([0, 255, 255]);
  expect(greyOf(2048, window)).toBe(128);
  // Centre 0, width 100: values up to -50 are black, values over 49 are white.
  expect([-51, -50, 49, 50].map((value) => greyOf(value, { center: 0, width: 100 }))).toEqual([0, 0, 255, 255]);
});

test("a window of no width still parts black from white", () => {
  expect([9, 10, 11].map((value) => greyOf(value, { center: 10, width: 0 }))).toEqual([0, 255, 255]);
  expect(greyOf(8, { center: 10, width: -5 })).toBe(0);
});

const windows = fc.record({ center: fc.integer({ min: 0, max: 65_535 }), width: fc.integer({ min: 1, max: 65_536 }) });

test("a brighter value is never shown darker, and greys stay between 0 and 255", () => {
  const value = fc.integer({ min: 0, max: 65_535 });
  fc.assert(
    fc.property(windows, value, value, (window, a, b) => {
      const [darker, brighter] = [greyOf(Math.min(a, b), window), greyOf(Math.max(a, b), window)];
      expect(darker).toBeLessThanOrEqual(brighter);
      for (const grey of [darker, brighter]) expect(Number.isInteger(grey) && grey >= 0 && grey <= 255).toBe(true);
    }),
  );
});

const ramp = { width: 4, height: 1, values: new Uint16Array([0, 999, 1100, 65_535]) };

test("a picture through a window is opaque grey, pixel for pixel", () => {
  const rgba = windowed(ramp, { center: 1050, width: 101 });
  expect([...rgba]).toEqual([0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255]);
});

test("16 bits come out of a PNG as they were stored", () => {
  const png = encode({ width: 4, height: 1, depth: 16, channels: 1, data: ramp.values });
  expect(greyPixels(decode(png))).toEqual(ramp);
});

test("transparency beside the grey is left out, and a picture in colour has no window", () => {
  const data = new Uint16Array([7, 65_535, 9, 65_535]);
  expect(greyPixels({ width: 2, height: 1, channels: 2, data })?.values).toEqual(new Uint16Array([7, 9]));
  expect(greyPixels({ width: 1, height: 1, channels: 3, data })).toBeNull();
  expect(greyPixels({ width: 9, height: 9, channels: 1, data })).toBeNull();
});

test("the sliders reach every stored value and the window that the picture opens with", () => {
  expect(windowReach(ramp, { center: 1050, width: 100 })).toEqual({ min: 0, max: 65_535, widest: 65_536 });
  const flat = { width: 1, height: 1, values: new Uint16Array([500]) };
  expect(windowReach(flat, { center: 40, width: 400 })).toEqual({ min: 40, max: 500, widest: 461 });
  expect(windowReach(flat, { center: 500, width: 1 }).widest).toBe(narrowest);
});
