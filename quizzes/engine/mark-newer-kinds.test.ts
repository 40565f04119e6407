import { describe, expect, test } from "vitest";
import { mark } from "./mark";
import type { Cloze, Essay, Hotspot, Labelling, Likert, Numeric, ScriptConcordance, ShortText } from "./model";

const base = {
  id: "q",
  topic: "dose",
  outcomes: [],
  difficulty: 1,
  lesson: null,
  source: null,
  stem: "Which?",
  explanation: "",
} as const;
const accepted = (text: string, share = 100, match: "text" | "pattern" = "text") => ({
  match,
  text,
  share,
  feedback: "",
});

describe("short text", () => {
  const question: ShortText = {
    ...base,
    kind: "short-text",
    answers: [accepted("lead glass"), accepted("(lead|leaded)\\s?.*", 50, "pattern"), accepted("steel", 0)],
    caseSensitive: false,
    ignoreAccents: true,
  };
  test.each([
    [" Lead  Glass ", 100, "right", 0],
    ["leaded window", 50, "partly", 1],
    ["steel", 0, "wrong", 2],
    ["wood", 0, "wrong", null],
    ["  ", 0, "open", null],
  ])("%j earns %d: %s", (text, awarded, outcome, answer) => {
    const marked = mark(question, { kind: "short-text", text });
    expect(marked).toMatchObject({ awarded, outcome, detail: { kind: "short-text", typed: text, answer } });
  });

  test("a text without end is invalid", () => {
    expect(mark(question, { kind: "short-text", text: "x".repeat(501) })).toMatchObject({ invalid: "too-long" });
  });
});

test("a known mistake earns its share, within its own tolerance", () => {
  const question: Numeric = {
    ...base,
    kind: "numeric",
    key: { value: 100, unit: "mGy", tolerance: { absolute: 1 } },
    units: ["mGy"],
    mistakes: [
      { value: 100, unit: "mGy", feedback: "nearly", share: 60, tolerance: { absolute: 10 } },
      { value: 200, unit: "mGy", feedback: "double" },
    ],
  };
  const typed = (text: string) => mark(question, { kind: "numeric", text, unit: "mGy" });
  expect(typed("101")).toMatchObject({ awarded: 100 });
  expect(typed("108")).toMatchObject({ awarded: 60, outcome: "partly", detail: { mistake: 0 } });
  expect(typed("111")).toMatchObject({ awarded: 0, detail: { mistake: null } });
  expect(typed("200.5")).toMatchObject({ awarded: 0, detail: { mistake: 1 } });
});

describe("cloze", () => {
  const options = ["x", "y", "z"].map((id) => ({ id, text: id, why: "", ...(id === "y" ? { share: 50 } : {}) }));
  const question: Cloze = {
    ...base,
    kind: "cloze",
    stem: "[[a]] [[b]] [[c]]",
    gaps: [
      { kind: "choice", id: "a", options, key: "x", weight: 2 },
      { kind: "text", id: "b", answers: [accepted("lead")], caseSensitive: false, ignoreAccents: false },
      {
        kind: "number",
        id: "c",
        key: { value: 5, unit: "mGy", tolerance: { absolute: 0.5 } },
        mistakes: [{ value: 50, unit: "mGy", feedback: "", share: 20 }],
      },
    ],
  };
  test.each([
    [{ a: "x", b: "Lead", c: "5,2" }, 100, "right"],
    [{ a: "x" }, 50, "partly"],
    [{ a: "y", c: "50" }, 30, "partly"],
    [{ a: "z", b: "tin" }, 0, "wrong"],
    [{ a: "", b: " " }, 0, "open"],
    [{}, 0, "open"],
  ])("%j earns %d: %s", (gaps, awarded, outcome) => {
    expect(mark(question, { kind: "cloze", gaps })).toMatchObject({ awarded, outcome });
  });

  test("unknown gaps and options are invalid, and so is a text without end", () => {
    const invalid = (gaps: Record<string, string>) => mark(question, { kind: "cloze", gaps }).invalid;
    expect(invalid({ d: "x" })).toBe("unknown-id");
    expect(invalid({ a: "q" })).toBe("unknown-id");
    expect(invalid({ constructor: "x" })).toBe("unknown-id");
    expect(invalid({ b: "x".repeat(501) })).toBe("too-long");
  });

  test("the detail says what each gap earned", () => {
    expect(mark(question, { kind: "cloze", gaps: { a: "y", c: "7" } }).detail).toMatchObject({
      gaps: [
        {
          kind: "choice",
          id: "a",
          weight: 2,
          awarded: 50,
          options: [{ picked: false, key: true }, { picked: true }, {}],
        },
        { kind: "text", id: "b", weight: 1, awarded: 0, typed: null, answer: null },
        { kind: "number", id: "c", weight: 1, awarded: 0, number: { status: "out-of-tolerance", value: 7 } },
      ],
    });
  });
});

