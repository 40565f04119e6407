import fc from "fast-check";
import { expect, it } from "vitest";
import { joinLine, linesIn, splitLine } from "./form-lines";

const part = fc
  .string()
  .filter((text) => !/[↵\r]/.test(text))
  .map((text) => text.trim());

it("reads back every list of parts that it writes, bars and line breaks in them included", () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const last = parts.findLastIndex((text) => text !== "");
      expect(splitLine(joinLine(parts))).toEqual(last === -1 ? [""] : parts.slice(0, last + 1));
    }),
  );
});

it("numbers the lines as the writer sees them and skips empty ones", () => {
  expect(linesIn("a | b\n\nc")).toEqual([
    { number: 1, parts: ["a", "b"] },
    { number: 3, parts: ["c"] },
  ]);
});
