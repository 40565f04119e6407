import { expect, it } from "vitest";
import { sixQuestions } from "../../tests/support/questions";
import { givenEssayQuestion } from "../../tests/support/given-essay";
import type { Question } from "../../quizzes/engine/model";
import { describeQuestion, type Fields, readProposal } from "./regrade-form.server";

const question = (kind: Question["kind"]): Question => {
  const found = sixQuestions.find((candidate) => candidate.kind === kind);
  if (found === undefined) throw new Error(`No question of the kind ${kind}`);
  return found;
};
const shortText: Question = {
  kind: "short-text",
  id: "a-word",
  topic: "beam",
  outcomes: ["T-K1"],
  difficulty: 1,
  lesson: "reading",
  source: { cite: "A source", year: 2020, mark: "V" },
  stem: "Stem",
  explanation: "Why",
  answers: [
    { match: "text", text: "anode", share: 100, feedback: "" },
    { match: "text", text: "target", share: 50, feedback: "Its name is anode" },
  ],
  caseSensitive: false,
  ignoreAccents: true,
};

const propose = (of: Question, fields: Fields) =>
  readProposal(of, { kind: "corrected-key", explanation: of.explanation, ...fields });
const corrected = (of: Question, fields: Fields) => {
  const proposal = propose(of, fields);
  return proposal.ok ? proposal.question : proposal;
};

it("a form reads the key of each kind that has fields", () => {
  expect(corrected(question("single"), { key: "c" })).toEqual({ ...question("single"), key: "c" });
  expect(corrected(question("multiple"), { key: ["b", "c"] })).toMatchObject({ keys: ["b", "c"] });
  expect(corrected(question("multiple"), { key: "b" })).toMatchObject({ keys: ["b"] });
  expect(corrected(question("true-false"), { key: "false" })).toMatchObject({ key: false });
  expect(corrected(question("matching"), { "pair.l1": "r4", "pair.l2": "r2", "pair.l3": "r3" })).toMatchObject({
    key: { l1: "r4", l2: "r2", l3: "r3" },
  });
  const order = { "position.0": "s2", "position.1": "s1", "position.2": "s3" };
  expect(corrected(question("ordering"), order)).toMatchObject({ key: ["s2", "s1", "s3"] });
});

it("a number is read with comma or point, and a known mistake that is right now is no mistake any more", () => {
  const key = { unit: "mGy·cm", toleranceKind: "percent" };
  expect(corrected(question("numeric"), { ...key, value: "42,0", tolerance: "7" })).toMatchObject({
    key: { value: 42, unit: "mGy·cm", tolerance: { relative: 0.07 } },
    mistakes: [],
  });
  expect(
    corrected(question("numeric"), { ...key, value: "400", tolerance: "5", toleranceKind: "absolute" }),
  ).toMatchObject({ key: { value: 400, tolerance: { absolute: 5 } }, mistakes: [{ value: 42 }] });
  expect(propose(question("numeric"), { ...key, value: "4,2,0", tolerance: "7" })).toMatchObject({
    ok: false,
    reason: "unreadable",
  });
});

it("an accepted text that was there keeps its share and its feedback; a new one earns the whole mark", () => {
  expect(corrected(shortText, { answers: "anode\n\n target \r\nanode plate" })).toMatchObject({
    answers: [
      { text: "anode", share: 100 },
      { text: "target", share: 50, feedback: "Its name is anode" },
      { match: "text", text: "anode plate", share: 100, feedback: "" },
    ],
  });
});

it("a key that breaks the question, asks something else or changes nothing is refused with a reason", () => {
  expect(propose(question("single"), { key: "z" })).toMatchObject({ ok: false, reason: "broken" });
  const twice = { "position.0": "s1", "position.1": "s1", "position.2": "s3" };
  expect(propose(question("ordering"), twice)).toMatchObject({ ok: false, reason: "broken" });
  expect(propose(question("single"), { key: "a" })).toMatchObject({ ok: false, reason: "changes-nothing" });
  const json = (change: object) => ({ corrected: JSON.stringify({ ...question("single"), key: "b", ...change }) });
  expect(propose(question("single"), json({ stem: "Another" }))).toMatchObject({ reason: "asks-something-else" });
  expect(propose(question("single"), json({ id: "another" }))).toMatchObject({ reason: "asks-something-else" });
  expect(propose(question("single"), json({ explanation: "Because" }))).toMatchObject({ ok: true });
  expect(propose(question("single"), { corrected: "{" })).toMatchObject({ reason: "unreadable" });
  expect(readProposal(question("single"), { kind: "full" })).toMatchObject({ ok: false, reason: "kind" });
});

it("a kind without fields shows its question as JSON, of which only the key may change", () => {
  const essay = givenEssayQuestion("an-essay");
  const form = describeQuestion(essay).key;
  expect(form.kind === "json" ? JSON.parse(form.corrected) : null).toEqual(essay);
  const json = (change: object) => ({ corrected: JSON.stringify({ ...essay, ...change }) });
  expect(propose(essay, json({ model: "Another good answer" }))).toMatchObject({ ok: true });
  expect(propose(essay, json({ maxWords: 300 }))).toMatchObject({ reason: "asks-something-else" });
});
