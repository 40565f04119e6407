import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitrary, arbitraryQuestion } from "../arbitrary-question";
import { arbitraryResponse, bestAssessment, idsOf, keyResponse } from "../arbitrary-response";
import { type ByKind, byKind } from "./by-kind";
import { asked } from "./calculated";
import { withCertainty } from "./certainty";
import { checkResponse, mark } from "./mark";
import type { Certainty, MultipleChoice, Question, Response, Ruling } from "./model";

const askedQuestion = arbitraryQuestion.map((question) => asked(question, undefined));
const answered = askedQuestion.chain((question) =>
  fc.tuple(fc.constant(question), fc.option(fc.oneof(arbitraryResponse(question), fc.constant(keyResponse(question))))),
);
const rulings: fc.Arbitrary<Ruling> = fc.oneof(
  fc.record({ kind: fc.constantFrom("void" as const, "full-marks" as const) }),
  askedQuestion.map((question) => ({ kind: "corrected-key" as const, question })),
);
const ticking = (question: MultipleChoice, ids: readonly string[]) =>
  mark(question, { kind: "multiple", options: ids }, []);

/** An answer that says as much as its kind allows: every tick, every region, every gap. */
const everything: ByKind<Response[]> = {
  single: ({ options }) => options.map(({ id }) => ({ kind: "single", option: id })),
  multiple: (question) => [{ kind: "multiple", options: idsOf(question) }],
  "true-false": () => [true, false].map((value) => ({ kind: "true-false", value })),
  numeric: ({ mistakes }) => mistakes.map(({ value, unit }) => ({ kind: "numeric", text: String(value), unit })),
  matching: ({ left, right }) =>
    right.map((label) => ({ kind: "matching", pairs: Object.fromEntries(left.map(({ id }) => [id, label.id])) })),
  ordering: ({ items }) => [{ kind: "ordering", order: items.map(({ id }) => id) }],
  "short-text": ({ answers }) => answers.map(({ text }) => ({ kind: "short-text", text })),
  calculated: () => [],
  cloze: ({ gaps }) => [
    {
      kind: "cloze",
      gaps: Object.fromEntries(gaps.map((gap) => [gap.id, gap.kind === "choice" ? (gap.options[0]?.id ?? "") : "1"])),
    },
  ],
  hotspot: ({ regions, keys, picture }) => [
    { kind: "hotspot", points: [], regions: regions.map(({ id }) => id) },
    { kind: "hotspot", points: [], regions: regions.slice(0, keys.length).map(({ id }) => id) },
    {
      kind: "hotspot",
      points: Array.from({ length: 10 }, (_, index) => [(picture.width * index) / 10 + 50, 50] as const),
      regions: [],
    },
  ],
  labelling: ({ places, labels }) =>
    labels.map((label) => ({
      kind: "labelling",
      placed: Object.fromEntries(places.map(({ id }) => [id, label.id])),
    })),
  "script-concordance": () => ([-2, -1, 0, 1, 2] as const).map((value) => ({ kind: "script-concordance", value })),
  likert: ({ scale }) => scale.map(({ id }) => ({ kind: "likert", option: id })),
  essay: () => [{ kind: "essay", text: "all of it ".repeat(100) }],
};

