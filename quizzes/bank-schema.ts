import { z } from "zod";
import type { Numeric } from "./engine/model";
import { judgeNumber } from "./engine/numeric";
import { parseUnit } from "./engine/units";

/** A bank file (`quizzes/banks/<slug>/bank.json`) and its translations (`bank.<language>.json`). */

/** Ids of questions, options, labels, topics and lessons. */
export const IdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "ids are lower case words joined by hyphens");
const id = IdSchema;
const text = z.string().trim().min(1);
const option = z.strictObject({ id, text, why: text });
const label = z.strictObject({ id, text });

const base = {
  id,
  topic: id,
  outcomes: z.array(z.string().regex(/^[A-Z]+-[KSC]\d+$/)).min(1),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  lesson: id,
  source: z.strictObject({ cite: text, year: z.int().min(1900).max(2100), mark: z.enum(["V", "M"]) }),
  stem: text,
  explanation: text,
};

const single = z.strictObject({ kind: z.literal("single"), ...base, options: z.array(option).min(3).max(6), key: id });
const multiple = z.strictObject({
  kind: z.literal("multiple"),
  ...base,
  options: z.array(option).min(4).max(8),
  keys: z.array(id).min(1),
  rule: z.enum(["penalty", "all-or-nothing"]),
});
const trueFalse = z.strictObject({
  kind: z.literal("true-false"),
  ...base,
  key: z.boolean(),
  why: z.strictObject({ true: text, false: text }),
});
const numeric = z.strictObject({
  kind: z.literal("numeric"),
  ...base,
  key: z.strictObject({
    value: z.number(),
    unit: text,
    tolerance: z.union([
      z.strictObject({ absolute: z.number().nonnegative() }),
      z.strictObject({ relative: z.number().positive().max(0.5) }),
    ]),
  }),
  units: z.array(text).min(1),
  mistakes: z.array(z.strictObject({ value: z.number(), unit: text, feedback: text })),
});
const matching = z.strictObject({
  kind: z.literal("matching"),
  ...base,
  left: z.array(label).min(3).max(8),
  right: z.array(label).min(3).max(10),
  key: z.record(id, id),
});
const ordering = z.strictObject({
  kind: z.literal("ordering"),
  ...base,
  items: z.array(label).min(3).max(8),
  key: z.array(id).min(3),
});

export const QuestionSchema = z
  .discriminatedUnion("kind", [single, multiple, trueFalse, numeric, matching, ordering])
  .superRefine((question, context) => {
    for (const message of brokenPromises(question)) {
      context.addIssue({ code: "custom", message: `${question.id}: ${message}` });
    }
  });

type ParsedQuestion = z.infer<
  typeof single | typeof multiple | typeof trueFalse | typeof numeric | typeof matching | typeof ordering
>;

/** Cross-field rules of one question, as sentences. */
function brokenPromises(question: ParsedQuestion): string[] {
  switch (question.kind) {
    case "single":
      return [...twice(question.options), ...unknown([question.key], question.options)];
    case "multiple":
      return [
        ...twice(question.options),
        ...unknown(question.keys, question.options),
        ...repeated(question.keys, "the key"),
        ...(question.options.every((o) => question.keys.includes(o.id)) ? ["every option is right"] : []),
      ];
    case "true-false":
      return [];
    case "numeric":
      return brokenNumbers(question);
    case "matching":
      return [
        ...twice(question.left),
        ...twice(question.right),
        ...unknown(Object.keys(question.key), question.left),
        ...unknown(Object.values(question.key), question.right),
        ...question.left
          .filter((l) => !Object.hasOwn(question.key, l.id))
          .map((l) => `"${l.id}" has no partner in the key`),
      ];
    case "ordering":
      return [
        ...twice(question.items),
        ...unknown(question.key, question.items),
        ...(new Set(question.key).size === question.items.length && question.key.length === question.items.length
          ? []
          : ["the key must name every item once"]),
      ];
  }
}

