import { describe, expect, test } from "vitest";
import { TrackFile } from "../app/authoring/track-file";
import { type Bank, BankSchema, type BankText } from "../quizzes/bank-schema";
import type { Question } from "../quizzes/engine/model";
import { findSkewedKeys, findTellingIds, findTrackGaps, findTranslationGaps } from "./bank-findings";
import { findRepeatedStems } from "./repeated-stems";

const base = {
  topic: "dose",
  outcomes: ["CT-K1"],
  difficulty: 1,
  lesson: "dose-quantities",
  source: { cite: "a book", year: 2020, mark: "V" },
  explanation: "Because canary-abcdefgh.",
} as const;
const options = (ids: readonly string[]) => ids.map((id) => ({ id, text: id, why: id }));
const single = (id: string, stem: string, key = "mean"): Question => ({
  ...base,
  kind: "single",
  id,
  stem,
  options: options(["mean", "median", "mode"]),
  key,
});
const labels = (ids: readonly string[]) => ids.map((id) => ({ id, text: id }));
const messages = (findings: readonly { level: string; where: string; message: string }[]) =>
  findings.map(({ level, where, message }) => `${level} ${where}: ${message}`);

describe("repeated stems", () => {
  test("stems that differ only in numbers are found, with comma, point and thousands", () => {
    const found = findRepeatedStems([
      single("one", "The CTDIvol is 8.5 mGy over 36 cm. What is the DLP?"),
      single("two", "The  CTDIvol is 12 mGy over 1 040 cm. What is the DLP?"),
      single("three", "Which organ receives most of the dose in a chest CT?"),
    ]);
    expect(messages(found)).toEqual(["error two: differs from one only in numbers"]);
  });

  test("stems that share 85 % of their words are found, those that share fewer are not", () => {
    const stem =
      "Which of the five quantities on the scanner console describes the output of a tube rotation during one acquisition";
    expect(findRepeatedStems([single("one", stem), single("two", `${stem} best`)])).toHaveLength(1);
    expect(findRepeatedStems([single("one", stem), single("two", `${stem} without any filter in adults`)])).toEqual([]);
  });
});

describe("telling ids", () => {
  const matching = (key: Record<string, string>): Question => ({
    ...base,
    kind: "matching",
    id: "q",
    stem: "Match.",
    left: labels(Object.keys(key)),
    right: labels(Object.values(key)),
    key,
  });
  const ordering = (key: readonly string[]): Question => ({
    ...base,
    kind: "ordering",
    id: "q",
    stem: "Order.",
    items: labels(key),
    key,
  });

  test.each<[string, Question]>([
    [
      "an option that is named the right one",
      { ...base, kind: "single", id: "q", stem: "?", options: options(["correct", "b", "wrong-1"]), key: "correct" },
    ],
    ["pairs that are numbered alike", matching({ l1: "r1", l2: "r2", l3: "r3" })],
    ["pairs that are lettered alike", matching({ "left-a": "right-a", "left-b": "right-b" })],
    ["a label and its partner of one name", matching({ ctdi: "ctdi", dlp: "console" })],
    ["steps that count up", ordering(["step-1", "step-2", "step-3"])],
    ["steps in the order of the alphabet", ordering(["a", "b", "c"])],
  ])("%s are found", (_, question) => {
    expect(findTellingIds(question).every(({ level }) => level === "error")).toBe(true);
    expect(findTellingIds(question).length).toBeGreaterThan(0);
  });

  test.each<[string, Question]>([
    ["options with plain names", single("q", "?")],
    ["pairs that are numbered differently", matching({ l1: "r2", l2: "r3", l3: "r1" })],
    ["steps that are named by words", ordering(["call", "justify", "scan"])],
    ["steps whose numbers are mixed", ordering(["s2", "s1", "s3"])],
  ])("%s are not", (_, question) => {
    expect(findTellingIds(question)).toEqual([]);
  });
});

describe("skewed keys", () => {
  const many = (keys: readonly string[]) => keys.map((key, index) => single(`q${String(index)}`, "?", key));

  test("a key that stands in one place in most questions is an error, by place and by id", () => {
    const found = messages(
      findSkewedKeys(many([...Array<string>(6).fill("median"), ...Array<string>(4).fill("mean")])),
    );
    expect(found).toContain("error keys: option 2 is the key of 6 of 10 questions");
    expect(found).toContain("error keys: the id median is the key of 6 of 10 questions");
  });

  test("an even spread is only counted", () => {
    const keys = ["mean", "median", "mode", "mean", "median", "mode", "mean", "median", "mode", "mean"];
    expect(messages(findSkewedKeys(many(keys)))).toEqual([
      "note keys: places of the key in single choice: 1: 4, 2: 3, 3: 3",
    ]);
  });

  test("the longest option as key in most questions is noted, and so are statements that are all true", () => {
    const long = many(["mean", "median", "mode", "mean", "median", "mode", "mean", "median", "mode", "mean"]).map(
      (question) =>
        question.kind === "single"
          ? {
              ...question,
              options: question.options.map((o) => (o.id === question.key ? { ...o, text: `${o.text} and more` } : o)),
            }
          : question,
    );
    expect(messages(findSkewedKeys(long))[0]).toBe(
      "note keys: the key is the longest option in 10 of 10 single choices",
    );
    const statement: Question = {
      ...base,
      kind: "true-false",
      id: "s",
      stem: "So?",
      key: true,
      why: { true: "y", false: "n" },
    };
    expect(messages(findSkewedKeys([statement, statement, statement, statement]))).toEqual([
      "error keys: every statement is true",
    ]);
  });
});

