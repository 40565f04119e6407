import { expect, test } from "vitest";
import { makeMutants, sample } from "./make-mutants.mjs";

const changes = (source: string) => makeMutants("rule.ts", source).map(({ before, after }) => `${before} → ${after}`);

test.each<[string, string[]]>([
  ["a < b", ["a < b → a <= b", "a < b → a >= b"]],
  ["a === b", ["a === b → a !== b"]],
  ["a * b", ["a * b → a / b"]],
  ["a += b", ["a += b → a -= b"]],
  ["a && b", ["a && b → a || b"]],
  ["f(!a)", ["!a → a"]],
  ["f(true)", ["f(true) → f(false)"]],
  ["f(0)", ["f(0) → f(1)"]],
  ["f(1_000)", ["f(1_000) → f(999)", "f(1_000) → f(1001)"]],
  ["list.some(f)", ["list.some(f) → list.every(f)"]],
  ["Math.min(a, b)", ["Math.min(a, b) → Math.max(a, b)"]],
  ["function f() { if (a) return b; return c; }", ["if (a) return b; → ;"]],
  ["if (a) throw f(1);", ["if (a) throw f(1); → ;"]],
  ["if (a) { forbidden(); }", ["if (a) { forbidden(); } → ;"]],
  ["for (const a of b) { if (a) { continue; } f(a); }", ["if (a) { continue; } → ;"]],
])("%s becomes %j", (source, expected) => {
  expect(changes(source)).toEqual(expected);
});

test.each([
  "type Level = 1 | 2 | true;",
  "interface Row { readonly kind: true; readonly at: 3 }",
  "function f() { throw new RangeError(`not ${10 - a} bytes`); }",
  "const text = 'a' + b + 'c';",
  "const swaps = { 0: o };",
  "if (a) f(b);",
  "if (a) return b; else f(c);",
])("types, texts, errors and what is no early return are left alone: %s", (source) => {
  expect(changes(source)).toEqual([]);
});

test("a mutant is the whole file with one place changed, and says in which line", () => {
  const source = "// a rule\nexport const most =\n  (a: number) => a > 5;\n";
  expect(makeMutants("rule.ts", source).map((mutant) => [mutant.line, mutant.source])).toEqual([
    [3, source.replace(" > ", " >= ")],
    [3, source.replace(" > ", " <= ")],
    [3, source.replace("5", "4")],
    [3, source.replace("5", "6")],
  ]);
});

test("a sample is the same for the same seed, keeps the order and holds no more than there is", () => {
  const all = Array.from({ length: 50 }, (_, index) => index);
  const some = sample(all, 10, 1);
  expect(some).toHaveLength(10);
  expect(some).toEqual([...new Set(some)].sort((a, b) => a - b));
  expect(sample(all, 10, 1)).toEqual(some);
  expect(sample(all, 10, 2)).not.toEqual(some);
  expect(sample(all, 99, 1)).toEqual(all);
});
