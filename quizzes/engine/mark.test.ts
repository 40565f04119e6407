import { describe, expect, test } from "vitest";
import { mark, questionAsRuled } from "./mark";
import type { Matching, MultipleChoice, Ordering, Question, Response, SingleChoice, TrueFalse } from "./model";

const base = {
  id: "q",
  topic: "dose",
  outcomes: ["CT-K1"],
  difficulty: 1,
  lesson: "dose-quantities",
  source: { cite: "a book", year: 2020, mark: "V" },
  stem: "Which?",
  explanation: "Because.",
} as const;
const options = (ids: string) => Array.from(ids).map((id) => ({ id, text: id, why: id }));
const labels = (ids: string) => Array.from(ids).map((id) => ({ id, text: id }));

const single: SingleChoice = { ...base, kind: "single", options: options("abc"), key: "b" };
const multiple = (ids: string, keys: string, rule: MultipleChoice["rule"] = "penalty"): MultipleChoice => ({
  ...base,
  kind: "multiple",
  options: options(ids),
  keys: Array.from(keys),
  rule,
});
const statement: TrueFalse = { ...base, kind: "true-false", key: false, why: { true: "no", false: "yes" } };
const matching: Matching = {
  ...base,
  kind: "matching",
  left: labels("abc"),
  right: labels("wxyz"),
  key: { a: "x", b: "y", c: "z" },
};
const ordering: Ordering = { ...base, kind: "ordering", items: labels("badc"), key: ["a", "b", "c", "d"] };

const ticks = (question: MultipleChoice, picked: string) =>
  mark(question, { kind: "multiple", options: Array.from(picked) }, []);
const pairs = (chosen: Record<string, string>) => mark(matching, { kind: "matching", pairs: chosen }, []);
const order = (ids: string) => mark(ordering, { kind: "ordering", order: Array.from(ids) }, []);

describe("single choice", () => {
  test("the key scores full, another option nothing; the detail says what was picked", () => {
    expect(mark(single, { kind: "single", option: "b" }, [])).toEqual({
      awarded: 100,
      possible: 100,
      outcome: "right",
      invalid: null,
      ruling: null,
      detail: {
        kind: "single",
        options: [
          { id: "a", picked: false, key: false },
          { id: "b", picked: true, key: true },
          { id: "c", picked: false, key: false },
        ],
      },
    });
    expect(mark(single, { kind: "single", option: "c" }, [])).toMatchObject({
      awarded: 0,
      possible: 100,
      outcome: "wrong",
    });
  });

  test("no answer is open; an unknown option and an answer to another kind of question are invalid", () => {
    for (const [response, invalid] of [
      [null, null],
      [{ kind: "single", option: "zz" }, "unknown-id"],
      [{ kind: "multiple", options: ["b"] }, "wrong-kind"],
      [{ kind: "true-false", value: true }, "wrong-kind"],
    ] as const) {
      const marked = mark(single, response);
      const outcome = invalid === null ? "open" : "invalid";
      expect(marked).toMatchObject({ awarded: 0, possible: 100, outcome, invalid });
      expect(JSON.stringify(marked.detail)).not.toContain('"picked":true');
    }
  });

  test("another option earns its share, which is never the whole and never less than nothing", () => {
    const share = (hundredths: number): SingleChoice => ({
      ...single,
      options: single.options.map((option) => (option.id === "a" ? { ...option, share: hundredths } : option)),
    });
    const picked = (question: Question) => mark(question, { kind: "single", option: "a" });
    expect(picked(share(50))).toMatchObject({ awarded: 50, outcome: "partly" });
    expect(picked(share(99))).toMatchObject({ awarded: 99, outcome: "partly" });
    expect(picked(share(100))).toMatchObject({ awarded: 99, outcome: "partly" });
    expect(picked(share(-50))).toMatchObject({ awarded: 0, outcome: "wrong" });
    expect(mark(share(50), { kind: "single", option: "b" })).toMatchObject({ awarded: 100 });
  });
});