describe("hotspot", () => {
  const circle = (id: string, cx: number) => ({
    id,
    text: id,
    why: "",
    area: { shape: "ellipse", cx, cy: 50, rx: 10, ry: 10 } as const,
  });
  const question: Hotspot = {
    ...base,
    kind: "hotspot",
    picture: { name: "0.png", alt: "", width: 200, height: 100 },
    regions: [circle("a", 20), circle("b", 60), circle("c", 100), circle("d", 140)],
    keys: ["a", "b"],
  };
  const at = (points: readonly (readonly [number, number])[], regions: readonly string[] = [], asked = question) =>
    mark(asked, { kind: "hotspot", points, regions });

  test.each([
    [
      [
        [20, 50],
        [60, 50],
      ],
      [],
      100,
      "right",
    ],
    [[[20, 50]], ["b"], 100, "right"],
    [[], ["a", "b"], 100, "right"],
    [[[20, 50]], [], 50, "partly"],
    [
      [
        [20, 50],
        [25, 52],
      ],
      [],
      50,
      "partly",
    ],
    [
      [
        [20, 50],
        [100, 50],
      ],
      [],
      0,
      "wrong",
    ],
    [
      [
        [20, 50],
        [199, 99],
      ],
      [],
      0,
      "wrong",
    ],
    [[], ["c", "d"], 0, "wrong"],
    [[], [], 0, "open"],
  ] as const)("points %j and names %j earn %d: %s", (points, regions, awarded, outcome) => {
    expect(at(points, regions)).toMatchObject({ awarded, outcome, invalid: null });
  });

  test.each([
    [
      [
        [20, 50],
        [60, 50],
        [100, 50],
      ],
      [],
      "too-many",
    ],
    [[[20, 50]], ["a", "b"], "too-many"],
    [[[201, 50]], [], "outside-picture"],
    [[[20, -1]], [], "outside-picture"],
    [[[NaN, 1]], [], "outside-picture"],
    [[], ["x"], "unknown-id"],
    [[], ["a", "a"], "repeated-id"],
  ] as const)("points %j and names %j are invalid: %s", (points, regions, invalid) => {
    expect(at(points, regions)).toMatchObject({ awarded: 0, outcome: "invalid", invalid });
  });

  test("names can be picked only where they are listed", () => {
    const bare = { ...question, regions: question.regions.slice(0, 3) };
    expect(at([], ["a"], bare)).toMatchObject({ invalid: "unknown-id" });
    expect(at([[20, 50]], [], bare)).toMatchObject({ awarded: 50 });
  });

  test("the detail says which region each point hit; where regions overlap, a target goes first", () => {
    expect(
      at([
        [20, 50],
        [190, 5],
      ]).detail,
    ).toMatchObject({
      points: [
        { x: 20, y: 50, region: "a" },
        { x: 190, y: 5, region: null },
      ],
      regions: [{ id: "a", picked: true, key: true }, {}, {}, {}],
    });
    const overlapping = { ...question, regions: [circle("d", 20), ...question.regions.slice(0, 3)] };
    expect(at([[20, 50]], [], overlapping)).toMatchObject({ awarded: 50 });
  });
});

describe("labelling", () => {
  const labels = ["x", "y", "z"].map((id) => ({ id, text: id }));
  const question: Labelling = {
    ...base,
    kind: "labelling",
    picture: { name: "0.png", alt: "", width: 200, height: 100 },
    places: [
      { id: "p", x: 1, y: 1 },
      { id: "q", x: 9, y: 9 },
    ],
    labels,
    key: { p: "x", q: "y" },
  };
  test.each([
    [{ p: "x", q: "y" }, 100, "right"],
    [{ p: "x", q: "z" }, 50, "partly"],
    [{ p: "x" }, 50, "partly"],
    [{ p: "y", q: "x" }, 0, "wrong"],
    [{}, 0, "open"],
  ])("%j earns %d: %s", (placed, awarded, outcome) => {
    expect(mark(question, { kind: "labelling", placed })).toMatchObject({
      awarded,
      outcome,
    });
  });

  test("unknown places and labels are invalid", () => {
    expect(mark(question, { kind: "labelling", placed: { r: "x" } }).invalid).toBe("unknown-id");
    expect(mark(question, { kind: "labelling", placed: { p: "w" } }).invalid).toBe("unknown-id");
  });
});

