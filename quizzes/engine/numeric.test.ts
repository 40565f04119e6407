import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryUnit } from "../arbitrary-base";
import type { Numeric } from "./model";
import { judgeNumber } from "./numeric";
import { convert, parseNumber, sameDimension, units } from "./units";

const dlp = (parts: Partial<Numeric> = {}): Numeric => ({
  id: "q",
  topic: "dose",
  outcomes: ["CT-S1"],
  difficulty: 1,
  lesson: "dose-length-product",
  source: { cite: "a book", year: 2020, mark: "M" },
  stem: "Which DLP?",
  explanation: "Product.",
  kind: "numeric",
  key: { value: 306, unit: "mGy·cm", tolerance: { relative: 0.02 } },
  units: ["mGy·cm", "mGy"],
  mistakes: [
    { value: 3060, unit: "mGy·cm", feedback: "millimetres" },
    { value: 306, unit: "mGy", feedback: "unit" },
    { value: 3060, unit: "mGy·cm", feedback: "again" },
  ],
  ...parts,
});
const judge = (text: string, unit = "mGy·cm", question = dlp()) =>
  judgeNumber(question, { kind: "numeric", text, unit });

describe("a typed number", () => {
  test("is right up to the edge of the tolerance", () => {
    for (const text of ["306", "306,0", "3.06e2", "299.88", "312.12", "299,88"]) {
      expect(judge(text)).toMatchObject({ status: "right", mistake: null });
    }
    for (const text of ["299.87", "312.13", "0", "-306"]) expect(judge(text).status).toBe("out-of-tolerance");
  });

  test("shows how it was read and what would have been accepted", () => {
    const question = dlp({ key: { value: 10, unit: "Gy·cm²", tolerance: { absolute: 0.5 } } });
    expect(judge("9 600", "mGy·cm²", question)).toEqual({
      kind: "numeric",
      status: "right",
      typed: { text: "9 600", unit: "mGy·cm²" },
      value: 9.6,
      mistake: null,
      key: { value: 10, unit: "Gy·cm²" },
      accepted: { from: 9.5, to: 10.5 },
    });
  });

  test("is in the offered unit where only one is offered and none was chosen", () => {
    const plain = dlp({ key: { value: 4, unit: "1", tolerance: { absolute: 0.5 } }, units: ["1"] });
    expect(judge("4", "", plain)).toMatchObject({ status: "right", value: 4, typed: { text: "4", unit: "1" } });
    expect(judge("5", "", plain)).toMatchObject({ status: "out-of-tolerance", value: 5 });
    expect(judge("306", "", dlp({ units: ["mGy·cm"] }))).toMatchObject({ status: "right", typed: { unit: "mGy·cm" } });
    expect(judge("3060", "", dlp({ units: ["mGy·cm"] }))).toMatchObject({ mistake: 0 });
    expect(judge("306", "", dlp())).toMatchObject({ status: "wrong-dimension", typed: { unit: "" } });
  });

  test("is open when nothing was typed", () => {
    expect(judge("  ")).toMatchObject({ status: "open", value: null });
    expect(judgeNumber(dlp(), null)).toMatchObject({ status: "open", typed: null });
  });

  test("is unreadable when two decimal signs stand in it", () => {
    expect(judge("1,234.5")).toMatchObject({ status: "unreadable", value: null, mistake: null });
  });

  test("has the wrong dimension when its unit measures something else or isn't in the table", () => {
    expect(judge("306", "mGy")).toMatchObject({ status: "wrong-dimension", value: null, mistake: 1 });
    expect(judge("300", "mGy")).toMatchObject({ status: "wrong-dimension", mistake: 1 });
    expect(judge("290", "mGy")).toMatchObject({ status: "wrong-dimension", mistake: null });
    expect(judge("306", "furlong")).toMatchObject({ status: "wrong-dimension", mistake: null });
  });

  test("betrays the first known mistake that it equals within the tolerance", () => {
    expect(judge("3060")).toMatchObject({ status: "out-of-tolerance", mistake: 0, value: 3060 });
    expect(judge("3 000")).toMatchObject({ mistake: 0 });
    expect(judge("2 990")).toMatchObject({ mistake: null });
  });
});

