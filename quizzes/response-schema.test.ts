import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryQuestion } from "./arbitrary-question";
import { keyResponse } from "./arbitrary-response";
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
  ["an unknown kind", { kind: "oral", text: "x" }],
  ["a field too many", { kind: "single", option: "a", score: 100 }],
  ["a missing field", { kind: "numeric", text: "1" }],
  ["a number that isn't text", { kind: "numeric", text: 1, unit: "mGy" }],
  ["a truth that is text", { kind: "true-false", value: "true" }],
  ["an id that can't be one", { kind: "single", option: "../x" }],
  ["an id without end", { kind: "single", option: "a".repeat(81) }],
  ["too many ticks", { kind: "multiple", options: many(65) }],
  ["too many items", { kind: "ordering", order: many(65) }],
  ["too many pairs", { kind: "matching", pairs: Object.fromEntries(many(65).map((id) => [id, "x"])) }],
  ["a pair without a text", { kind: "matching", pairs: { a: 1 } }],
  ["a text without end", { kind: "numeric", text: "1".repeat(65), unit: "mGy" }],
  ["an answer to a short question without end", { kind: "short-text", text: "x".repeat(501) }],
  ["an essay without end", { kind: "essay", text: "x".repeat(40_001) }],
  ["too many gaps", { kind: "cloze", gaps: Object.fromEntries(many(65).map((id) => [id, "x"])) }],
  ["a point that is no number", { kind: "hotspot", points: [[1, null]], regions: [] }],
  ["a point without end", { kind: "hotspot", points: [[1, Infinity]], regions: [] }],
  ["half an opinion", { kind: "script-concordance", value: 0.5 }],
  ["a certainty of four", { kind: "single", option: "a", certainty: 4 }],
  ["a unit without end", { kind: "numeric", text: "1", unit: "m".repeat(25) }],
])("%s is refused", (_, response) => {
  expect(ResponseSchema.safeParse(response).success).toBe(false);
});

test("a certainty passes with the answer", () => {
  const answer = { kind: "single", option: "a", certainty: 3 };
  expect(ResponseSchema.parse(answer)).toEqual(answer);
});

test("a key that would change every object is dropped", () => {
  const body: unknown = JSON.parse('{"kind":"matching","pairs":{"__proto__":"x","a":"b"}}');
  expect(Object.entries(ResponseSchema.parse(body))).toEqual([
    ["kind", "matching"],
    ["pairs", { a: "b" }],
  ]);
});

test("sixty-four of a kind are enough and accepted", () => {
  expect(ResponseSchema.safeParse({ kind: "multiple", options: many(64) }).success).toBe(true);
  expect(ResponseSchema.safeParse({ kind: "single", option: "a".repeat(80) }).success).toBe(true);
});
