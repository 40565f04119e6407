import fc from "fast-check";
import { expect, test } from "vitest";
import { answerOf, type Marks, marksOf, moveCursor, pointAt, takeBack, tickRegion } from "./hotspot-marks";

const none: Marks = { points: [], regions: [] };
const two: Marks = {
  points: [
    [10, 10],
    [50, 50],
  ],
  regions: [],
};

test("pointing puts markers in turn, up to the number of targets", () => {
  const first = pointAt(none, [10, 10], 2, 5);
  expect(first).toEqual({ did: "put", number: 1, marks: { points: [[10, 10]], regions: [] } });
  expect(pointAt(two, [90, 90], 3, 5)).toMatchObject({ did: "put", number: 3 });
  expect(pointAt(two, [90, 90], 2, 5)).toEqual({ did: "full" });
});

test("pointing at a marker takes it away, the closest of those that are near", () => {
  expect(pointAt(two, [13, 14], 2, 5)).toMatchObject({ did: "removed", number: 1, marks: { points: [[50, 50]] } });
  expect(pointAt(two, [40, 40], 2, 60)).toMatchObject({ did: "removed", number: 2, marks: { points: [[10, 10]] } });
  expect(takeBack(two, 1)).toMatchObject({ number: 2, marks: { points: [[10, 10]] } });
});

test("where one target is asked for, the only marker moves and replaces a name of the list", () => {
  const one: Marks = { points: [[10, 10]], regions: [] };
  expect(pointAt(one, [90, 90], 1, 5)).toMatchObject({ did: "moved", number: 1, marks: { points: [[90, 90]] } });
  expect(pointAt({ points: [], regions: ["a"] }, [9, 9], 1, 5)).toMatchObject({ marks: { regions: [] } });
  expect(tickRegion(one, "a", true, 1)).toEqual({ points: [], regions: ["a"] });
});

test("names and markers together are never more than the targets", () => {
  expect(tickRegion(two, "a", true, 2)).toBeNull();
  expect(tickRegion(two, "a", true, 3)).toEqual({ ...two, regions: ["a"] });
  expect(tickRegion({ ...two, regions: ["a"] }, "a", false, 3)).toEqual(two);
  const point = fc.tuple(fc.nat(99), fc.nat(99));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.oneof(point, fc.constantFrom("a", "b"))),
      (targets, acts) => {
        let marks = none;
        for (const act of acts) {
          if (typeof act === "string") marks = tickRegion(marks, act, true, targets) ?? marks;
          else {
            const change = pointAt(marks, act, targets, 5);
            if (change.did !== "full") marks = change.marks;
          }
          expect(marks.points.length + marks.regions.length).toBeLessThanOrEqual(targets);
        }
      },
    ),
  );
});

test("no marks are no answer, and an answer gives its marks back", () => {
  expect(answerOf(none)).toBeNull();
  expect(marksOf(null)).toEqual(none);
  expect(marksOf(answerOf(two))).toMatchObject(two);
  expect(marksOf({ kind: "short-text", text: "" })).toEqual(none);
});

test("arrow keys move the cross-hair by a hundredth of the picture, with Shift by a tenth, and never out of it", () => {
  const picture = { width: 1000, height: 500 };
  const press = (key: string, shiftKey = false, from: readonly [number, number] = [500, 250]) =>
    moveCursor(from, { key, shiftKey }, picture);
  expect(press("ArrowRight")).toEqual([510, 250]);
  expect(press("ArrowUp", true)).toEqual([500, 150]);
  expect(press("ArrowLeft", true, [30, 0])).toEqual([0, 0]);
  expect(press("ArrowDown", false, [30, 499])).toEqual([30, 499]);
  expect(press("a")).toBeNull();
  expect(moveCursor([1, 1], { key: "ArrowRight", shiftKey: false }, { width: 8, height: 8 })).toEqual([2, 1]);
});
