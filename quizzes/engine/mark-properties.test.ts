import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitrary, arbitraryQuestion, arbitraryResponse, idsOf, keyResponse } from "../arbitrary-question";
import { mark } from "./mark";
import type { MultipleChoice, Question, Response, Ruling } from "./model";

const answered = arbitraryQuestion.chain((question) =>
  fc.tuple(fc.constant(question), fc.option(fc.oneof(arbitraryResponse(question), fc.constant(keyResponse(question))))),
);
const rulings: fc.Arbitrary<Ruling> = fc.oneof(
  fc.record({ kind: fc.constantFrom("void" as const, "full-marks" as const) }),
  arbitraryQuestion.map((question) => ({ kind: "corrected-key" as const, question })),
);

/** The answer without ids that the question doesn't know and without repeats. */
function cleaned(question: Question, response: Response): Response {
  const known = new Set(idsOf(question));
  const clean = (ids: readonly string[]) => [...new Set(ids)].filter((id) => known.has(id));
  switch (response.kind) {
    case "single":
    case "true-false":
    case "numeric":
      return response;
    case "multiple":
      return { ...response, options: clean(response.options) };
    case "matching":
      return {
        ...response,
        pairs: Object.fromEntries(Object.entries(response.pairs).filter((pair) => pair.every((id) => known.has(id)))),
      };
    case "ordering":
      return { ...response, order: clean(response.order) };
  }
}

const ticking = (question: MultipleChoice, ids: readonly string[]) =>
  mark(question, { kind: "multiple", options: ids }, []);

describe("for every question and every answer", () => {
  test("the key scores full", () => {
    fc.assert(
      fc.property(arbitraryQuestion, (question) => {
        expect(mark(question, keyResponse(question), [])).toMatchObject({ score: 100, max: 100, outcome: "right" });
      }),
      { numRuns: 300 },
    );
  });

  test("a mark is a whole number between 0 and its maximum, and agrees with its outcome", () => {
    fc.assert(
      fc.property(answered, fc.array(rulings, { maxLength: 2 }), ([question, response], decided) => {
        const { score, max, outcome, detail, ruling } = mark(question, response, decided);
        expect(Number.isInteger(score) && score >= 0 && score <= max).toBe(true);
        expect(max).toBe(ruling === "void" ? 0 : 100);
        expect(outcome === "right").toBe(score === 100);
        expect(outcome === "partly").toBe(score > 0 && score < 100);
        expect(outcome === "void").toBe(max === 0);
        if (decided.length === 0) expect(detail.kind).toBe(question.kind);
      }),
      { numRuns: 1000 },
    );
  });

  test("a full score comes from nothing but the key", () => {
    fc.assert(
      fc.property(answered, ([question, response]) => {
        if (response === null || mark(question, response, []).score < 100 || question.kind === "numeric") return;
        const sorted = (r: Response) => (r.kind === "multiple" ? { ...r, options: [...r.options].sort() } : r);
        const clean = cleaned(question, response);
        const relevant =
          clean.kind === "matching" && question.kind === "matching"
            ? { ...clean, pairs: Object.fromEntries(question.left.map(({ id }) => [id, clean.pairs[id]])) }
            : clean;
        expect(sorted(relevant as Response)).toEqual(sorted(keyResponse(question)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("for every answer with something odd in it", () => {
  test("unknown ids and repeats earn nothing", () => {
    fc.assert(
      fc.property(answered, ([question, response]) => {
        if (response === null) return;
        expect(mark(question, response, []).score).toBe(mark(question, cleaned(question, response), []).score);
      }),
      { numRuns: 1000 },
    );
  });

  test("an answer to another kind of question is open", () => {
    fc.assert(
      fc.property(answered, ([question, response]) => {
        if (response?.kind === question.kind) return;
        expect(mark(question, response, [])).toEqual(mark(question, null, []));
        expect(mark(question, response, []).outcome).toBe("open");
      }),
    );
  });

  test("the order in which options are stored, shown or ticked never changes the score", () => {
    const shuffled = answered.chain(([question, response]) =>
      fc.tuple(fc.constant(question), fc.constant(response), otherOrder(question)),
    );
    fc.assert(
      fc.property(shuffled, ([question, response, other]) => {
        expect(mark(other, response, []).score).toBe(mark(question, response, []).score);
        if (response?.kind !== "multiple") return;
        const turned = { ...response, options: [...response.options].reverse() };
        expect(mark(question, turned, [])).toEqual(mark(question, response, []));
      }),
      { numRuns: 500 },
    );
  });

  test("void takes it out of the count, full marks give everyone all, and the last ruling decides", () => {
    fc.assert(
      fc.property(answered, fc.array(rulings, { maxLength: 3 }), ([question, response], earlier) => {
        expect(mark(question, response, [...earlier, { kind: "void" }])).toMatchObject({
          score: 0,
          max: 0,
          outcome: "void",
        });
        expect(mark(question, response, [...earlier, { kind: "full-marks" }])).toMatchObject({ score: 100, max: 100 });
        expect(mark(question, response, [...earlier, { kind: "corrected-key", question }])).toEqual({
          ...mark(question, response, []),
          ruling: "corrected-key",
        });
      }),
    );
  });
});

function otherOrder(question: Question): fc.Arbitrary<Question> {
  const turn = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  switch (question.kind) {
    case "single":
      return turn(question.options).map((options) => ({ ...question, options }));
    case "multiple":
      return fc
        .tuple(turn(question.options), turn(question.keys))
        .map(([options, keys]) => ({ ...question, options, keys }));
    case "true-false":
      return fc.constant(question);
    case "numeric":
      return turn(question.units).map((units) => ({ ...question, units }));
    case "matching":
      return fc.tuple(turn(question.left), turn(question.right)).map(([left, right]) => ({ ...question, left, right }));
    case "ordering":
      return turn(question.items).map((items) => ({ ...question, items }));
  }
}

describe("multiple choice for every key", () => {
  test("ticking everything never beats the key, and earns nothing", () => {
    fc.assert(
      fc.property(arbitrary.multiple, (question) => {
        expect(ticking(question, idsOf(question)).score).toBe(0);
        expect(ticking(question, question.keys).score).toBe(100);
      }),
    );
  });

  test("one more right tick never lowers the score, one more wrong tick never raises it", () => {
    const ticked = arbitrary.multiple.chain((question) =>
      fc.tuple(fc.constant(question), fc.subarray(idsOf(question))),
    );
    fc.assert(
      fc.property(ticked, ([question, ids]) => {
        if (question.rule === "all-or-nothing") return;
        const before = ticking(question, ids).score;
        for (const id of idsOf(question).filter((other) => !ids.includes(other))) {
          const after = ticking(question, [...ids, id]).score;
          expect(question.keys.includes(id) ? after >= before : after <= before).toBe(true);
        }
      }),
    );
  });

  test("ticking everything is worth no more than blind ticks on average", () => {
    fc.assert(
      fc.property(arbitrary.multiple, (question) => {
        const ids = idsOf(question);
        const subsets = Array.from({ length: 2 ** ids.length }, (_, bits) =>
          ids.filter((_id, index) => (bits >> index) & 1),
        );
        const mean = subsets.reduce((sum, subset) => sum + ticking(question, subset).score, 0) / subsets.length;
        expect(ticking(question, ids).score).toBeLessThanOrEqual(mean);
        expect(mean).toBeLessThan(50);
      }),
      { numRuns: 50 },
    );
  });
});
