import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { below, seededRandom, shuffle } from "./random";

const first = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe("chance", () => {
  test("the same seed gives the same numbers, today and in ten years", () => {
    expect(first("a sitting", 4)).toEqual(first("a sitting", 4));
    expect(first("stepwedge", 3)).toEqual([3_160_294_427, 2_155_143_803, 2_803_893_807]);
  });

  test("seeds that differ in one letter, or only in length, give other numbers", () => {
    const seeds = ["", "a", "b", "aa", "ab", "ba", "a ", "\u0000", "\u0000\u0000"];
    expect(new Set(seeds.map((seed) => first(seed, 2).join())).size).toBe(seeds.length);
  });

  test("numbers are whole and fit into 32 bits", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        for (const word of first(seed, 20)) expect(word === word >>> 0).toBe(true);
      }),
    );
  });

  test("every bit is set about half of the time", () => {
    const words = first("bits", 4000);
    for (let bit = 0; bit < 32; bit += 1) {
      const set = words.filter((word) => (word >>> bit) & 1).length;
      expect(Math.abs(set - 2000)).toBeLessThan(160);
    }
  });

  test("a number below a bound throws away the incomplete block that would favour small results", () => {
    const words = [0xffff_ffff, 0xffff_fffa, 7];
    expect(below(10, () => words.shift() ?? 0)).toBe(7);
    expect(below(1, seededRandom("x"))).toBe(0);
    expect(below(4, () => 0xffff_ffff)).toBe(3);
  });
});

describe("shuffling", () => {
  test("keeps every item, repeats and undefined included, and leaves the given list alone", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), fc.string(), (items, seed) => {
        const before = [...items];
        const sorted = (list: readonly unknown[]) => list.map(String).sort();
        expect(sorted(shuffle(items, seededRandom(seed)))).toEqual(sorted(before));
        expect(items).toEqual(before);
      }),
    );
  });

  test("all 24 orders of four items are equally likely", () => {
    const random = seededRandom("orders");
    const seen = new Map<string, number>();
    for (let i = 0; i < 24_000; i += 1) {
      const order = shuffle(["a", "b", "c", "d"], random).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(seen.size).toBe(24);
    // 23 degrees of freedom: 49.7 is passed by chance once in a thousand seeds.
    expect(chiSquare).toBeLessThan(49.7);
  });
});
