import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitrary, arbitraryQuestion } from "../arbitrary-question";
import { idsOf } from "../arbitrary-response";
import { drawValues } from "./calculated";
import { canSatisfy, draw, type Paper } from "./draw";
import type { Blueprint, DrawRule, Question } from "./model";

const blueprint = (parts: Partial<Blueprint>): Blueprint => ({
  fixed: [],
  draw: [],
  shuffleQuestions: false,
  shuffleOptions: true,
  passPercent: 70,
  attempts: null,
  waitMinutes: 0,
  timeLimitMinutes: null,
  ...parts,
});

const base = {
  topic: "dose",
  outcomes: ["CT-K1"],
  difficulty: 1,
  lesson: "dose-quantities",
  source: { cite: "a book", year: 2020, mark: "V" },
  stem: "Which?",
  explanation: "Because.",
} as const;

const question = (id: string, tags: Partial<Pick<Question, "topic" | "outcomes" | "difficulty">> = {}): Question => ({
  ...base,
  kind: "single",
  id,
  options: ["a", "b", "c", "d"].map((option) => ({ id: option, text: option, why: option })),
  key: "a",
  ...tags,
});

function paperOf(plan: Blueprint, pool: readonly Question[], seed: string): Paper {
  const drawn = draw(plan, pool, seed);
  if (!drawn.ok) throw new Error(`not satisfiable: ${JSON.stringify(drawn)}`);
  return drawn.paper;
}
const idsIn = (paper: Paper) => paper.items.map(({ questionId }) => questionId);

const pool = ["a", "b", "c", "d", "e", "f", "g", "h"].map((id) => question(id));

describe("drawing", () => {
  test("fixed questions are in every paper, in the given order, and aren't drawn again", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const ids = idsIn(paperOf(blueprint({ fixed: ["h", "b", "h"], draw: [{ count: 6 }] }), pool, String(seed)));
      expect(ids.slice(0, 2)).toEqual(["h", "b"]);
      expect([...ids].sort()).toEqual(["a", "b", "c", "d", "e", "f", "g", "h"]);
    }
  });

  test("questions keep the blueprint's order unless they are to be shuffled", () => {
    const tagged = [...pool, question("y", { topic: "beam" }), question("z", { topic: "beam" })];
    const plan = {
      draw: [
        { count: 2, topic: "beam" },
        { count: 3, topic: "dose" },
      ],
    };
    const isOrdered = (ids: string[]) => ids.slice(0, 2).every((id) => id > "x");
    const seeds = Array.from({ length: 20 }, (_, index) => String(index));
    expect(seeds.every((seed) => isOrdered(idsIn(paperOf(blueprint(plan), tagged, seed))))).toBe(true);
    const shuffled = blueprint({ ...plan, shuffleQuestions: true });
    expect(seeds.every((seed) => isOrdered(idsIn(paperOf(shuffled, tagged, seed))))).toBe(false);
  });

  test("every question of the pool gets its turn", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      for (const id of idsIn(paperOf(blueprint({ draw: [{ count: 2 }] }), pool, `seed ${String(seed)}`))) seen.add(id);
    }
    expect(seen.size).toBe(pool.length);
  });

  test("a rule draws only what fits every tag it names", () => {
    const mixed = [
      question("fits", { topic: "beam", outcomes: ["CT-S1", "CT-K2"], difficulty: 2 }),
      question("other-topic", { topic: "dose", outcomes: ["CT-K2"], difficulty: 2 }),
      question("other-outcome", { topic: "beam", outcomes: ["CT-S1"], difficulty: 2 }),
      question("other-difficulty", { topic: "beam", outcomes: ["CT-K2"], difficulty: 3 }),
      { ...question("other-kind", { topic: "beam", outcomes: ["CT-K2"], difficulty: 2 }), ...trueFalse },
    ];
    const rule: DrawRule = { count: 1, topic: "beam", outcome: "CT-K2", difficulty: 2, kind: "single" };
    expect(idsIn(paperOf(blueprint({ draw: [rule] }), mixed, "any"))).toEqual(["fits"]);
    expect(draw(blueprint({ draw: [{ ...rule, count: 3 }] }), mixed, "any")).toEqual({
      ok: false,
      reason: "not-satisfiable",
      rule: { ...rule, count: 3 },
      missing: 2,
    });
  });
});

