import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawNumber, parseNumber } from "./number";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const numbers = bytes.map((drawn) => drawNumber(() => drawn));
const plain = (number: string) => number.replaceAll("-", "");
const reasonOf = (text: string) => {
  const parsed = parseNumber(text);
  return parsed.ok ? "ok" : parsed.reason;
};

describe("a certificate number", () => {
  test("is 16 + 2 characters in fours, and reads back as itself", () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{2}$/);
        expect(parseNumber(number)).toEqual({ ok: true, number });
      }),
    );
  });

  test("carries all 80 bits: different bytes give different numbers", () => {
    fc.assert(
      fc.property(bytes, fc.nat(79), (drawn, bit) => {
        const other = Uint8Array.from(drawn);
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(drawNumber(() => other).slice(0, 19)).not.toBe(drawNumber(() => drawn).slice(0, 19));
      }),
    );
  });

  test("asks its source for ten bytes, and refuses a source that gives fewer", () => {
    const asked: number[] = [];
    drawNumber((length) => {
      asked.push(length);
      return new Uint8Array(length);
    });
    expect(asked).toEqual([10]);
    expect(() => drawNumber(() => new Uint8Array(9))).toThrow(RangeError);
  });

  test("stays fixed for known bytes", () => {
    expect(drawNumber((length) => new Uint8Array(length))).toBe("0000-0000-0000-0000-01");
    expect(drawNumber((length) => new Uint8Array(length).fill(255))).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ-Q5");
  });
});

describe("the check characters", () => {
  // Whether an error slips through depends only on the place and the two values (the check is linear), so trying
  // every pair of values at every place on any number is a proof for all numbers.
  const samples = Array.from({ length: 3 }, () => plain(drawNumber(randomBytes)));

  test("catch every single wrong character, at every place", () => {
    for (const number of samples) {
      for (let place = 0; place < 18; place++) {
        for (const other of ALPHABET.replace(number.charAt(place), "")) {
          expect(reasonOf(number.slice(0, place) + other + number.slice(place + 1))).toBe("check");
        }
      }
    }
  });

  test("catch two swapped characters, next to each other or at any distance", () => {
    fc.assert(
      fc.property(numbers, fc.nat(17), fc.nat(17), (grouped, a, b) => {
        const characters = Array.from(plain(grouped));
        fc.pre(characters[a] !== characters[b]);
        [characters[a], characters[b]] = [characters[b] ?? "", characters[a] ?? ""];
        expect(reasonOf(characters.join(""))).toBe("check");
      }),
      { numRuns: 2000 },
    );
  });

  test("catch every swap of values at every distance: no power of 32 up to 17 leaves the remainder 1", () => {
    let power = 1;
    for (let distance = 1; distance <= 17; distance++) {
      power = (power * 32) % 1021;
      for (let difference = 1; difference <= 31; difference++) {
        expect((difference * (power - 1)) % 1021).not.toBe(0);
      }
    }
  });

  test("let about one random error in a thousand through, not more", () => {
    const data = plain(drawNumber((length) => new Uint8Array(length).fill(93))).slice(0, 16);
    const accepted = Array.from(ALPHABET).flatMap((a) =>
      Array.from(ALPHABET).filter((b) => parseNumber(data + a + b).ok),
    );
    expect(accepted).toHaveLength(1);
  });
});

describe("reading a typed number", () => {
  test("accepts lower case, other grouping, dashes and invisible marks", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom("", " ", "-", "–", "\u00a0", "\u200b", " - "), (number, gap) => {
        const typed = ` ${plain(number).toLowerCase().split("").join(gap)}\n`;
        expect(parseNumber(typed)).toEqual({ ok: true, number });
      }),
    );
  });

  test("takes O for 0 and I or L for 1", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom("I", "i", "L", "l"), fc.constantFrom("O", "o"), (number, one, zero) => {
        expect(parseNumber(number.replaceAll("1", one).replaceAll("0", zero))).toEqual({ ok: true, number });
      }),
    );
  });

  test.each([
    ["", "length"],
    ["0000-0000-0000-0000-0", "length"],
    ["0000-0000-0000-0000-011", "length"],
    ["0000-0000-0000-0000-0U", "characters"],
    ["0000-0000-0000-0000-0é", "characters"],
    ["0000-0000-0000-0000-ß", "characters"],
    // The capitals of these two are I and S.
    ["0000-0000-0000-0000-0ı", "characters"],
    ["000ſ-0000-0000-0000-01", "characters"],
    ["0000_0000_0000_0000_01", "characters"],
    ["٠000-0000-0000-0000-01", "characters"],
    ["0000-0000-0000-0000-10", "check"],
  ])("refuses %j with the reason %s", (text, reason) => {
    expect(parseNumber(text)).toEqual({ ok: false, reason });
  });

  test("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        expect(["ok", "length", "characters", "check"]).toContain(reasonOf(text));
      }),
    );
  });
});
