import fc from "fast-check";
import { expect } from "vitest";
import { arbitrary } from "../../quizzes/arbitrary-question";
import { keyResponse } from "../../quizzes/arbitrary-response";
import { otherSecrets } from "../../quizzes/arbitrary-twin";
import { asked } from "../../quizzes/engine/calculated";
import type { Question } from "../../quizzes/engine/model";
import { dbTest } from "../../tests/support/db-test";
import { givenSitting } from "../../tests/support/given-sitting";
import { plainText, presentSitting } from "./present-sitting.server";
import { findSitting } from "./sitting-store.server";

const secret = "secret-of-the-other-bank";

/** Three questions of each kind, and for each another one that looks the same to a learner who has not handed in. */
function givenTwins(): { own: Question; twin: Question }[] {
  return Object.entries(arbitrary).flatMap(([kind, questions], at) =>
    fc.sample<Question>(questions, { numRuns: 3, seed: 40 + at }).map((sampled, i) => {
      const own = { ...sampled, id: `${kind}-${String(i)}` };
      const [twin = own] = fc.sample(otherSecrets(own), { numRuns: 1, seed: 80 + i });
      return { own, twin };
    }),
  );
}

dbTest("two banks that differ only in keys and explanations are presented alike, byte for byte", async (context) => {
  const twins = givenTwins();
  const quiz = { fixed: twins.map(({ own }) => own.id) };
  const mine = await givenSitting(context, { quiz, questions: twins.map(({ own }) => own) });
  const other = await givenSitting(context, { quiz, questions: twins.map(({ twin }) => twin) });
  const { items: placed } = (await mine.sitting()).paper;
  // The same order and numbers on both sides: the seed is chance, and chance is not what is compared.
  const paper = {
    items: placed.map((item) => ({ ...item, revisionId: other.edition.revisionIds[item.questionId] ?? "" })),
  };
  for (const { own } of twins.slice(0, 20)) {
    const values = placed.find(({ questionId }) => questionId === own.id)?.values;
    for (const given of [mine, other]) await given.answer(own.id, keyResponse(asked(own, values)));
  }
  const shown = presentSitting(await mine.sitting());
  const shownOfOther = presentSitting({ ...(await other.sitting()), paper });
  expect(JSON.stringify(shownOfOther)).toBe(JSON.stringify(shown));
  expect(shown.items.some(({ response }) => response !== null)).toBe(true);
  // A calculated question is asked as a numeric one.
  const kinds = new Set(shown.items.map(({ question }) => question.kind));
  expect([...kinds, "calculated"].sort()).toEqual(Object.keys(arbitrary).sort());
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
