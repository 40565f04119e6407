import { expect, test } from "vitest";
import { renderQuestion } from "../markup/render-question.server";
import { numberWriter } from "./write-number";

test.each([
  ["en", 8.5, 1, "8.5"],
  ["en", 12345.6, undefined, "12345.6"],
  ["de", 8.5, 2, "8,50"],
  ["fr", 0.25, undefined, "0,25"],
  ["es", 7, 0, "7"],
  ["it", -1.5, 1, "-1,5"],
] as const)("in %s the number %d with %s decimals is %s", (language, value, decimals, text) => {
  expect(numberWriter(language)(value, decimals)).toBe(text);
});

test("a decimal comma in a formula is one number", () => {
  expect(renderQuestion("$D = {8{,}5}$")).toContain("<mn>8,5</mn>");
});

test("CTDIvol has its index, in questions of every bank", () => {
  expect(renderQuestion("The CTDIvol is 8,5 mGy")).toBe("The CTDI<sub>vol</sub> is 8,5 mGy");
});