describe("the tolerance of a number", () => {
  test("an absolute tolerance is carried over into the mistake's unit, or kept where that can't be", () => {
    const question = dlp({
      key: { value: 10, unit: "mGy", tolerance: { absolute: 1 } },
      mistakes: [
        { value: 20_000, unit: "µGy", feedback: "double" },
        { value: 30, unit: "mSv", feedback: "sievert" },
      ],
    });
    expect(judge("20.9", "mGy", question).mistake).toBe(0);
    expect(judge("21.1", "mGy", question).mistake).toBeNull();
    expect(judge("30.9", "mSv", question).mistake).toBe(1);
    expect(judge("31.1", "mSv", question).mistake).toBeNull();
  });

  test("a negative key has a tolerance on both sides", () => {
    const question = dlp({ key: { value: -50, unit: "%", tolerance: { relative: 0.1 } } });
    expect(judge("-0.55", "1", question).status).toBe("right");
    expect(judge("−45", "%", question).status).toBe("right");
    expect(judge("-44", "%", question)).toMatchObject({ status: "out-of-tolerance", accepted: { from: -55, to: -45 } });
  });

  test("a tolerance of zero accepts the number itself and nothing beside it", () => {
    const question = dlp({ key: { value: 0, unit: "mSv", tolerance: { absolute: 0 } } });
    expect(judge("0", "µSv", question).status).toBe("right");
    expect(judge("0.0001", "µSv", question).status).toBe("out-of-tolerance");
  });

  test("a unit that the table doesn't know is still equal to itself", () => {
    const question = dlp({ key: { value: 511, unit: "keV", tolerance: { absolute: 1 } } });
    expect(judge("511", "keV", question).status).toBe("right");
    expect(judge("511", "kV", question).status).toBe("wrong-dimension");
  });
});

describe("in every unit of the key's dimension", () => {
  const tolerance = fc.oneof(
    fc.integer({ min: 1, max: 500 }).map((share) => ({ relative: share / 1000 })),
    fc.integer({ min: 1, max: 500 }).map((tenths) => ({ absolute: tenths / 10 })),
  );
  const value = fc.integer({ min: 1, max: 1_000_000 }).map((thousandths) => thousandths / 1000);
  const cases = fc
    .tuple(arbitraryUnit, value, tolerance)
    .chain(([unit, key, width]) =>
      fc.tuple(
        fc.constant(dlp({ key: { value: key, unit, tolerance: width }, mistakes: [] })),
        fc.constantFrom(...units.filter((other) => sameDimension(unit, other))),
        fc.constant({ key, unit, reach: "relative" in width ? key * width.relative : width.absolute }),
      ),
    );

  /** The number `times` tolerances away from the key, typed in another unit with a comma or a point. */
  function status(
    question: Numeric,
    unit: (typeof units)[number],
    target: { key: number; unit: typeof unit; reach: number },
    times: number,
  ) {
    const typed = String(convert(target.key + times * target.reach, target.unit, unit));
    const [point, comma] = [judge(typed, unit, question), judge(typed.replace(".", ","), unit, question)];
    expect(parseNumber(typed)).not.toBeNull();
    expect(comma.status).toBe(point.status);
    return point.status;
  }

  test("a number within the tolerance is right, with comma and with point", () => {
    fc.assert(
      fc.property(cases, fc.double({ min: -1, max: 1, noNaN: true }), ([question, unit, target], times) => {
        expect(status(question, unit, target, times)).toBe("right");
      }),
      { numRuns: 500 },
    );
  });

  test("a number outside the tolerance is wrong, with comma and with point", () => {
    fc.assert(
      fc.property(
        cases,
        fc.double({ min: 1.0001, max: 9, noNaN: true }),
        fc.constantFrom(-1, 1),
        ([question, unit, target], times, sign) => {
          expect(status(question, unit, target, sign * times)).toBe("out-of-tolerance");
        },
      ),
      { numRuns: 500 },
    );
  });
});