describe("for every question and every answer", () => {
  test("the key earns the full mark, where there is one", () => {
    fc.assert(
      fc.property(askedQuestion, (question) => {
        const marked = mark(question, keyResponse(question), [], bestAssessment(question));
        if (question.kind === "likert") expect(marked).toMatchObject({ awarded: 0, possible: 0, outcome: "unmarked" });
        else expect(marked).toMatchObject({ awarded: 100, possible: 100, outcome: "right", invalid: null });
      }),
      { numRuns: 600 },
    );
  });

  test("to tick, name or point at everything never beats the key", () => {
    fc.assert(
      fc.property(askedQuestion, (question) => {
        const key = mark(question, keyResponse(question), [], bestAssessment(question)).awarded;
        for (const response of byKind(everything, question)) {
          expect(mark(question, response).awarded).toBeLessThanOrEqual(key);
        }
      }),
      { numRuns: 600 },
    );
  });

  test("a mark is a whole number between 0 and what is possible, and agrees with its outcome", () => {
    fc.assert(
      fc.property(answered, fc.array(rulings, { maxLength: 2 }), ([question, response], decided) => {
        const { awarded, possible, outcome, invalid, detail, ruling } = mark(question, response, decided);
        expect(Number.isInteger(awarded) && awarded >= 0 && awarded <= possible).toBe(true);
        expect(outcome === "right").toBe(awarded === 100);
        expect(outcome === "partly").toBe(awarded > 0 && awarded < 100);
        expect(outcome === "void").toBe(ruling === "void");
        expect(outcome === "invalid").toBe(invalid !== null);
        if (possible === 0) expect(["void", "unmarked", "open", "invalid"]).toContain(outcome);
        if (decided.length === 0) expect(detail.kind).toBe(question.kind);
      }),
      { numRuns: 2000 },
    );
  });

  test("with certainty a mark lies between -200 and 100, and never above the certain and right one", () => {
    fc.assert(
      fc.property(answered, fc.constantFrom<(Certainty | undefined)[]>(undefined, 1, 2, 3), (pair, certainty) => {
        const [question, response] = pair;
        const { awarded } = withCertainty(mark(question, response), certainty);
        expect(Number.isInteger(awarded) && awarded >= -200 && awarded <= 100).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a full mark comes from nothing but the key", () => {
    const open = new Set(["numeric", "short-text", "cloze", "script-concordance", "hotspot", "essay"]);
    fc.assert(
      fc.property(answered, ([question, response]) => {
        if (response === null || open.has(question.kind) || mark(question, response).awarded < 100) return;
        const said = { ...response };
        delete said.certainty;
        const sorted = (r: Response) => (r.kind === "multiple" ? { ...r, options: [...r.options].sort() } : r);
        expect(sorted(said)).toEqual(sorted(keyResponse(question)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("for every answer with something odd in it", () => {
  test("it is invalid with the reason that the check gives, and earns nothing", () => {
    fc.assert(
      fc.property(answered, ([question, response]) => {
        const reason = checkResponse(question, response);
        const marked = mark(question, response);
        expect(marked.invalid).toBe(reason);
        if (reason !== null) expect(marked).toMatchObject({ awarded: 0, outcome: "invalid" });
        if (response !== null && response.kind !== question.kind) expect(reason).toBe("wrong-kind");
      }),
      { numRuns: 2000 },
    );
  });

  test("the order in which options are stored, shown or ticked never changes the mark", () => {
    const shuffled = answered.chain(([question, response]) =>
      fc.tuple(fc.constant(question), fc.constant(response), otherOrder(question)),
    );
    fc.assert(
      fc.property(shuffled, ([question, response, other]) => {
        expect(mark(other, response, []).awarded).toBe(mark(question, response, []).awarded);
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
          awarded: 0,
          possible: 0,
          outcome: "void",
        });
        const ruled = mark(question, response, [
          ...earlier,
          { kind: "corrected-key", question },
          { kind: "full-marks" },
        ]);
        const all = question.kind === "likert" ? 0 : 100;
        expect(ruled).toMatchObject({ awarded: all, possible: all });
        expect(mark(question, response, [...earlier, { kind: "corrected-key", question }])).toEqual({
          ...mark(question, response, []),
          ruling: "corrected-key",
        });
      }),
    );
  });
});

const turn = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
const same = (question: Question) => fc.constant(question);
const orders: ByKind<fc.Arbitrary<Question>> = {
  single: (question) => turn(question.options).map((options) => ({ ...question, options })),
  multiple: (question) =>
    fc.tuple(turn(question.options), turn(question.keys)).map(([options, keys]) => ({ ...question, options, keys })),
  "true-false": same,
  numeric: (question) => turn(question.units).map((units) => ({ ...question, units })),
  matching: (question) =>
    fc.tuple(turn(question.left), turn(question.right)).map(([left, right]) => ({ ...question, left, right })),
  ordering: (question) => turn(question.items).map((items) => ({ ...question, items })),
  "short-text": same,
  calculated: same,
  cloze: (question) => turn(question.gaps).map((gaps) => ({ ...question, gaps })),
  hotspot: (question) =>
    fc.tuple(turn(question.regions), turn(question.keys)).map(([regions, keys]) => ({ ...question, regions, keys })),
  labelling: (question) =>
    fc.tuple(turn(question.places), turn(question.labels)).map(([places, labels]) => ({ ...question, places, labels })),
  "script-concordance": same,
  likert: (question) => turn(question.scale).map((scale) => ({ ...question, scale })),
  essay: (question) => turn(question.rubric).map((rubric) => ({ ...question, rubric })),
};

function otherOrder(question: Question): fc.Arbitrary<Question> {
  return byKind(orders, question);
}

describe("multiple choice for every key", () => {
  test("ticking everything earns nothing, unless the shares say so, and the key earns all", () => {
    fc.assert(
      fc.property(arbitrary.multiple, (question) => {
        if (question.rule !== "weights") expect(ticking(question, idsOf(question)).awarded).toBe(0);
        expect(ticking(question, idsOf(question)).awarded).toBeLessThan(100);
        expect(ticking(question, question.keys).awarded).toBe(100);
      }),
    );
  });

  test("one more right tick never lowers the mark, one more wrong tick never raises it", () => {
    const ticked = arbitrary.multiple.chain((question) =>
      fc.tuple(fc.constant(question), fc.subarray(idsOf(question))),
    );
    fc.assert(
      fc.property(ticked, ([question, ids]) => {
        if (question.rule !== "penalty") return;
        const before = ticking(question, ids).awarded;
        for (const id of idsOf(question).filter((other) => !ids.includes(other))) {
          const after = ticking(question, [...ids, id]).awarded;
          expect(question.keys.includes(id) ? after >= before : after <= before).toBe(true);
        }
      }),
    );
  });

  test("ticking everything is worth no more than blind ticks on average", () => {
    fc.assert(
      fc.property(arbitrary.multiple, (question) => {
        if (question.rule === "weights") return;
        const ids = idsOf(question);
        const subsets = Array.from({ length: 2 ** ids.length }, (_, bits) =>
          ids.filter((_id, index) => (bits >> index) & 1),
        );
        const mean = subsets.reduce((sum, subset) => sum + ticking(question, subset).awarded, 0) / subsets.length;
        expect(ticking(question, ids).awarded).toBeLessThanOrEqual(mean);
        expect(mean).toBeLessThan(50);
      }),
      { numRuns: 50 },
    );
  });
});
