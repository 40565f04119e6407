import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryQuestion, keyResponse } from "./arbitrary-question";
import { ResponseSchema } from "./response-schema";

test("the answer that a key describes is always accepted, and passes unchanged", () => {
  fc.assert(
    fc.property(arbitraryQuestion, (question) => {
      expect(ResponseSchema.parse(JSON.parse(JSON.stringify(keyResponse(question))))).toEqual(keyResponse(question));
    }),
  );
});

test("a half-typed number and an empty tick list are answers too", () => {
  expect(ResponseSchema.safeParse({ kind: "numeric", text: "1,", unit: "" }).success).toBe(true);
  expect(ResponseSchema.safeParse({ kind: "multiple", options: [] }).success).toBe(true);
});

const many = (count: number) => Array.from({ length: count }, (_, index) => `id-${String(index)}`);

test.each([
  ["no answer", null],
  ["a list", []],
  ["an unknown kind", { kind: "essay", text: "x" }],
  ["a field too many", { kind: "single", option: "a", score: 100 }],
  ["a missing field", { kind: "numeric", text: "1" }],
  ["a number that isn't text", { kind: "numeric", text: 1, unit: "mGy" }],
  ["a truth that is text", { kind: "true-false", value: "true" }],
  ["an id that can't be one", { kind: "single", option: "../x" }],
  ["an id without end", { kind: "single", option: "a".repeat(81) }],
  ["too many ticks", { kind: "multiple", options: many(17) }],
  ["too many items", { kind: "ordering", order: many(17) }],
  ["too many pairs", { kind: "matching", pairs: Object.fromEntries(many(17).map((id) => [id, "x"])) }],
  ["a pair without a text", { kind: "matching", pairs: { a: 1 } }],
  ["a text without end", { kind: "numeric", text: "1".repeat(65), unit: "mGy" }],
  ["a unit without end", { kind: "numeric", text: "1", unit: "m".repeat(25) }],
])("%s is refused", (_, response) => {
  expect(ResponseSchema.safeParse(response).success).toBe(false);
});

test("a key that would change every object is dropped", () => {
  const body: unknown = JSON.parse('{"kind":"matching","pairs":{"__proto__":"x","a":"b"}}');
  expect(Object.entries(ResponseSchema.parse(body))).toEqual([
    ["kind", "matching"],
    ["pairs", { a: "b" }],
  ]);
});

test("sixteen of a kind are enough and accepted", () => {
  expect(ResponseSchema.safeParse({ kind: "multiple", options: many(16) }).success).toBe(true);
  expect(ResponseSchema.safeParse({ kind: "single", option: "a".repeat(80) }).success).toBe(true);
});
