import { expect, test } from "vitest";
import { isAnswered } from "./is-answered";

test("a number counts as answered with its unit only", () => {
  expect(isAnswered(null)).toBe(false);
  expect(isAnswered({ kind: "numeric", text: "4", unit: "" })).toBe(false);
  expect(isAnswered({ kind: "numeric", text: " ", unit: "mGy" })).toBe(false);
  expect(isAnswered({ kind: "numeric", text: "4", unit: "mGy" })).toBe(true);
  expect(isAnswered({ kind: "true-false", value: false })).toBe(true);
});
