import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryQuestion, arbitraryText, keyResponse } from "../arbitrary-question";
import { localise } from "./localise";
import { mark } from "./mark";
import type { Question } from "./model";

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

const german = { stem: "Welche?", explanation: "Darum." };

describe("localising", () => {
  test("options take text and reason of the translation; a missing one stays as it was", () => {
    const options = [
      { id: "a", text: "one", why: "w1" },
      { id: "constructor", text: "two", why: "w2" },
    ];
    const question: Question = { ...base, kind: "single", options, key: "a" };
    const said = localise(question, {
      ...german,
      options: { a: { text: "eins", why: "darum" }, zz: { text: "?", why: "?" } },
    });
    expect(said).toEqual({
      ...question,
      ...german,
      options: [{ id: "a", text: "eins", why: "darum" }, options[1]],
    });
    expect(localise({ ...base, kind: "multiple", rule: "penalty", options, keys: ["a"] }, german)).toMatchObject({
      options,
    });
  });

  test("true and false take their reasons", () => {
    const question: Question = { ...base, kind: "true-false", key: true, why: { true: "yes", false: "no" } };
    expect(localise(question, { ...german, why: { true: "ja", false: "nein" } })).toMatchObject({
      why: { true: "ja", false: "nein" },
    });
    expect(localise(question, german)).toMatchObject({ why: { true: "yes", false: "no" }, stem: "Welche?" });
  });

  test("known mistakes take their feedback by their place in the list", () => {
    const mistakes = [
      { value: 1, unit: "mGy", feedback: "one" },
      { value: 2, unit: "mGy", feedback: "two" },
    ];
    const key = { value: 3, unit: "mGy", tolerance: { absolute: 0 } };
    const said = localise(
      { ...base, kind: "numeric", key, units: ["mGy"], mistakes },
      { ...german, mistakes: ["eins"] },
    );
    expect(said).toMatchObject({ mistakes: [{ value: 1, unit: "mGy", feedback: "eins" }, mistakes[1]] });
  });
});

describe("localising labels, and any question", () => {
  test("labels of matching and ordering take their texts", () => {
    const labels = [
      { id: "a", text: "one" },
      { id: "b", text: "two" },
    ];
    const matching: Question = { ...base, kind: "matching", left: labels, right: labels, key: { a: "b", b: "a" } };
    expect(localise(matching, { ...german, left: { a: "links" }, right: { b: "rechts" } })).toMatchObject({
      left: [{ id: "a", text: "links" }, labels[1]],
      right: [labels[0], { id: "b", text: "rechts" }],
    });
    const ordering: Question = { ...base, kind: "ordering", items: labels, key: ["b", "a"] };
    expect(localise(ordering, { ...german, items: { b: "zwei" } })).toMatchObject({
      items: [labels[0], { id: "b", text: "zwei" }],
    });
  });

  test("without a translation the question stays the same", () => {
    fc.assert(fc.property(arbitraryQuestion, (question) => localise(question, null) === question));
  });

  test("a translation changes neither ids nor key nor marks", () => {
    fc.assert(
      fc.property(arbitraryQuestion, arbitraryText, (question, text) => {
        const said = localise(question, text);
        expect(said.stem).toBe(text.stem);
        expect(said.explanation).toBe(text.explanation);
        expect(mark(said, keyResponse(question), [])).toEqual(mark(question, keyResponse(question), []));
        expect(keyResponse(said)).toEqual(keyResponse(question));
      }),
    );
  });
});
