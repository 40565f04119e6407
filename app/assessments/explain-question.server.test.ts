import { expect, test } from "vitest";
import { mark } from "../../quizzes/engine/mark";
import type { Assessment, Question, Response } from "../../quizzes/engine/model";
import { explainQuestion } from "./explain-question.server";
import { numberWriter } from "./write-number";

const base = {
  id: "question",
  topic: "beam",
  outcomes: [],
  difficulty: 1,
  lesson: null,
  source: null,
  stem: "Stem",
  explanation: "",
} as const;
const write = numberWriter("de");
const words = { true: "True", false: "False" };

function explain(question: Question, response: Response | null, assessment: Assessment | null = null) {
  const marked = mark(question, response, [], assessment);
  return explainQuestion({ question, mark: marked, optionOrder: [], words, write, certainty: response?.certainty });
}

const text = (said: string, share: number, feedback = "", match: "text" | "pattern" = "text") =>
  ({ match, text: said, share, feedback }) as const;

test("a short text names what is right, never a pattern, and what its own text misses", () => {
  const question: Question = {
    ...base,
    kind: "short-text",
    caseSensitive: false,
    ignoreAccents: true,
    answers: [text("DLP", 100), text("dose.*", 100, "", "pattern"), text("CTDI", 50, "Times the *length*")],
  };
  expect(explain(question, { kind: "short-text", text: "CTDI" })).toMatchObject({
    outcome: "partly",
    typed: { typed: "CTDI", feedback: "Times the <em>length</em>", accepted: ["DLP"] },
  });
  expect(explain(question, null)).toMatchObject({ outcome: "open", typed: { typed: null, accepted: ["DLP"] } });
});

test("a cloze shows each gap under its number, what was typed as text", () => {
  const question: Question = {
    ...base,
    kind: "cloze",
    stem: "A [[one]] and a [[two]]",
    gaps: [
      { kind: "text", id: "one", caseSensitive: false, ignoreAccents: false, answers: [text("median", 100)] },
      { kind: "number", id: "two", key: { value: 2.5, unit: "%", tolerance: { absolute: 0.1 } }, mistakes: [] },
    ],
  };
  const explained = explain(question, { kind: "cloze", gaps: { one: "<b>mean</b>" } });
  expect(explained.stem).toBe("A <strong>[1]</strong> and a <strong>[2]</strong>");
  expect(explained.gaps).toMatchObject([
    { given: "&lt;b&gt;mean&lt;/b&gt;", key: "median", outcome: "wrong" },
    { given: null, key: "2,5 %", outcome: "open" },
  ]);
});

test("a script concordance question shows what the panel said and what each answer earns", () => {
  const question: Question = {
    ...base,
    kind: "script-concordance",
    hypothesis: "a leak",
    finding: "a spot",
    panel: [0, 0, 1, 4, 10],
  };
  const { panel } = explain(question, { kind: "script-concordance", value: 1 });
  expect(panel).toMatchObject({ picked: 1, hypothesis: "a leak" });
  expect(panel?.votes.map(({ count, share }) => [count, share])).toEqual([
    [0, 0],
    [0, 0],
    [1, 10],
    [4, 40],
    [10, 100],
  ]);
});

test("a rating has no marks", () => {
  const question: Question = {
    ...base,
    kind: "likert",
    scale: [
      { id: "s1", text: "Not" },
      { id: "s2", text: "Very" },
    ],
  };
  expect(explain(question, { kind: "likert", option: "s2" })).toMatchObject({
    outcome: "unmarked",
    max: 0,
    rating: [
      { text: "Not", isPicked: false },
      { text: "Very", isPicked: true },
    ],
  });
});

test("an essay waits for its marker, then shows the levels reached and the comment", () => {
  const levels = [
    { id: "no", text: "Missing", points: 0 },
    { id: "yes", text: "There", points: 2 },
  ];
  const question: Question = {
    ...base,
    kind: "essay",
    rubric: [{ id: "c1", text: "Names it", levels }],
    minWords: 1,
    maxWords: 9,
    model: "A *good* one",
  };
  const response = { kind: "essay", text: "Two words" } as const;
  expect(explain(question, response)).toMatchObject({
    outcome: "pending",
    essay: { isPending: true, words: 2, criteria: [{ level: null }], model: "A <em>good</em> one" },
  });
  expect(explain(question, response, { levels: { c1: "yes" }, comment: "Well done" })).toMatchObject({
    outcome: "right",
    essay: { isPending: false, criteria: [{ level: "There", points: 2, most: 2 }], comment: "Well done" },
  });
});

test("marks are weighed, and how sure the learner was is told", () => {
  const question: Question = { ...base, kind: "true-false", key: true, why: { true: "", false: "" } };
  const response = { kind: "true-false", value: true, certainty: 3 } as const;
  const marked = mark(question, response);
  expect(
    explainQuestion({ question, mark: marked, optionOrder: [], weight: 4, certainty: 3, words, write }),
  ).toMatchObject({
    score: 400,
    max: 400,
    certainty: 3,
  });
});
