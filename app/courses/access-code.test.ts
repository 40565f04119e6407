import fc from "fast-check";
import { expect, it } from "vitest";
import { readAccessCode, sayAccessCode } from "./access-code";

const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codes = fc
  .array(fc.nat(31), { minLength: 10, maxLength: 10 })
  .map((all) => all.map((n) => digits.charAt(n)).join(""));

it("reads a code as it is said, whatever the case and the gaps", () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(readAccessCode(sayAccessCode(code))).toBe(code);
      expect(readAccessCode(` ${code.toLowerCase().replace(/./g, "$& ")}\t`)).toBe(code);
    }),
  );
});

it.each([
  ["o1234-56789", "0123456789"],
  ["Il234 56789", "1123456789"],
  ["abcde–fghjk", "ABCDEFGHJK"],
])("takes %s for %s: no code has the letters O, I and L", (typed, code) => {
  expect(readAccessCode(typed)).toBe(code);
});
