import { expect } from "vitest";
import type { Question } from "../../quizzes/engine/model";
import { dbTest } from "../../tests/support/db-test";
import { givenSitting, rightAnswers } from "../../tests/support/given-sitting";
import { sixQuestions } from "../../tests/support/questions";
import { plainText, presentSitting } from "./present-sitting.server";
import { findSitting } from "./sitting-store.server";

const secret = "secret-of-the-other-bank";

/** The same question to a learner who has not handed in, and another one in everything that is secret. */
function withOtherSecrets(question: Question): Question {
  const said = {
    explanation: secret,
    topic: secret,
    outcomes: ["T-S9"],
    difficulty: 3,
    lesson: secret,
    source: { cite: secret, year: 1999, mark: "M" },
  } as const;
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the questions of these tests are of six kinds
  switch (question.kind) {
    case "single":
      return {
        ...question,
        ...said,
        key: "c",
        options: question.options.map((option) => ({ ...option, why: secret })),
      };
    case "multiple":
      return {
        ...question,
        ...said,
        keys: ["c", "d"],
        options: question.options.map((option) => ({ ...option, why: secret })),
      };
    case "true-false":
      return { ...question, ...said, key: false, why: { true: secret, false: secret } };
    case "numeric":
      return {
        ...question,
        ...said,
        key: { value: 7, unit: "mGy", tolerance: { absolute: 1 } },
        mistakes: [{ value: 70, unit: "mGy", feedback: secret }],
      };
    case "matching":
      return { ...question, ...said, key: { l1: "r4", l2: "r3", l3: "r1" } };
    case "ordering":
      return { ...question, ...said, key: ["s3", "s1", "s2"] };
    default:
      throw new Error(`The six questions hold no ${question.kind}`);
  }
}

dbTest("two banks that differ only in keys and explanations are presented alike, byte for byte", async (context) => {
  const mine = await givenSitting(context);
  const other = await givenSitting(context, { questions: sixQuestions.map(withOtherSecrets) });
  for (const given of [mine, other]) {
    await given.answer("one-of-three", rightAnswers["one-of-three"]);
    await given.answer("a-number", rightAnswers["a-number"]);
  }
  const shown = presentSitting(await mine.sitting());
  const { items: placed } = (await mine.sitting()).paper;
  // The same order on both sides: the seed is chance, and chance is not what is compared.
  const paper = {
    items: placed.map((item) => ({ ...item, revisionId: other.edition.revisionIds[item.questionId] ?? "" })),
  };
  const shownOfOther = presentSitting({ ...(await other.sitting()), paper });
  expect(JSON.stringify(shownOfOther)).toBe(JSON.stringify(shown));
  expect(shown.items.map(({ question }) => question.kind).sort()).toEqual([
    "matching",
    "multiple",
    "numeric",
    "ordering",
    "single",
    "true-false",
  ]);
});

dbTest("what is presented holds no key, no reason and no source", async (context) => {
  const given = await givenSitting(context);
  const shown = JSON.stringify(presentSitting(await given.sitting()));
  for (const word of ["Why", "Explanation", "A source", "A factor of ten", "420", "key", "T-K1", "difficulty"]) {
    expect(shown).not.toContain(word);
  }
});

dbTest("texts are translated, missing ones stay in the question's own language", async (context) => {
  const text = { stem: "Stamm", explanation: secret, options: { a: { text: "Wahl a", why: secret } } };
  const quiz = { fixed: ["one-of-three", "a-statement"] };
  const given = await givenSitting(context, { quiz, texts: { "one-of-three": text } });
  const { items } = presentSitting(await given.sitting());
  expect(items.map(({ question }) => question)).toEqual([
    {
      kind: "single",
      id: "one-of-three",
      stem: "Stamm",
      options: [
        { id: "a", text: "Wahl a" },
        { id: "b", text: "Option b" },
        { id: "c", text: "Option c" },
      ],
    },
    { kind: "true-false", id: "a-statement", stem: "Stem of a-statement" },
  ]);
  expect(JSON.stringify(items)).not.toContain(secret);
});

dbTest("a sitting is found by its own person only", async (context) => {
  const given = await givenSitting(context);
  const where = { subject: given.subject, number: 1 };
  expect(findSitting({ personId: given.personId, ...where })).toMatchObject({ id: given.sittingId });
  const stranger = await context.given.person();
  expect(findSitting({ personId: stranger.id, ...where })).toBeNull();
  expect(
    findSitting({ personId: given.personId, subject: { kind: "lesson", ref: given.subject.ref }, number: 1 }),
  ).toBeNull();
});

dbTest("labels of list boxes are plain text, formulas with their symbols only", () => {
  expect(plainText("<strong>A</strong> &amp; B &lt; C")).toBe("A & B < C");
  expect(
    plainText(
      '<math><semantics><mi>µ</mi><annotation encoding="application/x-tex">\\mu</annotation></semantics></math>',
    ),
  ).toBe("µ");
  expect(plainText("&amp;lt;")).toBe("&lt;");
});