describe("script concordance", () => {
  const question: ScriptConcordance = {
    ...base,
    kind: "script-concordance",
    hypothesis: "h",
    finding: "f",
    panel: [0, 1, 2, 6, 1],
  };
  test.each([
    [-2, 0, "wrong"],
    [-1, 17, "partly"],
    [0, 33, "partly"],
    [1, 100, "right"],
    [2, 17, "partly"],
  ] as const)("%d earns %d, its votes over the most votes: %s", (value, awarded, outcome) => {
    expect(mark(question, { kind: "script-concordance", value })).toMatchObject({
      awarded,
      outcome,
      detail: { picked: value, shares: [0, 17, 33, 100, 17] },
    });
  });

  test("a value outside the scale is invalid, and a panel without votes gives nothing", () => {
    // A forged answer: the types forbid it.
    const forged = { kind: "script-concordance", value: 7 as 2 } as const;
    expect(mark(question, forged).invalid).toBe("unknown-id");
    expect(mark({ ...question, panel: [0, 0, 0, 0, 0] }, { kind: "script-concordance", value: 0 }).awarded).toBe(0);
  });
});

test("a rating is unmarked, and open until it is given", () => {
  const question: Likert = {
    ...base,
    kind: "likert",
    scale: [
      { id: "low", text: "low" },
      { id: "high", text: "high" },
    ],
  };
  expect(mark(question, { kind: "likert", option: "low" })).toMatchObject({
    awarded: 0,
    possible: 0,
    outcome: "unmarked",
    detail: { picked: "low" },
  });
  expect(mark(question, null)).toMatchObject({ possible: 0, outcome: "open" });
  expect(mark(question, { kind: "likert", option: "x" })).toMatchObject({ possible: 0, outcome: "invalid" });
  expect(mark(question, null, [{ kind: "full-marks" }])).toMatchObject({ awarded: 0, possible: 0 });
});

describe("essay", () => {
  const levels = (most: number) => [
    { id: "none", text: "", points: 0 },
    { id: "some", text: "", points: 1 },
    { id: "all", text: "", points: most },
  ];
  const question: Essay = {
    ...base,
    kind: "essay",
    rubric: [
      { id: "a", text: "a", levels: levels(2) },
      { id: "b", text: "b", levels: levels(4) },
    ],
    minWords: 2,
    maxWords: 100,
    model: "",
  };
  const essay = { kind: "essay", text: "It is justified." } as const;
  const given = (a: string, b: string) => mark(question, essay, [], { levels: { a, b }, comment: "good" });

  test("waits for its marker, and then earns the points of its levels", () => {
    expect(mark(question, essay)).toMatchObject({
      awarded: 0,
      possible: 100,
      outcome: "pending",
      detail: { words: 3 },
    });
    expect(given("all", "all")).toMatchObject({ awarded: 100, outcome: "right" });
    expect(given("some", "all")).toMatchObject({ awarded: 83, outcome: "partly", detail: { comment: "good" } });
    expect(given("none", "none")).toMatchObject({ awarded: 0, outcome: "wrong" });
  });

  test("is pending while a criterion lacks a level, and open without a word", () => {
    expect(mark(question, essay, [], { levels: { a: "all" }, comment: "" })).toMatchObject({ outcome: "pending" });
    expect(given("all", "unknown")).toMatchObject({ awarded: 0, outcome: "pending" });
    expect(
      mark(question, { kind: "essay", text: " \n" }, [], { levels: { a: "all", b: "all" }, comment: "" }),
    ).toMatchObject({
      awarded: 0,
      outcome: "open",
    });
    expect(mark(question, essay, [{ kind: "full-marks" }])).toMatchObject({ awarded: 100, outcome: "right" });
    expect(mark(question, { kind: "essay", text: "x".repeat(40_001) })).toMatchObject({ invalid: "too-long" });
  });

  test("the detail says what each criterion got", () => {
    expect(given("some", "all").detail).toMatchObject({
      criteria: [
        { id: "a", level: "some", points: 1, most: 2 },
        { id: "b", level: "all", points: 4, most: 4 },
      ],
    });
  });
});
