import type { Question } from "../../quizzes/engine/model";

const base = (id: string) =>
  ({
    id,
    topic: "beam",
    outcomes: ["T-K1"],
    difficulty: 1,
    lesson: "reading",
    source: { cite: "A source", year: 2020, mark: "V" },
    stem: `Stem of ${id}`,
    explanation: `Explanation of ${id}`,
  }) as const;

const option = (id: string) => ({ id, text: `Option ${id}`, why: `Why ${id}` });
const label = (id: string) => ({ id, text: `Label ${id}` });

/** A bank of six questions, one of each kind. */
export const sixQuestions: readonly Question[] = [
  { kind: "single", ...base("one-of-three"), options: [option("a"), option("b"), option("c")], key: "a" },
  {
    kind: "multiple",
    ...base("two-of-four"),
    options: [option("a"), option("b"), option("c"), option("d")],
    keys: ["a", "b"],
    rule: "penalty",
  },
  {
    kind: "true-false",
    ...base("a-statement"),
    key: true,
    why: { true: "Why it holds", false: "Why it holds all the same" },
  },
  {
    kind: "numeric",
    ...base("a-number"),
    key: { value: 420, unit: "mGy·cm", tolerance: { relative: 0.02 } },
    units: ["mGy·cm", "mGy"],
    mistakes: [{ value: 42, unit: "mGy·cm", feedback: "A factor of ten" }],
  },
  {
    kind: "matching",
    ...base("three-pairs"),
    left: [label("l1"), label("l2"), label("l3")],
    right: [label("r1"), label("r2"), label("r3"), label("r4")],
    key: { l1: "r1", l2: "r2", l3: "r3" },
  },
  { kind: "ordering", ...base("three-steps"), items: [label("s1"), label("s2"), label("s3")], key: ["s1", "s2", "s3"] },
];

/** A rating of two steps. */
export const givenRating = (id: string): Question => ({
  kind: "likert",
  ...base(id),
  stem: "How sure",
  scale: [
    { id: "low", text: "Low" },
    { id: "high", text: "High" },
  ],
});