describe("multiple choice", () => {
  test.each([
    ["abcde", "ab", "ab", 100, "right"],
    ["abcde", "ab", "a", 50, "partly"],
    ["abcde", "ab", "abc", 67, "partly"],
    ["abcde", "ab", "ac", 17, "partly"],
    ["abcde", "ab", "acd", 0, "wrong"],
    ["abcde", "ab", "abcde", 0, "wrong"],
    ["abcde", "ab", "c", 0, "wrong"],
    ["abcd", "abc", "ab", 67, "partly"],
    ["abcd", "abc", "abcd", 0, "wrong"],
    ["abcd", "abc", "d", 0, "wrong"],
    ["abcd", "a", "ab", 67, "partly"],
    ["abcde", "ab", "", 0, "open"],
    ["abcde", "ab", "az", 0, "invalid"],
    ["abcde", "ab", "aabb", 0, "invalid"],
  ])("of %s with the key %s, ticking %j gives %d: %s", (ids, keys, picked, score, outcome) => {
    expect(ticks(multiple(ids, keys), picked)).toMatchObject({ awarded: score, outcome, possible: 100 });
  });

  test.each([
    ["ab", 100, "right"],
    ["a", 0, "wrong"],
    ["abc", 0, "wrong"],
    ["abcde", 0, "wrong"],
    ["", 0, "open"],
  ])("all or nothing: ticking %j of the key ab gives %d: %s", (picked, score, outcome) => {
    expect(ticks(multiple("abcde", "ab", "all-or-nothing"), picked)).toMatchObject({ awarded: score, outcome });
  });

  test("the detail says of every option whether it was ticked and whether it should be", () => {
    expect(ticks(multiple("abcd", "ab"), "bc").detail).toEqual({
      kind: "multiple",
      options: [
        { id: "a", picked: false, key: true },
        { id: "b", picked: true, key: true },
        { id: "c", picked: true, key: false },
        { id: "d", picked: false, key: false },
      ],
    });
  });

  test("a broken question without key or without wrong options still gives a mark", () => {
    expect(ticks(multiple("abcd", ""), "a")).toMatchObject({ awarded: 0, outcome: "wrong" });
    expect(ticks(multiple("abcd", "abcd"), "ab")).toMatchObject({ awarded: 50, outcome: "partly" });
    expect(mark(multiple("abcd", "", "all-or-nothing"), null, [])).toMatchObject({ awarded: 0, outcome: "open" });
  });
});

describe("true or false", () => {
  test("is right, wrong or open", () => {
    expect(mark(statement, { kind: "true-false", value: false }, [])).toMatchObject({
      awarded: 100,
      outcome: "right",
      detail: { kind: "true-false", picked: false, key: false },
    });
    expect(mark(statement, { kind: "true-false", value: true }, [])).toMatchObject({ awarded: 0, outcome: "wrong" });
    expect(mark(statement, null, [])).toMatchObject({ awarded: 0, outcome: "open", detail: { picked: null } });
  });
});

describe("matching", () => {
  test("every right pair earns its share", () => {
    expect(pairs({ a: "x", b: "y", c: "z" })).toMatchObject({ awarded: 100, outcome: "right" });
    expect(pairs({ a: "x", b: "y", c: "w" })).toMatchObject({ awarded: 67, outcome: "partly" });
    expect(pairs({ a: "x" })).toMatchObject({ awarded: 33, outcome: "partly" });
    expect(pairs({ a: "y", b: "x" })).toMatchObject({ awarded: 0, outcome: "wrong" });
  });

  test("nothing chosen is open, an unknown label is invalid", () => {
    expect(pairs({})).toMatchObject({ awarded: 0, outcome: "open" });
    for (const chosen of [{ a: "unknown" }, { unknown: "x" }, { x: "a" }, { a: "x", b: "constructor" }]) {
      expect(pairs(chosen)).toMatchObject({ awarded: 0, outcome: "invalid", invalid: "unknown-id" });
    }
    expect(mark({ ...matching, left: [] }, { kind: "matching", pairs: {} }, [])).toMatchObject({
      awarded: 0,
      outcome: "open",
    });
  });

  test("only the whole is full, and the smallest share is more than nothing", () => {
    const scoreOf = (right: number, all: number) => {
      const ids = Array.from({ length: all }, (_, index) => String(index));
      const long: Matching = {
        ...base,
        kind: "matching",
        left: ids.map((id) => ({ id, text: id })),
        right: ids.map((id) => ({ id, text: id })),
        key: Object.fromEntries(ids.map((id) => [id, id])),
      };
      const chosen = Object.fromEntries(ids.slice(0, right).map((id) => [id, id]));
      const { awarded, outcome } = mark(long, { kind: "matching", pairs: chosen }, []);
      return { awarded, outcome };
    };
    expect(scoreOf(299, 300)).toEqual({ awarded: 99, outcome: "partly" });
    expect(scoreOf(99, 100)).toEqual({ awarded: 99, outcome: "partly" });
    expect(scoreOf(1, 100)).toEqual({ awarded: 1, outcome: "partly" });
  });

  test("the detail lists the pairs in the order of the left labels", () => {
    expect(pairs({ b: "x", a: "x" }).detail).toEqual({
      kind: "matching",
      pairs: [
        { left: "a", picked: "x", key: "x", right: true },
        { left: "b", picked: "x", key: "y", right: false },
        { left: "c", picked: null, key: "z", right: false },
      ],
    });
  });

  test("a label named like a part of every object has no partner by accident", () => {
    const question = { ...matching, left: labels("a").concat({ id: "constructor", text: "c" }), key: { a: "x" } };
    expect(mark(question, { kind: "matching", pairs: {} }, []).detail).toMatchObject({
      pairs: [{}, { picked: null, key: "" }],
    });
  });
});

