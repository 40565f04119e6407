import { expect, test } from "vitest";
import { showsResult } from "./shows-result";

test.each([
  [undefined, [true, true, true]],
  ["sitting", [true, true, true]],
  ["each", [true, true, true]],
  ["passing", [true, false, false]],
  ["never", [false, false, false]],
] as const)("with feedback %s, passed, failed and waiting sittings show their result: %s", (feedback, shown) => {
  expect([true, false, null].map((passed) => showsResult(feedback, passed))).toEqual(shown);
});