describe("drawing from a narrow pool", () => {
  test("a broad rule gives up its question when a narrow rule needs it", () => {
    const chain = [
      question("x", { topic: "dose", difficulty: 1 }),
      question("y", { topic: "dose", difficulty: 2 }),
      question("z", { topic: "beam", difficulty: 2 }),
    ];
    const plan = blueprint({ draw: [{ count: 1 }, { count: 1, topic: "dose" }, { count: 1, difficulty: 1 }] });
    for (let seed = 0; seed < 30; seed += 1) expect(idsIn(paperOf(plan, chain, String(seed)))).toEqual(["z", "y", "x"]);
  });

  test("a shortage names the first rule that comes up short, or the absent fixed question", () => {
    const plan = blueprint({ draw: [{ count: 7, topic: "dose" }, { count: 4 }] });
    expect(draw(plan, pool, "s")).toEqual({ ok: false, reason: "not-satisfiable", rule: { count: 4 }, missing: 3 });
    expect(draw(blueprint({ fixed: ["a", "gone"] }), pool, "s")).toEqual({
      ok: false,
      reason: "not-satisfiable",
      rule: { fixed: "gone" },
      missing: 1,
    });
  });

  test("a question that is in the pool twice is drawn once, in its first form", () => {
    const second: Question = { ...question("a"), ...trueFalse };
    expect(canSatisfy(blueprint({ draw: [{ count: 2 }] }), [question("a"), second])).toBe(false);
    expect(
      paperOf(blueprint({ draw: [{ count: 1 }] }), [question("a"), second], "s").items[0]?.optionOrder,
    ).toHaveLength(4);
  });

  test("an author who wants the options in their order gets it, but not for pairs and orders", () => {
    const names = ["p", "q", "r", "s", "t", "u", "v", "w"];
    const labels = names.map((id) => ({ id, text: id }));
    const mixed: Question[] = [
      question("single"),
      { ...base, kind: "matching", id: "match", left: labels, right: labels, key: {} },
      { ...base, kind: "ordering", id: "order", items: labels, key: [...names].reverse() },
    ];
    const paper = paperOf(blueprint({ fixed: ["single", "match", "order"], shuffleOptions: false }), mixed, "s");
    expect(paper.items[0]?.optionOrder).toEqual(["a", "b", "c", "d"]);
    expect(paper.items[1]?.optionOrder).not.toEqual(names);
    expect(paper.items[2]?.optionOrder).not.toEqual(names);
  });
});

describe("a paper keeps", () => {
  test("the whole marks of a rule and of a fixed question", () => {
    const plan = blueprint({ fixed: ["a", "b"], marks: { b: 3, c: 9 }, draw: [{ count: 1, marks: 2 }, { count: 1 }] });
    const { items } = paperOf(plan, pool, "s");
    expect(items.map(({ marks }) => marks)).toEqual([undefined, 3, 2, undefined]);
    expect(Object.keys(items[0]!)).toEqual(["questionId", "optionOrder"]);
    const shuffled = paperOf({ ...plan, shuffleQuestions: true }, pool, "t").items;
    expect(shuffled.find(({ questionId }) => questionId === "b")?.marks).toBe(3);
  });

  test("the numbers of a calculated question, and no others", () => {
    fc.assert(
      fc.property(arbitrary.calculated, fc.string(), (q, seed) => {
        const [item] = paperOf(blueprint({ fixed: [q.id] }), [q], seed).items;
        expect(item?.values).toEqual(drawValues(q, seed));
      }),
    );
  });

  test("only questions for a profession that a rule names, and those for everyone", () => {
    const forOne = { ...question("one"), professions: ["radiographer"] };
    const forOther = { ...question("other"), professions: ["radiologist"] };
    const plan = (count: number) => blueprint({ draw: [{ count, profession: "radiographer" }] });
    expect(idsIn(paperOf(plan(2), [forOne, forOther, question("all")], "s")).sort()).toEqual(["all", "one"]);
    expect(canSatisfy(plan(3), [forOne, forOther, question("all")])).toBe(false);
  });
});

describe("a large pool", () => {
  const many = Array.from({ length: 400 }, (_, index) => question(`q${String(index)}`));

  test("gives every question about the same chance", () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 1000; seed += 1) {
      for (const id of idsIn(paperOf(blueprint({ draw: [{ count: 10 }, { count: 10 }] }), many, String(seed)))) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    // 50 on average with a standard deviation of 7: six of them away is no chance.
    const all = many.map(({ id }) => counts.get(id) ?? 0);
    expect(Math.min(...all)).toBeGreaterThan(50 - 6 * 7);
    expect(Math.max(...all)).toBeLessThan(50 + 6 * 7);
  });

  test("is drawn from to the last question", () => {
    const plan = blueprint({ draw: [{ count: 150 }, { count: 200 }, { count: 50 }] });
    expect(new Set(idsIn(paperOf(plan, many, "s"))).size).toBe(400);
  });
});

const trueFalse = { kind: "true-false", key: true, why: { true: "yes", false: "no" } } as const;

const rule = fc.record(
  {
    count: fc.integer({ min: 1, max: 3 }),
    topic: fc.constantFrom("dose", "beam"),
    outcome: fc.constantFrom("CT-K1", "CT-K2", "CT-S1"),
    difficulty: fc.constantFrom(1, 2, 3),
    kind: fc.constantFrom("single", "multiple", "numeric"),
    profession: fc.constantFrom("radiographer", "radiologist"),
  },
  { requiredKeys: ["count"] },
);
const pools = fc.uniqueArray(arbitraryQuestion, { selector: ({ id }) => id, maxLength: 9 });
const plans = (pool: readonly Question[]) =>
  fc.record({
    fixed: fc.subarray(
      pool.map(({ id }) => id),
      { maxLength: Math.min(2, pool.length) },
    ),
    draw: fc.array(rule, { maxLength: 3 }),
    shuffleQuestions: fc.boolean(),
    shuffleOptions: fc.boolean(),
  });