describe("ordering", () => {
  test.each([
    ["abcd", 100, "right"],
    ["bcda", 67, "partly"],
    ["acbd", 0, "wrong"],
    ["abdc", 33, "partly"],
    ["cdab", 67, "partly"],
    ["dcba", 0, "wrong"],
    ["ab", 33, "partly"],
    ["a", 0, "wrong"],
    ["", 0, "open"],
    ["xyz", 0, "invalid"],
    ["abab", 0, "invalid"],
    ["axbcd", 0, "invalid"],
  ])("the order %j gives %d: %s", (ids, score, outcome) => {
    expect(order(ids)).toMatchObject({ awarded: score, outcome });
  });

  test("the detail says for every position what stands there, and how many neighbours follow each other rightly", () => {
    expect(order("bcd").detail).toEqual({
      kind: "ordering",
      positions: [
        { item: "b", key: "a", right: false },
        { item: "c", key: "b", right: false },
        { item: "d", key: "c", right: false },
        { item: null, key: "d", right: false },
      ],
      neighbours: { right: 2, all: 3 },
    });
    expect(order("abdc").detail).toMatchObject({ positions: [{ right: true }, { right: true }, { right: false }, {}] });
  });
});

test("an order of one item is open without an answer, too", () => {
  const one: Ordering = { ...ordering, items: labels("a"), key: ["a"] };
  expect(mark(one, { kind: "ordering", order: [] }, [])).toMatchObject({ awarded: 0, outcome: "open" });
});

describe("rulings", () => {
  const wrong = { kind: "single", option: "a" } as const;
  const corrected: Question = { ...single, key: "a" };

  test("a void question has no maximum and no score, whatever was answered", () => {
    for (const response of [null, wrong, { kind: "single", option: "b" } as const]) {
      expect(mark(single, response, [{ kind: "void" }])).toMatchObject({
        awarded: 0,
        possible: 0,
        outcome: "void",
        ruling: "void",
      });
    }
  });

  test("full marks go to everybody, also to those who left it open", () => {
    for (const response of [null, wrong]) {
      expect(mark(single, response, [{ kind: "full-marks" }])).toMatchObject({
        awarded: 100,
        possible: 100,
        outcome: "right",
        ruling: "full-marks",
      });
    }
  });

  test("a corrected key decides instead of the published one", () => {
    const ruling = { kind: "corrected-key", question: corrected } as const;
    expect(mark(single, wrong, [ruling])).toMatchObject({ awarded: 100, outcome: "right", ruling: "corrected-key" });
    expect(mark(single, { kind: "single", option: "b" }, [ruling])).toMatchObject({ awarded: 0, outcome: "wrong" });
  });

  test("the last ruling counts, and the detail follows the last corrected key", () => {
    const correction = { kind: "corrected-key", question: corrected } as const;
    expect(mark(single, wrong, [{ kind: "void" }, correction])).toMatchObject({ awarded: 100, possible: 100 });
    expect(mark(single, wrong, [correction, { kind: "void" }])).toMatchObject({
      awarded: 0,
      possible: 0,
      outcome: "void",
    });
    expect(mark(single, wrong, [correction, { kind: "full-marks" }]).detail).toMatchObject({
      options: [{ key: true }, {}, {}],
    });
    expect(questionAsRuled(single, [correction, { kind: "full-marks" }])).toBe(corrected);
    expect(questionAsRuled(single, [{ kind: "void" }])).toBe(single);
  });
});

