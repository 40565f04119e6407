import { z } from "zod";
import type { SocietyRole } from "../../auth/roles";
import { forbidden, notFound } from "../../platform/http.server";
import { approveReview } from "./approve-review.server";
import { askReview, takeBackReview } from "./ask-review.server";
import { commentReview, settleComment } from "./comment-review.server";
import type { OwnTrack } from "./find-own-track.server";
import { mayInReview, type ReviewAct } from "./policy";

const id = z.string().regex(/^[a-z0-9]{10,40}$/);
const words = z.string().min(1, "text").max(4000, "text");

export const ReviewStep = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("ask"), note: z.string().max(4000, "long") }),
  z.object({ intent: z.literal("take-back") }),
  z.object({
    intent: z.literal("comment"),
    id,
    place: z.string().regex(/^(settings|lesson:[a-z0-9-]{1,120}|question:[A-Za-z0-9-]{1,120})$/),
    quote: z.string().max(4000, "long"),
    text: words,
  }),
  z.object({ intent: z.literal("answer"), id, parent: id, answer: words }),
  z.object({ intent: z.literal("settle"), comment: id, resolved: z.enum(["yes", "no"]) }),
  z.object({ intent: z.literal("approve"), stamp: z.string().max(64) }),
]);
export type ReviewStep = z.infer<typeof ReviewStep>;

export type ReviewRefusal = "changed" | "wrote" | "role" | "not-in-review" | "unready";

const acts: Readonly<Record<ReviewStep["intent"], ReviewAct>> = {
  ask: "ask",
  "take-back": "ask",
  comment: "comment",
  answer: "comment",
  settle: "comment",
  approve: "approve",
};

interface Stepping {
  readonly societyId: string;
  readonly track: OwnTrack;
  readonly actorId: string;
  readonly role: SocietyRole;
  readonly now: Date;
}

/** Takes one step of a review. @returns why it was not taken, or null; @throws 403 or 404 */
export async function takeReviewStep(stepping: Stepping, step: ReviewStep): Promise<ReviewRefusal | null> {
  if (!mayInReview(stepping.role, acts[step.intent])) forbidden();
  switch (step.intent) {
    case "ask":
      return (await askReview({ ...stepping, note: step.note })).ok ? null : "unready";
    case "take-back":
      await takeBackReview(stepping);
      return null;
    case "comment": {
      const { id: commentId, place, quote, text } = step;
      return refusalOf(await commentReview({ ...stepping, id: commentId, parentId: null, place, quote, text }));
    }
    case "answer": {
      const said = { id: step.id, parentId: step.parent, place: "", quote: "", text: step.answer };
      return refusalOf(await commentReview({ ...stepping, ...said }));
    }
    case "settle":
      return refusalOf(
        await settleComment({ ...stepping, commentId: step.comment, isResolved: step.resolved === "yes" }),
      );
    case "approve": {
      const approved = await approveReview({ ...stepping, stamp: step.stamp });
      return approved.ok ? null : approved.reason;
    }
  }
}

function refusalOf(said: Awaited<ReturnType<typeof commentReview>>): ReviewRefusal | null {
  if (said.ok) return null;
  return said.reason === "not-there" ? notFound("comment") : said.reason;
}
