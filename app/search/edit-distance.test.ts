import { expect, test } from "vitest";
import { editDistance } from "./edit-distance";

test.each([
  ["dose", "dose", 0],
  ["dose", "does", 1],
  ["dose", "doses", 1],
  ["dose", "ose", 1],
  ["dose", "dosa", 1],
  ["strahlenshutz", "strahlenschutz", 1],
  ["tomographie", "tomography", 2],
  ["", "ab", 2],
])("from %s to %s it takes %i", (a, b, distance) => {
  expect(editDistance(a, b, 2)).toBe(distance);
  expect(editDistance(b, a, 2)).toBe(distance);
});

test("beyond the limit every distance is one more than the limit", () => {
  expect(editDistance("kerma", "collimator", 2)).toBe(3);
  expect(editDistance("abcdef", "fedcba", 1)).toBe(2);
});
