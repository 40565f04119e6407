import { z } from "zod";

/** What a learner is asked at the end of a track. Messages are the last part of the page's message keys. */
export const EvaluationAnswers = z.object({
  relevance: z.enum(["1", "2", "3", "4", "5"], "choose"),
  bias: z.enum(["none", "some", "much"], "choose"),
  practice: z.enum(["yes", "perhaps", "no", "never"], "choose"),
  text: z.string().max(2000, "long").default(""),
});
export type EvaluationAnswers = z.infer<typeof EvaluationAnswers>;