const cases = pools.chain((pool) => fc.tuple(fc.constant(pool), plans(pool).map(blueprint), fc.string()));

const isFor = (q: Question, profession: string) => !q.professions || q.professions.includes(profession);
const fits = (q: Question, r: DrawRule) =>
  (!r.topic || r.topic === q.topic) &&
  (!r.outcome || q.outcomes.includes(r.outcome)) &&
  (!r.difficulty || r.difficulty === q.difficulty) &&
  (!r.kind || r.kind === q.kind) &&
  (!r.profession || isFor(q, r.profession));

/** Tries every way to give places to questions: slow, but plainly right. */
function possible(places: readonly DrawRule[], free: readonly Question[]): boolean {
  const [place, ...others] = places;
  if (place === undefined) return true;
  return free.some(
    (q) =>
      fits(q, place) &&
      possible(
        others,
        free.filter((other) => other !== q),
      ),
  );
}
const placesOf = (plan: Blueprint) => plan.draw.flatMap((r) => Array.from({ length: r.count }, () => r));

describe("any paper", () => {
  test("exists exactly when some choice of questions fulfils the blueprint, and fulfils it", () => {
    fc.assert(
      fc.property(cases, ([pool, plan, seed]) => {
        const open = pool.filter(({ id }) => !plan.fixed.includes(id));
        const drawn = draw(plan, pool, seed);
        expect(drawn.ok).toBe(possible(placesOf(plan), open));
        expect(canSatisfy(plan, pool)).toBe(drawn.ok);
        if (!drawn.ok) return;
        const ids = idsIn(drawn.paper);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(plan.fixed.length + placesOf(plan).length);
        expect(plan.fixed.every((id) => ids.includes(id))).toBe(true);
        expect(
          possible(
            placesOf(plan),
            open.filter(({ id }) => ids.includes(id)),
          ),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("is a function of blueprint, seed and the set of questions, whatever order they come in", () => {
    fc.assert(
      fc.property(cases, ([pool, plan, seed]) => {
        expect(draw(plan, [...pool].reverse(), seed)).toEqual(draw(plan, pool, seed));
      }),
    );
  });
});

/** The ids that a paper puts into an order. */
function shuffledIds(q: Question): string[] {
  const ids = (labels: readonly { id: string }[]) => labels.map(({ id }) => id);
  if (q.kind === "matching") return ids(q.right);
  if (q.kind === "labelling") return ids(q.labels);
  if (q.kind === "cloze") return q.gaps.flatMap((gap) => (gap.kind === "choice" ? ids(gap.options) : []));
  return q.kind === "likert" ? [] : idsOf(q);
}

describe("the options of any paper", () => {
  test("are named once each, and an order is never shown as it should be", () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryQuestion, arbitrary.ordering), fc.string(), (q, seed) => {
        const [item] = paperOf(blueprint({ fixed: [q.id] }), [q], seed).items;
        expect(item?.optionOrder.toSorted()).toEqual(shuffledIds(q).sort());
        if (q.kind === "ordering") expect(item?.optionOrder).not.toEqual(q.key);
      }),
      { numRuns: 300 },
    );
  });

  test("show an order in every way but the right one", () => {
    const shown = (key: readonly string[]) => {
      const order: Question = {
        ...base,
        kind: "ordering",
        id: "order",
        items: key.map((id) => ({ id, text: id })),
        key,
      };
      const seeds = Array.from({ length: 1000 }, (_, index) => String(index));
      return new Set(
        seeds.map((seed) => paperOf(blueprint({ fixed: ["order"] }), [order], seed).items[0]?.optionOrder.join("")),
      );
    };
    expect([...shown(["a", "b", "c"])].sort()).toEqual(["acb", "bac", "bca", "cab", "cba"]);
    expect([...shown(["a", "b"])]).toEqual(["ba"]);
  });

  test("come to an end even when there is only one order", () => {
    const order: Question = { ...base, kind: "ordering", id: "order", items: [{ id: "a", text: "a" }], key: ["a"] };
    expect(paperOf(blueprint({ fixed: ["order"] }), [order], "s").items[0]?.optionOrder).toEqual(["a"]);
  });

  test("stand in an order that the seed alone decides, whatever else is in the pool", () => {
    fc.assert(
      fc.property(cases, ([pool, plan, seed]) => {
        const [q] = pool;
        if (q === undefined) return;
        const order = (items: readonly Question[]) =>
          paperOf(blueprint({ fixed: [q.id], shuffleOptions: plan.shuffleOptions }), items, seed).items;
        expect(order(pool)).toEqual(order([q]));
      }),
    );
  });
});
