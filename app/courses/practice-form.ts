import { z } from "zod";
import { ResponseSchema } from "../../quizzes/response-schema";

/** Text that is JSON, or nothing that a response could be. */
function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "response" });
    return z.NEVER;
  }
}

/** An answer outside sittings, as its form sends it. */
export const PracticeForm = z.object({
  track: z.string().max(100),
  question: z.string().max(100),
  turn: z.coerce.number().int().min(0),
  response: z.string().max(60_000).transform(parsed).pipe(ResponseSchema.nullable()),
});
