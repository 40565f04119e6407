import fc from "fast-check";
import { expect, test } from "vitest";
import { difference } from "./difference";

test("a changed word is shown as gone and new between what stayed", () => {
  expect(difference("The dose is high.\n", "The dose is low.\n")).toEqual([
    { kind: "same", text: "The dose is " },
    { kind: "gone", text: "high." },
    { kind: "new", text: "low." },
    { kind: "same", text: "\n" },
  ]);
  expect(difference("same", "same")).toEqual([{ kind: "same", text: "same" }]);
  expect(difference("", "new")).toEqual([{ kind: "new", text: "new" }]);
});

test("without what is new a difference is the text before, without what went the text after", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", " ", "\n", "é")).map((letters) => letters.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const stretches = difference(before, after);
      const without = (kind: string) => stretches.flatMap((each) => (each.kind === kind ? [] : each.text)).join("");
      expect([without("new"), without("gone")]).toEqual([before, after]);
    }),
  );
});

test("texts of many thousand words that have nothing in common are still compared", () => {
  const many = (word: string) => Array.from({ length: 5000 }, (_, i) => `${word}${String(i)}\n`).join("");
  expect(difference(many("a"), many("b")).map(({ kind }) => kind)).toEqual(["gone", "new"]);
});
