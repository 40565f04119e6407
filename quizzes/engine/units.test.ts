import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convert, parseNumber, parseUnit, sameDimension, units } from "./units";

describe("units", () => {
  test.each([
    [1, "Gy·cm²", 1000, "mGy·cm²"],
    [1, "Gy·cm²", 100, "cGy·cm²"],
    [1, "Gy·cm²", 10, "dGy·cm²"],
    [1, "cGy·cm²", 1, "µGy·m²"],
    [200, "mGy·cm²", 20, "µGy·m²"],
    [1, "Gy", 1000, "mGy"],
    [2.5, "mGy", 2500, "µGy"],
    [1, "Sv", 1_000_000, "µSv"],
    [7.5, "µSv/h", 0.0075, "mSv/h"],
    [1.5, "min", 90, "s"],
    [2, "m", 200, "cm"],
    [12.5, "cm", 125, "mm"],
    [370, "MBq", 370_000_000, "Bq"],
    [0.25, "1", 25, "%"],
  ] as const)("%d %s is %d %s, and back", (a, unitA, b, unitB) => {
    expect(convert(a, unitA, unitB)).toBe(b);
    expect(convert(b, unitB, unitA)).toBe(a);
  });

  test("a conversion to a larger unit divides, which rounds once: no digits appear that nobody typed", () => {
    expect(convert(9, "µGy", "mGy")).toBe(0.009);
    expect(convert(13, "µSv/h", "mSv/h")).toBe(0.013);
  });

  test("units that measure different things aren't converted", () => {
    expect(convert(1, "mGy", "mSv")).toBeNull();
    expect(convert(1, "mGy", "mGy·cm")).toBeNull();
    expect(convert(1, "mGy·cm", "mGy·cm²")).toBeNull();
    expect(convert(1, "mSv", "mSv/h")).toBeNull();
    expect(convert(1, "m", "min")).toBeNull();
    expect(sameDimension("kV", "mA·s")).toBe(false);
  });

  test("a conversion there and back changes nothing that matters", () => {
    const unit = fc.constantFrom(...units);
    fc.assert(
      fc.property(unit, unit, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (from, to, value) => {
        const there = convert(value, from, to);
        expect(there === null).toBe(!sameDimension(from, to));
        if (there !== null) expect(Math.abs((convert(there, to, from) ?? 0) / value - 1)).toBeLessThan(1e-15);
      }),
    );
  });
});

test("of two sizes of one dimension one divides the other, so that no conversion rounds twice", () => {
  for (const a of units) {
    for (const b of units.filter((other) => sameDimension(a, other))) {
      const factor = convert(1, a, b) ?? 0;
      expect(Number.isInteger(factor) || Number.isInteger(convert(1, b, a))).toBe(true);
    }
  }
});

describe("reading units", () => {
  test.each([
    ["uGy", "µGy"],
    ["μGy", "µGy"],
    ["mGy*cm", "mGy·cm"],
    ["mGy.cm", "mGy·cm"],
    ["mGy ⋅ cm", "mGy·cm"],
    ["Gy.cm2", "Gy·cm²"],
    ["Gy*cm^2", "Gy·cm²"],
    ["cGy·cm2", "cGy·cm²"],
    ["uGy*m2", "µGy·m²"],
    ["uSv/h", "µSv/h"],
    ["mAs", "mA·s"],
    ["mA*s", "mA·s"],
    [" % ", "%"],
    ["1", "1"],
  ])("%j is read as %s", (typed, unit) => {
    expect(parseUnit(typed)).toBe(unit);
  });

  test("every unit reads as itself", () => {
    expect(units.map(parseUnit)).toEqual(units);
    expect(units).toHaveLength(26);
  });

  test.each(["", "gy", "MGy", "mGycm", "rem", "constructor", "mGy·cm·cm", "cm3", "Gy/min "])(
    "%j is no unit",
    (typed) => {
      expect(parseUnit(typed)).toBeNull();
    },
  );
});

const unreadable = [
  "",
  " ",
  "-",
  ".",
  ",",
  "5.",
  "1,234.5",
  "1.2.3",
  "1 2",
  "12 34",
  "1234 567",
  "1  234",
  "0x10",
  "Infinity",
  "NaN",
  "1e",
  "e5",
  "1e1.5",
  "1e999",
  "12 mGy",
  "--1",
  "1/2",
  "١٢",
  "10^3",
  "5 ⁻³",
  "1_000",
  "1'000",
  "\u0000",
  "1e5 0",
];

describe("numbers", () => {
  test.each([
    ["306", 306],
    [" 306 ", 306],
    ["0.24", 0.24],
    ["0,24", 0.24],
    [",5", 0.5],
    [".5", 0.5],
    ["+3", 3],
    ["-3,5", -3.5],
    ["−3,5", -3.5],
    ["3 060", 3060],
    ["3\u00a0060", 3060],
    ["3\u2009060,5", 3060.5],
    ["1\u202f234\u202f567", 1_234_567],
    ["1,234", 1.234],
    ["1.2e-3", 0.0012],
    ["1,2E3", 1200],
    ["2e+4", 20_000],
    ["1,2·10^-3", 0.0012],
    ["1.2 × 10⁻³", 0.0012],
    ["5x10^3", 5000],
    ["2*10¹²", 2e12],
    ["007", 7],
    ["0", 0],
  ])("%j is %d", (typed, value) => {
    expect(parseNumber(typed)).toBe(value);
  });

  test("minus zero is zero", () => {
    expect(Object.is(parseNumber("-0,0"), 0)).toBe(true);
  });
});

describe("any number", () => {
  test.each(unreadable)("%j is unreadable", (typed) => {
    expect(parseNumber(typed)).toBeNull();
  });

  test("a very long text is unreadable, however numeric", () => {
    expect(parseNumber("1".repeat(40))).toBe(Number("1".repeat(40)));
    expect(parseNumber("1".repeat(41))).toBeNull();
  });

  test("comma and point mean the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 99_999 }), (whole, decimals) => {
        const point = `${String(whole)}.${String(decimals)}`;
        expect(parseNumber(point.replace(".", ","))).toBe(Number(point));
        expect(parseNumber(point)).toBe(Number(point));
      }),
    );
  });

  test("any text gives a finite number or nothing", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const value = parseNumber(typed);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
