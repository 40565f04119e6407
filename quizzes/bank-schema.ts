import { z } from "zod";
import { brokenPromises, twice } from "./question-promises";
import { AnyShape, acceptedText, difficulty, IdSchema, maybeText, text } from "./question-shapes";

/**
 * A bank file (`bank.json`) and its translations (`bank.<language>.json`). The schema holds whatever the engine takes
 * for granted; what a bank of `quizzes/banks` needs beyond that stands in shipped-bank.ts.
 */

export { IdSchema } from "./question-shapes";
const id = IdSchema;

/** A question of any kind; complaints begin with its id. */
export const QuestionSchema = AnyShape.superRefine((question, context) => {
  for (const message of brokenPromises(question)) {
    context.addIssue({ code: "custom", message: `${question.id}: ${message}` });
  }
});

export const BankSchema = z
  .strictObject({
    slug: id,
    title: text,
    language: z.literal("en"),
    /** A word that stands in one explanation of the bank and nowhere else: the leak check looks for it. */
    canary: z
      .string()
      .regex(/^canary-[a-z0-9]{8,}$/)
      .exactOptional(),
    questions: z.array(QuestionSchema).min(1),
  })
  .superRefine((bank, context) => {
    for (const message of twice(bank.questions)) context.addIssue({ code: "custom", message });
    const { canary } = bank;
    if (canary !== undefined && !bank.questions.some((q) => q.explanation.includes(canary))) {
      context.addIssue({ code: "custom", message: `no explanation holds the canary word ${canary}` });
    }
  });
export type Bank = z.infer<typeof BankSchema>;

const optionTexts = z.record(id, z.strictObject({ text, why: maybeText })).exactOptional();
const texts = z.record(id, text).exactOptional();
const answers = z.array(acceptedText).min(1).exactOptional();
const mistakes = z.array(maybeText).exactOptional();

export const QuestionTextSchema = z.strictObject({
  stem: text,
  explanation: maybeText,
  options: optionTexts,
  why: z.strictObject({ true: maybeText, false: maybeText }).exactOptional(),
  left: texts,
  right: texts,
  items: texts,
  answers,
  gaps: z.record(id, z.strictObject({ options: optionTexts, answers, mistakes })).exactOptional(),
  regions: optionTexts,
  labels: texts,
  alt: maybeText.exactOptional(),
  hypothesis: text.exactOptional(),
  finding: text.exactOptional(),
  scale: texts,
  rubric: z.record(id, z.strictObject({ text, levels: z.record(id, text) })).exactOptional(),
  model: maybeText.exactOptional(),
  mistakes,
});

export const BankTextSchema = z.strictObject({
  slug: id,
  language: z.enum(["de", "fr", "es", "it"]),
  questions: z.record(id, QuestionTextSchema),
});
export type BankText = z.infer<typeof BankTextSchema>;

/** Whole marks that a question is worth. */
const marks = z.int().min(1).max(100);
const kinds = AnyShape.options.map((shape) => shape.shape.kind.value);

export const BlueprintSchema = z
  .strictObject({
    fixed: z.array(id),
    draw: z.array(
      z.strictObject({
        count: z.int().min(1).max(200),
        topic: id.exactOptional(),
        outcome: z.string().exactOptional(),
        difficulty: difficulty.exactOptional(),
        kind: z.enum(kinds).exactOptional(),
        profession: id.exactOptional(),
        marks: marks.exactOptional(),
      }),
    ),
    shuffleQuestions: z.boolean(),
    shuffleOptions: z.boolean(),
    passPercent: z.int().min(0).max(100),
    attempts: z.int().min(1).nullable(),
    waitMinutes: z.int().min(0),
    timeLimitMinutes: z.int().min(1).nullable(),
    feedback: z.enum(["never", "each", "sitting", "passing"]).exactOptional(),
    certainty: z.boolean().exactOptional(),
    layout: z.enum(["one", "all"]).exactOptional(),
    marks: z.record(id, marks).exactOptional(),
  })
  .refine(({ fixed, draw }) => fixed.length + draw.length > 0, "a quiz without a question proves nothing");
