import { expect, test } from "vitest";
import type { Hotspot, Labelling, Response } from "../../quizzes/engine/model";
import { mark } from "../../quizzes/engine/mark";
import { explainPicture } from "./explain-picture.server";

const base = {
  topic: "t",
  outcomes: [],
  difficulty: 1,
  lesson: null,
  source: null,
  stem: "Point at it",
  explanation: "",
} as const;
const picture = { name: `${"0".repeat(64)}.png`, alt: "A chest radiograph", width: 100, height: 100 };
const circle = (cx: number, cy: number) => ({ shape: "ellipse", cx, cy, rx: 10, ry: 10 }) as const;

const hotspot: Hotspot = {
  ...base,
  id: "point",
  kind: "hotspot",
  picture,
  regions: [
    { id: "tube", area: circle(20, 20), text: "Tube *tip*", why: "It ends here" },
    { id: "line", area: circle(80, 80), text: "Line", why: "" },
    { id: "clip", area: circle(20, 80), text: "Clip", why: "A clip" },
    { id: "none", area: circle(80, 20), text: "Nothing", why: "" },
  ],
  keys: ["tube", "line"],
};
const explained = (response: Response | null) => explainPicture(hotspot, mark(hotspot, response, []).detail);

test("right areas and picked areas are shown, others are not", () => {
  expect(explained({ kind: "hotspot", points: [[21, 21]], regions: ["clip"] })).toMatchObject({
    kind: "hotspot",
    areas: [
      { id: "tube", text: "Tube <em>tip</em>", why: "It ends here", isKey: true, isPicked: true },
      { id: "line", isKey: true, isPicked: false },
      { id: "clip", isKey: false, isPicked: true },
    ],
    points: [{ x: 21, y: 21, isRight: true, area: "tube" }],
  });
});

test("a marker in a wrong area or in none is wrong", () => {
  const points = [
    [50, 50],
    [20, 80],
  ] as const;
  expect(explained({ kind: "hotspot", points, regions: [] })).toMatchObject({
    points: [
      { x: 50, y: 50, isRight: false, area: null },
      { x: 20, y: 80, isRight: false, area: "clip" },
    ],
  });
});

test("a question that was left open shows its right areas and no markers", () => {
  expect(explained(null)).toMatchObject({ areas: [{ id: "tube" }, { id: "line" }], points: [] });
});

test("each place of a labelled picture has the right label and the learner's", () => {
  const labelling: Labelling = {
    ...base,
    id: "label",
    kind: "labelling",
    picture,
    places: [
      { id: "p1", x: 10, y: 10 },
      { id: "p2", x: 90, y: 10 },
    ],
    labels: [
      { id: "a", text: "Anode < 5 mm" },
      { id: "b", text: "Cathode" },
      { id: "c", text: "Filter" },
    ],
    key: { p1: "a", p2: "b" },
  };
  const response = { kind: "labelling", placed: { p1: "a", p2: "c" } } as const;
  expect(explainPicture(labelling, mark(labelling, response, []).detail)).toMatchObject({
    kind: "labelling",
    places: [
      { id: "p1", x: 10, keyText: "Anode < 5 mm", isRight: true },
      { id: "p2", picked: "Filter", key: "Cathode", isRight: false },
    ],
  });
  expect(explainPicture(labelling, mark(labelling, null, []).detail)).toMatchObject({ places: [{ picked: null }, {}] });
});

test("other kinds have no picture", () => {
  const question = { ...base, id: "tf", kind: "true-false", key: true, why: { true: "", false: "" } } as const;
  expect(explainPicture(question, mark(question, null, []).detail)).toBeNull();
});
