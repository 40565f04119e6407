import { expect, it } from "vitest";
import type { Question } from "../../../quizzes/engine/model";
import { sixQuestions } from "../../../tests/support/questions";
import { afterRowButton, formOf, questionOf } from "./question-form";

const base = { topic: "beam", outcomes: [], difficulty: 2, lesson: null, source: null, explanation: "" } as const;
const picture = {
  name: `${"0".repeat(64)}.png`,
  alt: "A film | with a bar",
  width: 200,
  height: 100,
  window: { center: 40, width: 400 },
} as const;
const accepted = [
  { match: "text", text: "dose", share: 100, feedback: "" },
  { match: "pattern", text: "(kerma|dose).?", share: 50, feedback: "Half" },
] as const;
const share = { relative: 0.05 } as const;

/** One of each kind that the six questions lack. */
const otherKinds: readonly Question[] = [
  {
    kind: "short-text",
    ...base,
    id: "a-text",
    professions: ["radiographer"],
    stem: "Say it",
    answers: accepted,
    caseSensitive: true,
    ignoreAccents: false,
  },
  {
    kind: "calculated",
    ...base,
    id: "a-formula",
    stem: "{a} mGy over {b} cm",
    variables: [
      { name: "a", min: 1, max: 9, decimals: 1 },
      { name: "b", min: 10, max: 50, decimals: 0 },
    ],
    rows: [[1.5, 20]],
    formula: "a * b",
    unit: "mGy·cm",
    decimals: 1,
    tolerance: { absolute: 0.5 },
    units: ["mGy·cm", "mGy"],
    mistakes: [{ formula: "a + b", unit: "mGy·cm", feedback: "A sum | not a product", share: 10 }],
  },
  {
    kind: "cloze",
    ...base,
    id: "gaps",
    stem: "A [[one]] b [[two]] c [[three]]",
    gaps: [
      {
        kind: "choice",
        id: "one",
        weight: 2,
        options: [
          { id: "a", text: "yes", why: "" },
          { id: "b", text: "no", why: "Because\nof two lines", share: -50 },
        ],
        key: "a",
      },
      { kind: "text", id: "two", answers: accepted, caseSensitive: false, ignoreAccents: true },
      {
        kind: "number",
        id: "three",
        key: { value: 5, unit: "mGy", tolerance: share },
        mistakes: [{ value: 50, unit: "mGy", feedback: "Ten times", tolerance: share }],
      },
    ],
  },
  {
    kind: "hotspot",
    ...base,
    id: "areas",
    stem: "Where?",
    picture,
    regions: [
      {
        id: "r1",
        text: "Lung",
        why: "",
        area: {
          shape: "polygon",
          points: [
            [1, 1],
            [9, 1],
            [5, 9.5],
          ],
        },
      },
      { id: "r2", text: "Heart", why: "It beats", area: { shape: "ellipse", cx: 100, cy: 50, rx: 10, ry: 5 } },
    ],
    keys: ["r1"],
  },
  {
    kind: "labelling",
    ...base,
    id: "labels",
    stem: "Name",
    picture,
    places: [
      { id: "p1", x: 10, y: 20 },
      { id: "p2", x: 30, y: 40 },
    ],
    labels: [
      { id: "a", text: "Lung" },
      { id: "b", text: "Heart" },
      { id: "c", text: "Liver" },
    ],
    key: { p1: "a", p2: "b" },
  },
  {
    kind: "script-concordance",
    ...base,
    id: "panel",
    stem: "A case",
    hypothesis: "This",
    finding: "That",
    panel: [0, 1, 5, 3, 1],
  },
  {
    kind: "likert",
    ...base,
    id: "scale",
    stem: "How?",
    scale: [
      { id: "a", text: "Ill" },
      { id: "b", text: "Well" },
    ],
  },
  {
    kind: "essay",
    ...base,
    id: "essay",
    stem: "Write",
    rubric: [
      {
        id: "c1",
        text: "Reason",
        levels: [
          { id: "l0", text: "None", points: 0 },
          { id: "l1", text: "Good", points: 3 },
        ],
      },
    ],
    minWords: 10,
    maxWords: 100,
    model: "Like\n\nthis",
  },
];

it.each([...sixQuestions, ...otherKinds].map((question) => [question.kind, question] as const))(
  "gives back a %s question from its own form unchanged",
  (kind, question) => {
    expect(questionOf(kind, question.id, formOf(question))).toEqual({ ok: true, question });
  },
);

it("keeps the ids of options when one is added, moved and removed", () => {
  const [single] = sixQuestions;
  if (single?.kind !== "single") throw new Error("no single choice");
  const added = afterRowButton("single", formOf(single), "options:add") ?? {};
  const typed = { ...added, "options.3.text": "A fourth" };
  const moved = afterRowButton("single", typed, "options:up:3") ?? {};
  const removed = afterRowButton("single", moved, "options:remove:1") ?? {};
  const read = questionOf("single", single.id, removed);
  expect(read).toMatchObject({
    ok: true,
    question: { key: "a", options: [{ id: "a" }, { text: "A fourth" }, { id: "c" }] },
  });
});

it("says what is wrong beside the field in which it was typed", () => {
  const [single] = sixQuestions;
  if (single === undefined) throw new Error("no question");
  const typed = { ...formOf(single), stem: "", "options.0.right": "", year: "soon" };
  const read = questionOf("single", single.id, typed);
  const faults = read.ok ? [] : read.faults.map(({ field, code }) => `${field} ${code}`);
  expect(faults.sort()).toEqual(["key value", "stem empty", "year number"]);
});
