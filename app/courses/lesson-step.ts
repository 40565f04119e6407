import { z } from "zod";
import { EvaluationAnswers } from "../evaluations/evaluation-form";

/** What a learner can do on a lesson's page: one form for each button. */
export const LessonStep = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("done") }),
  z.object({ intent: z.literal("start"), identity: z.literal("yes").optional() }),
  EvaluationAnswers.extend({ intent: z.literal("evaluation"), identity: z.literal("yes").optional() }),
]);
export type LessonStep = z.infer<typeof LessonStep>;
