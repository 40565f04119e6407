import fc from "fast-check";
import { expect, test } from "vitest";
import { labelText } from "../label-text";
import { answerOf, placedOf, placeNear, putLabel, takeLabel } from "./placed-labels";

test("a label is on one place at a time, and a place holds one label", () => {
  expect(putLabel({ p1: "a" }, "p2", "a")).toEqual({ p2: "a" });
  expect(putLabel({ p1: "a", p2: "b" }, "p1", "b")).toEqual({ p1: "b" });
  const id = (prefix: string) => fc.nat(4).map((n) => `${prefix}${n}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(id("p"), id("l"))), (moves) => {
      const placed = moves.reduce<Record<string, string>>((all, [place, label]) => putLabel(all, place, label), {});
      expect(new Set(Object.values(placed)).size).toBe(Object.keys(placed).length);
      const last = moves.at(-1);
      if (last !== undefined) expect(placed[last[0]]).toBe(last[1]);
    }),
  );
});

test("a label that is taken back leaves the others, and no labels are no answer", () => {
  expect(takeLabel({ p1: "a", p2: "b" }, "p1")).toEqual({ p2: "b" });
  expect(answerOf(takeLabel({ p1: "a" }, "p1"))).toBeNull();
  expect(placedOf(answerOf({ p1: "a" }))).toEqual({ p1: "a" });
  expect(placedOf(null)).toEqual({});
});

test("a label is dropped on the nearest place within reach", () => {
  const places = [
    { id: "p1", x: 10, y: 10 },
    { id: "p2", x: 40, y: 10 },
  ];
  expect(placeNear(places, [28, 10], 20)?.id).toBe("p2");
  expect(placeNear(places, [22, 10], 20)?.id).toBe("p1");
  expect(placeNear(places, [10, 31], 20)).toBeNull();
  expect(placeNear([], [0, 0], 20)).toBeNull();
});

test("a label's text has no markup, and less-than signs stay", () => {
  expect(labelText("CTDI<sub>vol</sub> &lt; 5 mGy &amp; more")).toBe("CTDIvol < 5 mGy & more");
  expect(labelText("&#x3C;5 mGy &#x26; µGy, &#39;x&#39;")).toBe("<5 mGy & µGy, 'x'");
  expect(labelText("a < b > c")).toBe("a < b > c");
});