describe("answers that no page of ours sends", () => {
  const base = {
    id: "q",
    topic: "dose",
    outcomes: [],
    difficulty: 1,
    lesson: null,
    source: null,
    stem: "?",
    explanation: "",
  } as const;
  const options = ["a", "b"].map((id) => ({ id, text: id, why: "" }));
  const single: Question = { ...base, kind: "single", options, key: "a" };
  const multiple: Question = { ...base, kind: "multiple", options, keys: ["a"], rule: "penalty" };
  const numeric: Question = {
    ...base,
    kind: "numeric",
    key: { value: 5, unit: "mGy", tolerance: { absolute: 0.1 } },
    units: ["mGy"],
    mistakes: [],
  };
  const matching: Question = { ...base, kind: "matching", left: options, right: options, key: { a: "a", b: "b" } };
  const shape = { shape: "ellipse", cx: 5, cy: 5, rx: 2, ry: 2 } as const;
  const hotspot: Question = {
    ...base,
    kind: "hotspot",
    picture: { name: "p", alt: "", width: 10, height: 10 },
    regions: [{ id: "a", area: shape, text: "a", why: "" }],
    keys: ["a"],
  };
  const concordance: Question = {
    ...base,
    kind: "script-concordance",
    hypothesis: "h",
    finding: "f",
    panel: [1, 0, 0, 0, 0],
  };

  test.each<[Question, string]>([
    [single, "{}"],
    [single, '{"option":null}'],
    [single, '{"option":["a"]}'],
    [multiple, '{"options":null}'],
    [multiple, '{"options":"a"}'],
    [multiple, '{"options":[1]}'],
    [numeric, '{"text":5,"unit":"mGy"}'],
    [numeric, '{"text":"5"}'],
    [matching, '{"pairs":null}'],
    [matching, '{"pairs":["a"]}'],
    [matching, '{"pairs":{"a":1}}'],
    [hotspot, '{"points":[[1]],"regions":[]}'],
    [hotspot, '{"points":[["1",2]],"regions":[]}'],
    [hotspot, '{"points":[]}'],
    [concordance, '{"value":"2"}'],
    [concordance, '{"value":0.5}'],
  ])("%o with %s is malformed and earns nothing", (question, json) => {
    const response = { kind: question.kind, ...(JSON.parse(json) as object) } as unknown as Response;
    expect(mark(question, response)).toMatchObject({ awarded: 0, outcome: "invalid", invalid: "malformed" });
  });

  test.each(["__proto__", "constructor", "toString", "hasOwnProperty", ""])(
    "the forged id %o is unknown everywhere",
    (id) => {
      const pairs = JSON.parse(`{${JSON.stringify(id)}:"a"}`) as Record<string, string>;
      for (const [question, response] of [
        [single, { kind: "single", option: id }],
        [multiple, { kind: "multiple", options: ["a", id] }],
        [matching, { kind: "matching", pairs }],
        [matching, { kind: "matching", pairs: { a: id } }],
        [hotspot, { kind: "hotspot", points: [], regions: [id] }],
      ] as const)
        expect(mark(question, response)).toMatchObject({ awarded: 0, outcome: "invalid" });
    },
  );

  test.each(["NaN", "Infinity", "-Infinity", "1e400", "9".repeat(40), "0x5", "5mGy", "5 5 5", "٥"])(
    "the number %s is no right one",
    (text) => {
      expect(mark(numeric, { kind: "numeric", text, unit: "mGy" })).toMatchObject({ awarded: 0, outcome: "wrong" });
    },
  );

  test("a text of millions of signs is too long, in every kind that takes one", () => {
    const text = "a".repeat(5_000_000);
    const typed = { caseSensitive: false, ignoreAccents: false };
    const answers = [{ match: "pattern", text: "a*", share: 100, feedback: "" }] as const;
    const short: Question = { ...base, kind: "short-text", answers, ...typed };
    const cloze: Question = { ...base, kind: "cloze", gaps: [{ kind: "text", id: "g", answers, ...typed }] };
    const essay: Question = { ...base, kind: "essay", rubric: [], minWords: 0, maxWords: 9, model: "" };
    for (const [question, response] of [
      [numeric, { kind: "numeric", text, unit: "mGy" }],
      [numeric, { kind: "numeric", text: "5", unit: text }],
      [short, { kind: "short-text", text }],
      [cloze, { kind: "cloze", gaps: { g: text } }],
      [essay, { kind: "essay", text }],
    ] as const)
      expect(mark(question, response)).toMatchObject({ awarded: 0, outcome: "invalid", invalid: "too-long" });
  });
});
