import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryQuestion, arbitraryText, idsOf, otherSecrets } from "../arbitrary-question";
import type { Question } from "./model";
import { present } from "./present";

const secret = {
  topic: "topic-secret",
  outcomes: ["SECRET-K1"],
  difficulty: 3,
  lesson: "lesson-secret",
  source: { cite: "cite secret", year: 2020, mark: "V" },
  explanation: "explanation secret",
} as const;
const base = { id: "q", stem: "Which?", ...secret };
const options = ["a", "b", "c"].map((id) => ({ id, text: `text ${id}`, why: `why secret ${id}` }));
const labels = (ids: string) => Array.from(ids).map((id) => ({ id, text: `text ${id}` }));

const questions: Record<Question["kind"], Question> = {
  single: { ...base, kind: "single", options, key: "b" },
  multiple: { ...base, kind: "multiple", options, keys: ["a", "b"], rule: "penalty" },
  "true-false": { ...base, kind: "true-false", key: true, why: { true: "secret", false: "secret" } },
  numeric: {
    ...base,
    kind: "numeric",
    key: { value: 306, unit: "mGy·cm", tolerance: { relative: 0.02 } },
    units: ["mGy·cm", "mGy", "Gy·cm²", "mGy"],
    mistakes: [{ value: 3060, unit: "mGy·cm", feedback: "secret" }],
  },
  matching: { ...base, kind: "matching", left: labels("ab"), right: labels("xyz"), key: { a: "x", b: "y" } },
  ordering: { ...base, kind: "ordering", items: labels("abc"), key: ["c", "a", "b"] },
};

describe("presenting", () => {
  test("options come in the order of the paper, with text and nothing else", () => {
    expect(present(questions.single, null, ["c", "a", "b"])).toEqual({
      kind: "single",
      id: "q",
      stem: "Which?",
      options: [
        { id: "c", text: "text c" },
        { id: "a", text: "text a" },
        { id: "b", text: "text b" },
      ],
    });
    expect(present(questions.multiple, null, ["b", "c", "a"])).toEqual({
      kind: "multiple",
      id: "q",
      stem: "Which?",
      rule: "penalty",
      options: [
        { id: "b", text: "text b" },
        { id: "c", text: "text c" },
        { id: "a", text: "text a" },
      ],
    });
  });

  test("a statement is only its stem", () => {
    expect(present(questions["true-false"], null, [])).toEqual({ kind: "true-false", id: "q", stem: "Which?" });
  });

  test("units are sorted, so that the author's first choice says nothing", () => {
    expect(present(questions.numeric, null, [])).toEqual({
      kind: "numeric",
      id: "q",
      stem: "Which?",
      units: ["Gy·cm²", "mGy", "mGy·cm"],
    });
  });

  test("the right side of a matching question and the items of an order follow the paper", () => {
    expect(present(questions.matching, null, ["z", "x", "y"])).toEqual({
      kind: "matching",
      id: "q",
      stem: "Which?",
      left: labels("ab"),
      right: labels("zxy"),
    });
    expect(present(questions.ordering, null, ["b", "a", "c"])).toEqual({
      kind: "ordering",
      id: "q",
      stem: "Which?",
      items: labels("bac"),
    });
  });
});

describe("what is presented", () => {
  test("texts come from the translation", () => {
    const text = { stem: "Welche?", explanation: "geheim", options: { a: { text: "eins", why: "geheim" } } };
    const shown = present(questions.single, text, ["a", "b", "c"]);
    expect(shown).toMatchObject({ stem: "Welche?", options: [{ id: "a", text: "eins" }, { text: "text b" }, {}] });
    expect(JSON.stringify(shown)).not.toContain("geheim");
  });

  test("no word of key, reasons, explanation, source, lesson or outcome is in it", () => {
    for (const question of Object.values(questions)) {
      expect(JSON.stringify(present(question, null, [])).toLowerCase()).not.toContain("secret");
    }
  });

  test("unknown and repeated ids of a paper do no harm, missing ones are added at the end", () => {
    fc.assert(
      fc.property(
        arbitraryQuestion.chain((question) =>
          fc.tuple(fc.constant(question), fc.array(fc.constantFrom("unknown", "constructor", ...idsOf(question)))),
        ),
        ([question, order]) => {
          const shown = present(question, null, order);
          const ids =
            "options" in shown ? shown.options : "right" in shown ? shown.right : "items" in shown ? shown.items : [];
          const all =
            "options" in question
              ? question.options
              : "right" in question
                ? question.right
                : "items" in question
                  ? question.items
                  : [];
          const names = ids.map(({ id }) => id);
          const known = [...new Set(order)].filter((id) => all.some((label) => label.id === id));
          expect([...names].sort()).toEqual(all.map(({ id }) => id).sort());
          expect(names.slice(0, known.length)).toEqual(known);
        },
      ),
    );
  });
});

describe("what is kept back", () => {
  test("an empty order doesn't show the author's order of pairs", () => {
    const right = labels("abcdefgh");
    const question: Question = { ...base, kind: "matching", left: right, right, key: {} };
    expect(present(question, null, [])).not.toMatchObject({ right });
    const turned = { ...question, right: [...right].reverse() };
    expect(present(turned, null, [])).toEqual(present(question, null, []));
  });

  test("two questions that differ only in what is secret are presented alike, byte for byte", () => {
    const twins = arbitraryQuestion.chain((question) =>
      fc.tuple(fc.constant(question), otherSecrets(question), fc.shuffledSubarray(idsOf(question))),
    );
    fc.assert(
      fc.property(twins, fc.option(arbitraryText), fc.string(), ([one, other, order], text, word) => {
        const otherText = text && {
          ...text,
          explanation: word,
          why: { true: word, false: word },
          mistakes: [word],
          options: Object.fromEntries(
            Object.entries(text.options ?? {}).map(([id, o]) => [id, { text: o.text, why: word }]),
          ),
        };
        expect(JSON.stringify(present(other, otherText, order))).toBe(JSON.stringify(present(one, text, order)));
      }),
      { numRuns: 500 },
    );
  });
});
