import { z } from "zod";
import { BlueprintSchema } from "../../quizzes/bank-schema";
import type { Blueprint } from "../../quizzes/engine/model";

/** What a sitting belongs to. This folder never learns what the reference means. */
export interface Subject {
  readonly kind: "lesson" | "checkpoint" | "practice" | "poll";
  readonly ref: string;
}

/** A paper as a sitting pins it: which revision of each question was shown, and in which order. */
export const PinnedPaper = z.strictObject({
  items: z.array(
    z.strictObject({
      questionId: z.string(),
      revisionId: z.string(),
      optionOrder: z.array(z.string()),
      /** The numbers of a calculated question. */
      values: z.record(z.string(), z.number()).exactOptional(),
      /** Whole marks that the question is worth; absent = 1. */
      marks: z.int().min(1).max(100).exactOptional(),
    }),
  ),
});
export type PinnedPaper = z.infer<typeof PinnedPaper>;

export interface SittingRow {
  readonly id: string;
  readonly personId: string;
  readonly subjectKind: string;
  readonly subjectRef: string;
  readonly number: number;
  readonly language: string;
  readonly editionTextId: string;
  /** Hash of the body with the translated texts that it shows and marks by; null = the questions' own language. */
  readonly textsHash: string | null;
  readonly blueprint: Blueprint;
  readonly paper: PinnedPaper;
  readonly startedAt: Date;
  readonly deadlineAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly scoreHundredths: number | null;
  readonly maxHundredths: number | null;
  readonly passed: boolean | null;
}

/** An answer that is on its way when the time ends is still counted. */
export const graceSeconds = 30;

export function isOver(sitting: Pick<SittingRow, "endedAt" | "deadlineAt">, now: Date): boolean {
  if (sitting.endedAt !== null) return true;
  return sitting.deadlineAt !== null && now.getTime() > sitting.deadlineAt.getTime() + graceSeconds * 1000;
}

/** A database row with its JSON parsed. */
export function readSitting(
  row: Omit<SittingRow, "blueprint" | "paper"> & { blueprint: string; paper: string },
): SittingRow {
  return {
    ...row,
    blueprint: BlueprintSchema.parse(JSON.parse(row.blueprint)),
    paper: PinnedPaper.parse(JSON.parse(row.paper)),
  };
}
