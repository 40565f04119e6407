import { describe, expect, test } from "vitest";
import { inside } from "./geometry";

const square = {
  shape: "polygon",
  points: [
    [10, 10],
    [20, 10],
    [20, 20],
    [10, 20],
  ],
} as const;
/** A "C" that is open to the right. */
const hollow = {
  shape: "polygon",
  points: [
    [0, 0],
    [30, 0],
    [30, 10],
    [10, 10],
    [10, 20],
    [30, 20],
    [30, 30],
    [0, 30],
  ],
} as const;
const ellipse = { shape: "ellipse", cx: 50, cy: 40, rx: 20, ry: 10 } as const;

describe("a point", () => {
  test.each([
    [[15, 15], true],
    [[10, 10], true],
    [[20, 15], true],
    [[15, 20], true],
    [[9.99, 15], false],
    [[15, 20.01], false],
    [[25, 10], false],
    [[5, 20], false],
  ] as const)("%j lies in a square: %s", (point, isIn) => {
    expect(inside(square, point)).toBe(isIn);
  });

  test.each([
    [[5, 15], true],
    [[20, 15], false],
    [[20, 5], true],
    [[20, 10], true],
    [[10, 15], true],
    [[-5, 10], false],
    [[35, 20], false],
  ] as const)("%j lies in a hollow shape: %s", (point, isIn) => {
    expect(inside(hollow, point)).toBe(isIn);
  });

  test.each([
    [[50, 40], true],
    [[70, 40], true],
    [[50, 30], true],
    [[70.1, 40], false],
    [[65, 48], false],
    [[62, 48], true],
  ] as const)("%j lies in an ellipse: %s", (point, isIn) => {
    expect(inside(ellipse, point)).toBe(isIn);
  });

  test("that is no number lies nowhere", () => {
    for (const shape of [square, ellipse]) {
      expect(inside(shape, [NaN, 15])).toBe(false);
      expect(inside(shape, [15, Infinity])).toBe(false);
    }
  });
});