const bank: Bank = BankSchema.parse({
  slug: "b",
  title: "B",
  language: "en",
  canary: "canary-abcdefgh",
  questions: [
    single("one", "What does 1.5 mean?"),
    {
      ...base,
      kind: "numeric",
      id: "two",
      stem: "How much?",
      key: { value: 1, unit: "mGy", tolerance: { absolute: 0.1 } },
      units: ["mGy"],
      mistakes: [{ value: 10, unit: "mGy", feedback: "ten" }],
    },
  ],
});

describe("translations", () => {
  const two = { stem: "Wie viel?", explanation: "Darum.", mistakes: ["zehn"] };
  const one = {
    stem: "Was bedeutet 1,5?",
    explanation: "Darum.",
    options: Object.fromEntries(["mean", "median", "mode"].map((id) => [id, { text: id, why: id }])),
  };
  const german = (questions: BankText["questions"]): BankText => ({ slug: "b", language: "de", questions });

  test("a complete one has no gap", () => {
    expect(findTranslationGaps(bank, german({ one, two }))).toEqual([]);
  });

  test("missing and unknown questions, options and mistakes are named", () => {
    const others = Object.fromEntries(Object.entries(one.options).filter(([id]) => id !== "mean"));
    const gaps = findTranslationGaps(
      bank,
      german({ one: { ...one, options: { ...others, extra: { text: "x", why: "x" } } }, three: two }),
    );
    expect(messages(gaps)).toEqual([
      'error de: question "two" is missing',
      'error de: question "three" isn\'t in the bank',
      'error one (de): options "mean" is missing',
      'error one (de): options "extra" isn\'t in the question',
    ]);
    expect(messages(findTranslationGaps(bank, german({ one, two: { ...two, mistakes: [] } })))).toEqual([
      'error two (de): mistakes "0" is missing',
    ]);
    expect(messages(findTranslationGaps(bank, german({ one, two: { ...two, items: { a: "x" } } })))).toEqual([
      'error two (de): items "a" isn\'t in the question',
    ]);
  });

  test("other numbers in the stem are noted", () => {
    expect(messages(findTranslationGaps(bank, german({ one: { ...one, stem: "Was bedeutet 15?" }, two })))).toEqual([
      "note one (de): the stem says other numbers",
    ]);
  });
});

describe("the track of a bank", () => {
  const track = (lesson: string, code: string, count: number): TrackFile =>
    TrackFile.parse({
      slug: "t",
      society: "s",
      modality: "CT",
      bank: "b",
      languages: ["en"],
      professions: ["radiographer"],
      order: "free",
      accreditation: "none",
      creditHundredths: 0,
      preparedOn: "2026-01-01",
      reviewBy: "2028-01-01",
      authors: [{ id: "a", name: "A", role: "author", declaredOn: "2026-01-01" }],
      outcomes: [{ code }],
      references: [{ id: "r", cite: "R", year: 2020 }],
      modules: [
        {
          id: "m",
          lessons: [
            { kind: "reading", id: lesson, minutes: 5, outcomes: [code] },
            {
              kind: "quiz",
              id: "final",
              minutes: 5,
              outcomes: [code],
              blueprint: {
                fixed: [],
                draw: [{ count }],
                shuffleQuestions: true,
                shuffleOptions: true,
                passPercent: 70,
                attempts: null,
                waitMinutes: 0,
                timeLimitMinutes: null,
              },
            },
          ],
        },
      ],
    });

  test("has the lessons and outcomes that questions name, and quizzes that can be drawn", () => {
    expect(findTrackGaps(bank, track("dose-quantities", "CT-K1", 2))).toEqual([]);
  });

  test("a missing lesson, a missing outcome and a blueprint that asks for too much are named", () => {
    expect(messages(findTrackGaps(bank, track("other", "CT-K2", 5)))).toEqual([
      'error one: lesson "dose-quantities" is no reading or webinar of track t',
      "error one: outcome CT-K1 isn't in track t",
      'error two: lesson "dose-quantities" is no reading or webinar of track t',
      "error two: outcome CT-K1 isn't in track t",
      'error t/final: the blueprint\'s {"count":5} lacks 3 in the bank',
    ]);
  });
});