function brokenNumbers(question: Numeric): string[] {
  const { key, units, mistakes } = question;
  const named = [key.unit, ...units, ...mistakes.map((mistake) => mistake.unit)];
  return [
    ...(units.includes(key.unit) ? [] : ["the key's unit is not among the units offered"]),
    ...repeated(units, "the list of units"),
    ...[...new Set(named)].filter((unit) => parseUnit(unit) !== unit).map((unit) => badUnit(unit)),
    ...("relative" in key.tolerance && key.value === 0 ? ["a share of 0 is 0: the tolerance must be absolute"] : []),
    ...mistakes
      .filter(
        ({ value, unit }) => judgeNumber(question, { kind: "numeric", text: String(value), unit }).status === "right",
      )
      .map(({ value, unit }) => `the known mistake ${String(value)} ${unit} lies within the tolerance of the key`),
  ];
}

function badUnit(unit: string): string {
  const known = parseUnit(unit);
  return known === null ? `"${unit}" is not a unit of the table` : `the unit "${unit}" is written "${known}" in a bank`;
}

function twice(labels: readonly { id: string; text?: string }[]): string[] {
  const texts = labels.flatMap((label) => label.text ?? []);
  return [
    ...repeated(
      labels.map((label) => label.id),
      "the list of ids",
    ),
    ...repeated(texts, "the list of texts"),
  ];
}

function repeated(words: readonly string[], where: string): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index).map((word) => `"${word}" is twice in ${where}`);
}

function unknown(ids: readonly string[], labels: readonly { id: string }[]): string[] {
  return ids
    .filter((wanted) => !labels.some((l) => l.id === wanted))
    .map((wanted) => `the key names "${wanted}", which is not there`);
}

export const BankSchema = z
  .strictObject({
    slug: id,
    title: text,
    language: z.literal("en"),
    /** A word that stands in one explanation of the bank and nowhere else: the leak check looks for it. */
    canary: z.string().regex(/^canary-[a-z0-9]{8,}$/),
    questions: z.array(QuestionSchema).min(1),
  })
  .superRefine((bank, context) => {
    for (const message of twice(bank.questions)) context.addIssue({ code: "custom", message });
    if (!bank.questions.some((q) => q.explanation.includes(bank.canary))) {
      context.addIssue({ code: "custom", message: `no explanation holds the canary word ${bank.canary}` });
    }
  });
export type Bank = z.infer<typeof BankSchema>;

export const QuestionTextSchema = z.strictObject({
  stem: text,
  explanation: text,
  options: z.record(id, z.strictObject({ text, why: text })).exactOptional(),
  why: z.strictObject({ true: text, false: text }).exactOptional(),
  left: z.record(id, text).exactOptional(),
  right: z.record(id, text).exactOptional(),
  items: z.record(id, text).exactOptional(),
  mistakes: z.array(text).exactOptional(),
});

export const BankTextSchema = z.strictObject({
  slug: id,
  language: z.enum(["de", "fr", "es", "it"]),
  questions: z.record(id, QuestionTextSchema),
});
export type BankText = z.infer<typeof BankTextSchema>;

export const BlueprintSchema = z
  .strictObject({
    fixed: z.array(id),
    draw: z.array(
      z.strictObject({
        count: z.int().min(1).max(200),
        topic: id.exactOptional(),
        outcome: z.string().exactOptional(),
        difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]).exactOptional(),
        kind: z.enum(["single", "multiple", "true-false", "numeric", "matching", "ordering"]).exactOptional(),
      }),
    ),
    shuffleQuestions: z.boolean(),
    shuffleOptions: z.boolean(),
    passPercent: z.int().min(0).max(100),
    attempts: z.int().min(1).nullable(),
    waitMinutes: z.int().min(0),
    timeLimitMinutes: z.int().min(1).nullable(),
  })
  .refine(({ fixed, draw }) => fixed.length + draw.length > 0, "a quiz without a question proves nothing");
