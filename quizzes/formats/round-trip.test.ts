import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitrary } from "../arbitrary-question";
import { QuestionSchema } from "../bank-schema";
import type { Question } from "../engine/model";
import { exportQuestions } from "./export-questions";
import type { Loss } from "./imported";
import { importQuestions } from "./import-questions";

/** Two ways to say one thing: a share of nothing and a weight of one are none, and only `weights` has shares for all. */
function canonical(made: unknown): Question {
  const question = QuestionSchema.parse(made);
  if (question.kind === "single") {
    return { ...question, options: question.options.map((option) => plainShare(option, question.key)) };
  }
  if (question.kind === "multiple") {
    const options = question.options.map((option) => weighted(option, question.rule));
    return { ...question, keys: inOrder(question), options };
  }
  if (question.kind === "numeric") {
    return { ...question, mistakes: question.mistakes.map((mistake) => plainShare(mistake)) };
  }
  if (question.kind === "calculated") {
    return { ...question, mistakes: question.mistakes.map((mistake) => plainShare(mistake)) };
  }
  return question.kind === "cloze" ? { ...question, gaps: question.gaps.map(plainGap) } : question;
}

type Gap = Extract<Question, { kind: "cloze" }>["gaps"][number];

function plainGap({ weight, ...gap }: Gap): Gap {
  const kept = weight === undefined || weight === 1 ? {} : { weight };
  if (gap.kind === "choice")
    return { ...gap, ...kept, options: gap.options.map((option) => plainShare(option, gap.key)) };
  return gap.kind === "number"
    ? { ...gap, ...kept, mistakes: gap.mistakes.map((mistake) => plainShare(mistake)) }
    : { ...gap, ...kept };
}

function plainShare<P extends { share?: number; id?: string }>(part: P, key?: string): P {
  const { share, ...rest } = part;
  // Without its optional share it is still the same part.
  return share === undefined || share === 0 || (key !== undefined && part.id === key) ? (rest as P) : part;
}

function weighted<P extends { share?: number }>({ share, ...option }: P, rule: string) {
  return rule === "weights" ? { ...option, share: share ?? 0 } : option;
}

function inOrder({ options, keys }: Extract<Question, { kind: "multiple" }>): string[] {
  return options.map(({ id }) => id).filter((id) => keys.includes(id));
}

function holdable(question: unknown): Question[] {
  const checked = QuestionSchema.safeParse(question);
  return checked.success ? [canonical(checked.data)] : [];
}

/** What other programs don't see and our own reader does. */
const onlyForOthers =
  /^(the share |the units? [^o]|the tolerance as a share|the rule |that capital|that accents don't count$)/;
const lossy = (losses: readonly Loss[]) => losses.some(({ what }) => !onlyForOthers.test(what));

async function roundTrip(question: Question, format: "gift" | "moodle") {
  const written = await exportQuestions([question], format);
  const name = format === "gift" ? "a.gift" : "a.xml";
  return { written, read: await importQuestions(written.bytes, { format, fileName: name }) };
}

type Kind = keyof typeof arbitrary;
const held: Record<"gift" | "moodle", readonly Kind[]> = {
  gift: ["single", "multiple", "true-false", "numeric", "matching", "short-text", "essay"],
  moodle: [
    "single",
    "multiple",
    "true-false",
    "numeric",
    "matching",
    "ordering",
    "short-text",
    "calculated",
    "cloze",
    "essay",
  ],
};

describe.each(["gift", "moodle"] as const)("written as %s and read again", (format) => {
  test.each(held[format])("%s is the same question where nothing was lost", async (kind) => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(arbitrary[kind] as fc.Arbitrary<unknown>, async (made) => {
        for (const question of holdable(made)) {
          const { written, read } = await roundTrip(question, format);
          if (lossy(written.losses)) continue;
          compared += 1;
          expect(read.refused).toBeUndefined();
          expect(read.questions.map(canonical)).toEqual([question]);
        }
      }),
      { numRuns: 60 },
    );
    if (!["essay", "calculated"].includes(kind)) expect(compared).toBeGreaterThan(0);
  });

  test("whatever is written, each question is read again or is a loss", async () => {
    const any = fc.oneof(...(Object.values(arbitrary) as fc.Arbitrary<unknown>[]));
    await fc.assert(
      fc.asyncProperty(any, async (made) => {
        for (const question of holdable(made)) {
          const { written, read } = await roundTrip(question, format);
          const isLeftOut = written.losses.some(({ what }) => what === "the whole question");
          expect(read.questions.length).toBe(isLeftOut ? 0 : 1);
        }
      }),
      { numRuns: 100 },
    );
  });
});
