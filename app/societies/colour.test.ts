import fc from "fast-check";
import { expect, it } from "vitest";
import { colourFault, contrast, nearestColour } from "./colour";

it("measures contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
  expect(contrast("#ffffff", "#767676")).toBe(contrast("#767676", "#ffffff"));
});

it.each([
  ["#ffff00", "colour-light"],
  ["#a0c8e0", "colour-light"],
  ["#000033", "colour-dark"],
  ["#13202a", "colour-dark"],
  ["#2f7cab", null],
  ["red", "colour-form"],
  ["#12345", "colour-form"],
  ["#12345g", "colour-form"],
  ["#fff;}", "colour-form"],
])("says where %s is too weak: %s", (hex, fault) => {
  expect(colourFault(hex)).toBe(fault);
});

it("names a near shade that is seen on both themes, for any colour", () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(hex, (colour) => {
      const shade = nearestColour(colour);
      expect(shade).not.toBeNull();
      expect(colourFault(shade ?? "")).toBeNull();
      if (colourFault(colour) === null) expect(shade).toBe(colour);
    }),
  );
});

it("names no shade of what is no colour", () => {
  expect(nearestColour("blue")).toBeNull();
});
